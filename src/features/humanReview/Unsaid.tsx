import { CopyButton } from '../../components/CopyButton';
import { say } from '../../language/say';
import { useKeptText } from './useKeptText';

/** What somebody had written for a decision that was not theirs any more: it was never sent, and is not thrown away. */
export function Unsaid({ place }: { place: string }) {
  const { text, clear } = useKeptText(place);
  if (text.trim() === '') return null;
  return (
    <div className="message">
      <p className="message-title">{say('What you had written was not sent')}</p>
      <blockquote className="pre-line" dir="auto">
        {text}
      </blockquote>
      <div className="row">
        <CopyButton className="button button-small" text={() => text}>
          {say('Copy it')}
        </CopyButton>
        <button type="button" className="button button-small" onClick={clear}>
          {say('Forget it')}
        </button>
      </div>
    </div>
  );
}
