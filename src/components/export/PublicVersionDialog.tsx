import { useId, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { exportById, MARKDOWN } from '../../../domain/export';
import type { AuthoredContent } from '../../../domain/postMortem/fields';
import { asItsOwn, keyOf, publicVersion } from '../../../domain/publicVersion';
import { useServices } from '../../data/services';
import { say, sayCount, translated } from '../../language/say';
import { CopyButton } from '../CopyButton';
import { Dialog } from '../Dialog';
import { Icon } from '../Icon';
import { Problem } from '../Problem';
import { download } from './downloadExport';

const wordsIn = (typed: string): string[] => typed.split(/[,\n]/).flatMap((word) => word.trim() || []);

/** What a public version does not tell, each with a tick, and a field for what the rules do not know. */
export default function PublicVersionDialog(props: { content: AuthoredContent; onClose: () => void }) {
  const { content, onClose } = props;
  const [typed, setTyped] = useState('');
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const wordsId = useId();
  const words = useMemo(() => wordsIn(typed), [typed]);
  // What is kept is found all the same: its tick has to stay.
  const found = useMemo(() => publicVersion(content, { words }).taken, [content, words]);
  const told = useMemo(() => publicVersion(content, { words, kept }).document, [content, words, kept]);
  const { postMortems } = useServices();
  const navigate = useNavigate();
  const [making, setMaking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const make = async () => {
    if (making) return;
    setMaking(true);
    setProblem(null);
    try {
      const id = crypto.randomUUID();
      await postMortems.create(id, asItsOwn(told), []);
      await navigate(`/post-mortems/${id}`);
    } catch (error) {
      setProblem(error);
      setMaking(false);
    }
  };
  const rules = [...new Set(found.map(({ label }) => label))];
  const set = (key: string, isTaken: boolean) => {
    const next = new Set(kept);
    if (isTaken) next.delete(key);
    else next.add(key);
    setKept(next);
  };
  return (
    <Dialog title={say('Public version')} isWide onClose={onClose}>
      <p>
        {say(
          'What is ticked is taken out of a copy; this post-mortem does not change. Rules do not find everything: read the copy before it leaves.',
        )}
      </p>
      <label htmlFor={wordsId}>{say('More words to take out, with commas between')}</label>
      <input
        id={wordsId}
        value={typed}
        placeholder={say('a customer, a project')}
        onChange={({ target }) => setTyped(target.value)}
      />
      <p role="status" className="soft small">
        {found.length === 0
          ? say('The rules found nothing.')
          : say('{found} found, {size} kept.', { found: found.length, size: kept.size })}
      </p>
      {rules.map((label) => (
        <fieldset key={label} className="public-rule">
          <legend>{translated(label)}</legend>
          {found
            .filter((taken) => taken.label === label)
            .map((taken) => (
              <label key={keyOf(taken)} className="public-value">
                <input
                  type="checkbox"
                  checked={!kept.has(keyOf(taken))}
                  onChange={({ target }) => set(keyOf(taken), target.checked)}
                />
                <bdi>{taken.value}</bdi>
                <span className="soft small">
                  {sayCount(taken.places, 'once, as {instead}', '{n} times, as {instead}', {
                    instead: taken.instead,
                  })}
                </span>
              </label>
            ))}
        </fieldset>
      ))}
      {problem !== null && <Problem error={problem} />}
      <div className="row">
        <CopyButton className="button button-primary" text={() => MARKDOWN.now(told)}>
          {say('Copy public version')}
        </CopyButton>
        <button
          type="button"
          className="button"
          onClick={() =>
            download(
              exportById('public')?.fileName(content.title) ?? 'public-version.md',
              MARKDOWN.mediaType,
              MARKDOWN.now(told),
            )
          }
        >
          <Icon name="download" />
          {say('Download public version')}
        </button>
        <button type="button" className="button" aria-disabled={making} onClick={() => void make()}>
          {making && <span className="spinner" />}
          {say('Make it a post-mortem of its own')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {say('Close')}
        </button>
      </div>
    </Dialog>
  );
}
