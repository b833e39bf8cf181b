import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { download } from '../../components/export/downloadExport';
import { Problem } from '../../components/Problem';
import type { SignedInUser } from '../../data/types';
import { collectOwnData, type OwnServices } from './collect';
import { Erasing } from './Erasing';
import './your-data.css';
import { say } from '../../language/say';

interface Props {
  user: SignedInUser;
  services: OwnServices;
  /** Ends the session, and the account too where that was asked for. */
  onErased(withAccount: boolean): Promise<void>;
}

/** Everything that belongs to somebody: taken along as one file, or erased. */
export default function YourData({ user, services, onErased }: Props) {
  return (
    <div className="page page-narrow stack">
      <title>{say('Your data · Nevermore')}</title>
      <h1>{say('Your data')}</h1>
      <p>
        <Link to="/memory">{say('Memory')}</Link>
      </p>
      <Download user={user} services={services} />
      <Erasing user={user} services={services} onErased={onErased} />
    </div>
  );
}

type Collecting =
  | { kind: 'idle' }
  | { kind: 'busy'; done: number; all: number }
  | { kind: 'failed'; error: unknown };

function Download({ user, services }: Pick<Props, 'user' | 'services'>) {
  const [state, setState] = useState<Collecting>({ kind: 'idle' });
  const [told, setTold] = useState('');
  useEffect(() => {
    if (state.kind === 'busy') setTold('');
  }, [state.kind]);
  const collect = async () => {
    if (state.kind === 'busy') return;
    setState({ kind: 'busy', done: 0, all: 0 });
    try {
      const text = await collectOwnData(
        user,
        services,
        () => new Date(),
        (done, all) => setState({ kind: 'busy', done, all }),
      );
      download('nevermore-my-data.json', 'application/json', text);
      setState({ kind: 'idle' });
      setTold(say('Everything is in nevermore-my-data.json, among your downloads.'));
    } catch (error) {
      setState({ kind: 'failed', error });
    }
  };
  return (
    <section className="panel stack" aria-labelledby="take-along">
      <h2 id="take-along">{say('Download my data')}</h2>
      <p>
        {say(
          'One JSON file with every post-mortem you own, also archived and recently deleted ones, every save of it, the drafts you asked for, what others have shared with you, your comments on any of them, the templates you saved for the team, the reviews you had a part in, what you wanted remembered, what you asked the archive, and what you said to the assistant.',
        )}
      </p>
      {state.kind === 'failed' && <Problem error={state.error} />}
      {state.kind === 'busy' && (
        <progress aria-label={say('Collecting')} max={Math.max(1, state.all)} value={state.done} />
      )}
      <p className="small soft" role="status">
        {state.kind === 'busy'
          ? say('{done} of {all} collected…', { done: state.done, all: state.all })
          : told}
      </p>
      <p>
        <button
          type="button"
          className="button"
          aria-disabled={state.kind === 'busy'}
          onClick={() => void collect()}
        >
          {state.kind === 'busy' && <span className="spinner" />}
          {say('Download my data')}
        </button>
      </p>
    </section>
  );
}
