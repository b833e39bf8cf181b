import { Icon } from '../../components/Icon';
import { say } from '../../language/say';
import { changeWords } from './changedBy';
import type { WritingState } from './writingState';

interface Props {
  state: WritingState;
  onRetry(): void;
}

/** Where the author's words are right now. */
export function SaveStatus({ state, onRetry }: Props) {
  const { save, keptOnDevice } = state;
  const waiting = save.kind === 'offline' || save.kind === 'failed';
  return (
    <div className="save-status" data-save={save.kind}>
      <p role="status" className="row">
        <Mark state={state} />
        <span>{words(state)}</span>
      </p>
      {!keptOnDevice && save.kind !== 'saved' && (
        <p className="field-problem" role="alert">
          {say('This device cannot keep a copy. Keep this tab open until it is saved.')}
        </p>
      )}
      {waiting && (
        <button type="button" className="button button-small" onClick={onRetry}>
          {say('Save now')}
        </button>
      )}
    </div>
  );
}

function Mark({ state: { save } }: { state: WritingState }) {
  switch (save.kind) {
    case 'saved':
      return <Icon name="check" />;
    case 'unsaved':
    case 'saving':
      return <span className="spinner" />;
    case 'untouched':
      return null;
    case 'offline':
    case 'failed':
    case 'signedOut':
    case 'conflict':
    case 'gone':
      return <Icon name="warning" />;
  }
}

function words({ save }: WritingState): string {
  switch (save.kind) {
    case 'untouched':
      return say('Saved as soon as you write something');
    case 'saved':
      return say('Saved');
    case 'unsaved':
    case 'saving':
      return say('Saving…');
    case 'offline':
      return say('Offline: kept on this device');
    case 'failed':
      return say('Not saved: {message} {advice}', { message: save.message, advice: save.advice });
    case 'signedOut':
      return say('Not saved: your session has ended. Kept on this device');
    case 'conflict':
      return say('Not saved. {changed}. Choose below', { changed: changeWords(save.conflict.by).changed });
    case 'gone':
      return say('Not saved: it was deleted, or is no longer shared with you. Kept on this device');
  }
}
