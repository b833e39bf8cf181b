import { LIMITS } from '../../../../domain/limits';
import WordDiff from '../../../components/WordDiff';

interface Props {
  text: string;
  draft: string;
  onReplace(): void;
  /** With the draft below the author's text. */
  onAppend(both: string): void;
  onBack(): void;
}

/** The author has written on since the draft was made: nothing of that is replaced unseen. */
export function TextChanged({ text, draft, onReplace, onAppend, onBack }: Props) {
  const both = `${text.trimEnd()}\n\n${draft}`;
  const isTooLong = both.length > LIMITS.sectionLength;
  return (
    <div className="stack" role="alert">
      <p className="message message-warn">
        You have changed this section since the draft was written. This is what accepting would change:
      </p>
      <div className="sheet">
        <WordDiff before={text} after={draft} />
      </div>
      <div className="row">
        <button type="button" className="button button-primary" onClick={onReplace}>
          Replace my text
        </button>
        <button type="button" className="button" disabled={isTooLong} onClick={() => onAppend(both)}>
          Put it below my text{isTooLong && ' (no room for both)'}
        </button>
        <button type="button" className="button" onClick={onBack}>
          Back
        </button>
      </div>
    </div>
  );
}
