import { useEffect, useMemo, useState } from 'react';
import type { Origin, Revision } from '../../../domain/history/revision';
import { sittingsOf } from '../../../domain/history/sittings';
import { type SectionId, sectionById } from '../../../domain/sections';
import { Dialog } from '../../components/Dialog';
import { Problem } from '../../components/Problem';
import { SessionExpiredError } from '../../data/errors';
import { useServices } from '../../data/services';
import type { DocumentContent } from '../../data/types';
import { SittingView } from './SittingView';
import { WhoWroteWhat } from './WhoWroteWhat';
import './history.css';
import { say, translated } from '../../language/say';

interface Props {
  postMortemId: string;
  /** A section, or null for the whole document. */
  section: SectionId | null;
  /** The document as it stands here. */
  content: DocumentContent;
  onRestore(part: Partial<DocumentContent>, from: Origin): void;
  onSessionExpired(): void;
  onClose(): void;
}

type Read =
  | { kind: 'loading' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'read'; revisions: Revision[] };

/** Sittings shown at once; a year of a document has hundreds. */
const AT_A_TIME = 30;

/** What was saved of a document or of one section: by whom, when, from where, and the way back to it. */
export default function HistoryDialog(props: Props) {
  const { postMortemId, section, content, onRestore, onSessionExpired, onClose } = props;
  const { history } = useServices();
  const [read, setRead] = useState<Read>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const [isBeside, setBeside] = useState(false);
  const [shown, setShown] = useState(AT_A_TIME);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads again
  useEffect(() => {
    let isHere = true;
    setRead({ kind: 'loading' });
    history.of(postMortemId).then(
      (revisions) => isHere && setRead({ kind: 'read', revisions }),
      (error: unknown) => {
        if (!isHere) return;
        if (error instanceof SessionExpiredError) onSessionExpired();
        else setRead({ kind: 'failed', error });
      },
    );
    return () => {
      isHere = false;
    };
  }, [history, postMortemId, attempt]);
  const sittings = useMemo(
    () => (read.kind === 'read' ? sittingsOf(read.revisions, section ?? undefined) : []),
    [read, section],
  );
  const restore = (part: Partial<DocumentContent>) => {
    onRestore(part, 'restored');
    onClose();
  };
  const name = section && translated(sectionById(section).label).toLowerCase();
  return (
    <Dialog title={name ? say('History of {name}', { name }) : say('History')} isWide onClose={onClose}>
      <div role="status">
        {read.kind === 'loading' && (
          <p className="row soft">
            <span className="spinner" /> {say('Reading what was saved…')}
          </p>
        )}
        {read.kind === 'read' && sittings.length === 0 && (
          <p>
            {name
              ? say('Nothing of {name} has been saved yet. Every save will stand here.', { name })
              : say('Nothing has been saved yet. Every save will stand here.')}
          </p>
        )}
      </div>
      {read.kind === 'failed' && (
        <Problem error={read.error}>
          <button type="button" className="button" onClick={() => setAttempt(attempt + 1)}>
            {say('Try again')}
          </button>
        </Problem>
      )}
      {sittings.length > 0 && (
        <>
          <p className="small soft">
            {say(
              'Saves that one person made without a pause stand together. Who saved, and where a text came from, is what the page of whoever saved said.',
            )}
          </p>
          <fieldset className="row history-against">
            <legend className="visually-hidden">{say('Compare with')}</legend>
            {[
              { beside: false, label: say('What it changed') },
              { beside: true, label: say('What has changed since') },
            ].map(({ beside, label }) => (
              <label key={label} className="row">
                <input
                  type="radio"
                  name="history-against"
                  checked={isBeside === beside}
                  onChange={() => setBeside(beside)}
                />
                {label}
              </label>
            ))}
          </fieldset>
          <ol className="history-list">
            {sittings.slice(0, shown).map((sitting) => (
              <SittingView
                key={sitting.place}
                sitting={sitting}
                section={section}
                content={content}
                sinceThen={isBeside}
                onRestore={restore}
              />
            ))}
          </ol>
          {sittings.length > shown && (
            <p>
              <button type="button" className="button" onClick={() => setShown(shown + AT_A_TIME)}>
                {say('Show earlier ones')}
              </button>
            </p>
          )}
          {section && <WhoWroteWhat section={section} text={content[section]} sittings={sittings} />}
        </>
      )}
      <p>
        <button type="button" className="button" onClick={onClose}>
          {say('Close')}
        </button>
      </p>
    </Dialog>
  );
}
