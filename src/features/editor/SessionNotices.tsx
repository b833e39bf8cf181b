import { Suspense } from 'react';
import { fieldById } from '../../../domain/postMortem/fields';
import { fieldText } from '../../components/fieldText';
import { lazily } from '../../components/lazily';
import { say, translated } from '../../language/say';
import { changeWords } from './changedBy';
import type { WritingState } from './writingState';

/** Nobody has to compare anything to begin writing. */
const WordDiff = lazily(() => import('../../components/WordDiff'));

/** What happened to the text without the author doing it: brought back, or changed by somebody else. */
export function SessionNotices({ state, onDismiss }: { state: WritingState; onDismiss(): void }) {
  const { takenOver, broughtBack } = state;
  if (!takenOver && !broughtBack) return null;
  return (
    <div className="message message-warn" role="status">
      {broughtBack && (
        <p>
          <strong>{say('Your unsaved text is back.')}</strong>{' '}
          {say('It was kept on this device and is being saved now.')}
        </p>
      )}
      {takenOver && (
        <>
          <p>
            <strong>{changeWords(takenOver.by).changed}.</strong>{' '}
            {say('Nothing here was in the way, so both are in here now.')}
          </p>
          {takenOver.fields.map((id) => (
            <details key={id}>
              <summary>
                {say('What changed in “{label}”', { label: translated(fieldById(id).label) })}
              </summary>
              <Suspense fallback={null}>
                <WordDiff before={fieldText(id, takenOver.before)} after={fieldText(id, takenOver.after)} />
              </Suspense>
            </details>
          ))}
        </>
      )}
      <p>
        <button type="button" className="button button-small" onClick={onDismiss}>
          {say('Understood')}
        </button>
      </p>
    </div>
  );
}
