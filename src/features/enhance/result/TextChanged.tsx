import { LIMITS } from '../../../../domain/limits';
import WordDiff from '../../../components/WordDiff';
import { say } from '../../../language/say';

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
        {say(
          'You have changed this section since the draft was written. This is what accepting would change:',
        )}
      </p>
      <div className="sheet">
        <WordDiff before={text} after={draft} />
      </div>
      <div className="row">
        <button type="button" className="button button-primary" onClick={onReplace}>
          {say('Replace my text')}
        </button>
        <button type="button" className="button" disabled={isTooLong} onClick={() => onAppend(both)}>
          {isTooLong ? say('Put it below my text (no room for both)') : say('Put it below my text')}
        </button>
        <button type="button" className="button" onClick={onBack}>
          {say('Back')}
        </button>
      </div>
    </div>
  );
}
