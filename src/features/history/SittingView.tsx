import { useState } from 'react';
import { type Changes, ORIGINS } from '../../../domain/history/revision';
import type { Sitting } from '../../../domain/history/sittings';
import { FIELDS, type FieldId, SAVED_FIELDS } from '../../../domain/postMortem/fields';
import { readPostMortem } from '../../../domain/postMortem/stored';
import type { SectionId } from '../../../domain/sections';
import { fieldText } from '../../components/fieldText';
import WordDiff from '../../components/WordDiff';
import { contentOf } from '../../data/content';
import type { DocumentContent } from '../../data/types';
import { dates } from '../../language/formats';
import type { Wording } from '../../language/italian';
import { numberWords, say, translated } from '../../language/say';

const WHEN = dates({ dateStyle: 'medium', timeStyle: 'short' });

/** What the fields that are no text of an author's are called here. */
const ACCESS_LABELS: Record<string, Wording> = {
  editors: 'who may edit',
  commenters: 'who may comment',
  readers: 'who may read',
  isPrivate: 'private',
};

const labelOf = (id: string): string =>
  translated(ACCESS_LABELS[id] ?? FIELDS.find((field) => field.id === id)?.label ?? id).toLowerCase();

/** Who sat there, when, and where what they saved came from. */
export function WhoAndWhen({ sitting: { by, to, origins, folded } }: { sitting: Sitting }) {
  const somebody =
    folded > 0 ? say('the first {n} saves together', { n: numberWords(folded) }) : say('somebody');
  return (
    <>
      <time dateTime={to}>{WHEN.format(new Date(to))}</time>, {by ? <bdi>{by.name}</bdi> : somebody}
      {origins.length > 0 &&
        `: ${origins.map((id) => translated(ORIGINS.find((one) => one.id === id)?.label ?? id)).join(', ')}`}
    </>
  );
}

interface Props {
  sitting: Sitting;
  section: SectionId | null;
  content: DocumentContent;
  /** Beside the document as it is now, rather than as it was before. */
  sinceThen: boolean;
  onRestore(part: Partial<DocumentContent>): void;
}

const asContent = (state: Changes): DocumentContent => contentOf(readPostMortem(state));

/** One sitting: its line, and opened what it changed. */
export function SittingView({ sitting, section, content, sinceThen, onRestore }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { fields } = sitting;
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <WhoAndWhen sitting={sitting} />
          {section === null && <span className="small soft"> ({fields.map(labelOf).join(', ')})</span>}
        </summary>
        {isOpen && <Opened {...{ sitting, section, content, sinceThen, onRestore }} />}
      </details>
    </li>
  );
}

function Opened({ sitting, section, content, sinceThen, onRestore }: Props) {
  const then = asContent(sitting.after);
  const [before, after] = sinceThen ? [then, content] : [asContent(sitting.before), then];
  const saved: readonly FieldId[] = SAVED_FIELDS.map(({ id }) => id);
  const compared =
    sinceThen && section === null
      ? saved
      : FIELDS.map(({ id }) => id).filter((id) => sitting.fields.includes(id));
  const differing = compared.filter((id) => fieldText(id, before) !== fieldText(id, after));
  const restorable = saved.filter((id) => section === null || id === section);
  const isAsNow = restorable.every((id) => JSON.stringify(then[id]) === JSON.stringify(content[id]));
  const access = sitting.fields.filter((id) => id in ACCESS_LABELS);
  return (
    <div className="stack-tight history-opened">
      {differing.map((id) => (
        <div key={id}>
          {section === null && <h3>{labelOf(id)}</h3>}
          <WordDiff before={fieldText(id, before)} after={fieldText(id, after)} />
        </div>
      ))}
      {!sinceThen && access.length > 0 && (
        <p className="small">{say('Changed {what}.', { what: access.map(labelOf).join(', ') })}</p>
      )}
      {differing.length === 0 && (sinceThen || access.length === 0) && (
        <p className="small soft">
          {sinceThen
            ? say('Nothing of it has changed since.')
            : say('Nothing of it has changed that can be read.')}
        </p>
      )}
      {isAsNow ? (
        <p className="small soft">{say('It stands so now.')}</p>
      ) : (
        <p>
          <button
            type="button"
            className="button button-small"
            onClick={() => onRestore(Object.fromEntries(restorable.map((id) => [id, then[id]])))}
          >
            {section === null ? say('Restore the whole document as it stood then') : say('Restore this text')}
          </button>
        </p>
      )}
    </div>
  );
}
