import { useEffect, useId, useState } from 'react';
import { Problem } from '../../components/Problem';
import type { SignedInUser } from '../../data/types';
import { say, sayCount } from '../../language/say';
import { binnedIds } from './binnedIds';
import type { OwnServices } from './collect';
import { eraseOwnData, isHalfErased } from './erase';

interface Counts {
  owned: number;
  published: number;
  deleted: number;
}

/** Deletes everything of somebody for good, after their address was typed. */
export function Erasing(props: {
  user: SignedInUser;
  services: OwnServices;
  onErased(withAccount: boolean): Promise<void>;
}) {
  const { user, services, onErased } = props;
  const [typed, setTyped] = useState('');
  const [withAccount, setWithAccount] = useState(false);
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isHalf, setHalf] = useState(() => isHalfErased(localStorage, user.id));
  const { counts, error: uncounted } = useCounts(user, services);
  const fieldId = useId();
  const isConfirmed = typed.trim().toLowerCase() === user.name.toLowerCase();
  const erase = async () => {
    setError(null);
    setProgress({ done: 0, all: 0 });
    try {
      await eraseOwnData(user, services, localStorage, (done, all) => setProgress({ done, all }));
      await onErased(withAccount);
    } catch (cause) {
      setError(cause);
      setProgress(null);
      setHalf(isHalfErased(localStorage, user.id));
    }
  };
  return (
    <section className="panel stack" aria-labelledby="erase">
      <h2 id="erase">{say('Erase my data')}</h2>
      <p>
        {counts === null ? say('Counting what you own…') : words(counts)}{' '}
        {say(
          'They go now and for good, not under Recently deleted, with every save and all drafts, for everybody who reads them too. Download your data first if you may want it.',
        )}
      </p>
      {counts !== null && counts.published > 0 && (
        <p className="message message-warn">
          {sayCount(
            counts.published,
            'One of them is published: your colleagues lose what they read and link to. To leave it to somebody, ask them to duplicate it before you erase.',
            '{n} of them are published: your colleagues lose what they read and link to. To leave it to somebody, ask them to duplicate it before you erase.',
          )}
        </p>
      )}
      <p>
        {say(
          'The drafts you asked for on other people’s post-mortems go too, the templates you saved for the team, what you wanted remembered, for you and for the team, what you asked the archive, what you said to the assistant, and what this device has kept. Your comments, and what you said in reviews, are emptied and lose your name; what others replied, and what was decided, stays. Not touched: what you wrote in the text of other people’s post-mortems, your name where one of them says who saved it, published it, took part or resolved a thread of somebody else’s, and your place among those it is shared with. Their owners take those out.',
        )}
      </p>
      {isHalf && (
        <p className="message message-warn">
          {say('Erasing was begun and did not come to its end. Erase again to go on.')}
        </p>
      )}
      {error !== null && <Problem error={error} />}
      {uncounted !== null && <Problem error={uncounted} />}
      <div className="field">
        <label htmlFor={fieldId}>{say('Type {name} to confirm', { name: user.name })}</label>
        <input
          id={fieldId}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <label className="row">
        <input
          type="checkbox"
          checked={withAccount}
          onChange={(event) => setWithAccount(event.target.checked)}
        />
        {say('Delete my account too')}
      </label>
      {progress !== null && (
        <progress aria-label={say('Erasing')} max={Math.max(1, progress.all)} value={progress.done} />
      )}
      <p className="small soft" role="status">
        {progress === null ? '' : say('{done} of {all} erased…', { done: progress.done, all: progress.all })}
      </p>
      <p>
        <button
          type="button"
          className="button button-danger"
          disabled={!(isConfirmed || isHalf) || progress !== null}
          onClick={() => void erase()}
        >
          {progress !== null && <span className="spinner" />}
          {isHalf ? say('Go on erasing') : say('Erase my data and sign out')}
        </button>
      </p>
    </section>
  );
}

function words({ owned, deleted }: Counts): string {
  const own = sayCount(owned, 'You own one post-mortem', 'You own {n} post-mortems');
  return deleted === 0
    ? `${own}.`
    : sayCount(
        deleted,
        '{own}, and {n} more is recently deleted.',
        '{own}, and {n} more are recently deleted.',
        { own },
      );
}

function useCounts(user: SignedInUser, { bin, ownData }: OwnServices) {
  const [counts, setCounts] = useState<Counts | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let isWanted = true;
    const count = async () => {
      const [owned, published, deleted] = [
        await ownData.owned(user.id),
        await ownData.published(user.id),
        await binnedIds(bin),
      ];
      if (isWanted) setCounts({ owned: owned.length, published: published.length, deleted: deleted.length });
    };
    count().catch((cause: unknown) => isWanted && setError(cause));
    return () => {
      isWanted = false;
    };
  }, [user.id, bin, ownData]);
  return { counts, error };
}
