import { WordDiff } from '../../components/WordDiff';
import { FIELDS } from './content';
import { fieldText } from './fieldText';
import type { WritingState } from './writingState';

/** What happened to the text without the author doing it: brought back, or changed by somebody else. */
export function SessionNotices({ state, onDismiss }: { state: WritingState; onDismiss(): void }) {
  const { takenOver, broughtBack } = state;
  if (!takenOver && !broughtBack) return null;
  return (
    <div className="message message-warn" role="status">
      {broughtBack && (
        <p>
          <strong>Your unsaved text is back.</strong> It was kept on this device and is being saved now.
        </p>
      )}
      {takenOver && (
        <>
          <p>
            <strong>Somebody else changed it meanwhile.</strong> You had not touched the same fields, so both
            are in here now.
          </p>
          {takenOver.fields.map((id) => (
            <details key={id}>
              <summary>What they changed in “{FIELDS.find((field) => field.id === id)?.label}”</summary>
              <WordDiff before={fieldText(id, takenOver.before)} after={fieldText(id, takenOver.after)} />
            </details>
          ))}
        </>
      )}
      <p>
        <button type="button" className="button button-small" onClick={onDismiss}>
          Understood
        </button>
      </p>
    </div>
  );
}
