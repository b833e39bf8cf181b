import { FIELDS } from '../../domain/postMortem/fields';
import { say } from '../language/say';
import { showPlace } from './InPageLink';
import { showRow } from './shownRow';

/** In a dialog about a document: leaves it, and leads to where something stands on the page. */
export function GoThere(props: {
  /** The id of a section or a field. */
  where: string;
  /** Of a timeline, the entry's place in it, from 0. */
  entry?: number | undefined;
  /** What it leads to, for those who only hear the button. */
  about: string;
  onLeave(): void;
}) {
  const { where, entry, about, onLeave } = props;
  return (
    <button
      type="button"
      className="button button-quiet button-small"
      onClick={() => {
        onLeave();
        // The dialog gives the focus back when it goes; only then is the place free to take it.
        setTimeout(() => {
          showPlace(placeOf(where));
          if (entry !== undefined) showRow('timeline entry', entry);
        }, 0);
      }}
    >
      {say('Go there')}
      <span className="visually-hidden">: {about}</span>
    </button>
  );
}

/** Where a field stands on the page; what has no place of its own stands in the facts. */
const placeOf = (where: string): string =>
  FIELDS.some(({ id, kind }) => id === where && (kind === 'prose' || kind === 'rows'))
    ? `section-${where}`
    : 'facts';
