import { Suspense } from 'react';
import { FIELDS } from '../../../domain/postMortem/fields';
import { fieldText } from '../../components/fieldText';
import { lazily } from '../../components/lazily';
import type { DocumentContent } from '../../data/types';
import { say, translated } from '../../language/say';

const WordDiff = lazily(() => import('../../components/WordDiff'));

/** The fields that say something else than they did. The status is moved by the review itself. */
export const changedSince = (before: DocumentContent, now: DocumentContent) =>
  FIELDS.filter(({ id }) => id !== 'status' && JSON.stringify(before[id]) !== JSON.stringify(now[id]));

/** Says that the text is not the one that was opened, and what of it has changed. */
export function ChangedSince(props: { before: DocumentContent; now: DocumentContent; onRead(): void }) {
  const { before, now, onRead } = props;
  return (
    <div className="message message-warn" role="alert">
      <p className="message-title">
        {say('It was changed since you opened it. Read what has changed, then decide.')}
      </p>
      {changedSince(before, now).map(({ id, label }) => (
        <details key={id}>
          <summary>{say('What changed in “{label}”', { label: translated(label) })}</summary>
          <Suspense fallback={null}>
            <WordDiff before={fieldText(id, before)} after={fieldText(id, now)} />
          </Suspense>
        </details>
      ))}
      <p>
        <button type="button" className="button button-small" onClick={onRead}>
          {say('I have read it')}
        </button>
      </p>
    </div>
  );
}
