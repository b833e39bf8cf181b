import { Icon } from '../../components/Icon';
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
          This device cannot keep a copy. Keep this tab open until it is saved.
        </p>
      )}
      {waiting && (
        <button type="button" className="button button-small" onClick={onRetry}>
          Save now
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
      return 'Saved as soon as you write something';
    case 'saved':
      return 'Saved';
    case 'unsaved':
    case 'saving':
      return 'Saving…';
    case 'offline':
      return 'Offline: kept on this device';
    case 'failed':
      return `Not saved: ${save.message} ${save.advice}`;
    case 'signedOut':
      return 'Not saved: your session has ended. Kept on this device';
    case 'conflict':
      return `Not saved. ${changeWords(save.conflict.by).changed}. Choose below`;
    case 'gone':
      return 'Not saved: it was deleted, or is no longer shared with you. Kept on this device';
  }
}
