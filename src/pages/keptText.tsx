import { useState } from 'react';
import { useNavigate } from 'react-router';
import { FIELDS, fieldById } from '../../domain/postMortem/fields';
import { fieldText } from '../components/fieldText';
import { emptyContent } from '../data/content';
import type { DocumentContent } from '../data/types';
import { NotKeptOnDeviceError, type UnsavedWork, type UnsavedWorkJournal } from '../data/unsavedWork';
import { say, translated } from '../language/say';

/** Opens a text as a new post-mortem, by leaving it in the journal under a new id. @throws NotKeptOnDeviceError */
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

/** The button that does so. Where this device has no room for it, the page stays, and says what to do. */
export function KeepAsNew(props: { content: DocumentContent; showsText?: boolean; onKeep(): void }) {
  const { content, showsText, onKeep } = props;
  const [failed, setFailed] = useState<NotKeptOnDeviceError | null>(null);
  const keep = () => {
    setFailed(null);
    try {
      onKeep();
    } catch (error) {
      if (!(error instanceof NotKeptOnDeviceError)) throw error;
      setFailed(error);
    }
  };
  return (
    <>
      <p>
        <button type="button" className="button" onClick={keep}>
          {say('Keep my text as a post-mortem of its own')}
        </button>
      </p>
      {failed && (
        <div role="alert">
          <p className="message-title">{failed.message}</p>
          <p>
            {say(
              'No post-mortem was made of it. Make room on this device and try again, or copy your text from this page.',
            )}
          </p>
        </div>
      )}
      {failed && showsText && <WholeText content={content} />}
    </>
  );
}

/** All that somebody wrote, to be copied. */
const WholeText = ({ content }: { content: DocumentContent }) => (
  <dl className="stack-tight">
    {FIELDS.map(({ id }) => ({ id, text: fieldText(id, content) }))
      .filter(({ text }) => text.trim() !== '')
      .map(({ id, text }) => (
        <div key={id}>
          <dt>{translated(fieldById(id).label)}</dt>
          <dd className="version-text" dir="auto">
            {text}
          </dd>
        </div>
      ))}
  </dl>
);

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
          <KeepAsNew content={content} showsText onKeep={() => onKeep(postMortemId, content)} />
        </div>
      ))}
    </div>
  );
}
