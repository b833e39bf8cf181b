import { useNavigate } from 'react-router';
import { emptyContent } from '../data/content';
import type { DocumentContent } from '../data/types';
import type { UnsavedWork, UnsavedWorkJournal } from '../data/unsavedWork';
import { say } from '../language/say';

/** Opens a text as a new post-mortem, by leaving it in the journal under a new id. */
export function useKeepAsNew(journal: UnsavedWorkJournal) {
  const navigate = useNavigate();
  return (oldId: string, content: DocumentContent) => {
    const id = crypto.randomUUID();
    journal.keep({
      postMortemId: id,
      baseRevision: 0,
      base: emptyContent(),
      content,
      changedAt: new Date().toISOString(),
    });
    journal.clearContent(oldId, content);
    void navigate(`/post-mortems/${id}`, { state: { isNew: true }, replace: true });
  };
}

/** What this device still has of a post-mortem that is not there any more, by each window that had some. */
export function LeftBehind(props: {
  left: readonly UnsavedWork[];
  onKeep(oldId: string, content: DocumentContent): void;
}) {
  const { left, onKeep } = props;
  return (
    <div className="page page-narrow stack">
      {left.map(({ postMortemId, content, changedAt }) => (
        <div key={changedAt + JSON.stringify(content)} className="message message-warn">
          <p className="message-title">
            {say('This device still has text of yours that was never saved there.')}
          </p>
          <p>
            “<bdi>{content.title.trim() || say('Untitled post-mortem')}</bdi>”
          </p>
          <p>
            <button type="button" className="button" onClick={() => onKeep(postMortemId, content)}>
              {say('Keep my text as a post-mortem of its own')}
            </button>
          </p>
        </div>
      ))}
    </div>
  );
}
