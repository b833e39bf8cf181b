import { Suspense, useRef, useState } from 'react';
import { templateNameOf } from '../../../domain/templates';
import { lazily } from '../../components/lazily';
import { useNotify } from '../../components/Notices';
import { explain } from '../../data/errors';
import type { DocumentContent } from '../../data/types';
import { say } from '../../language/say';
import type { TeamTemplatesState } from './useTeamTemplates';

/** A template is saved once a year. */
const SaveTemplateDialog = lazily(() => import('./SaveTemplateDialog'));

interface Props {
  team: TeamTemplatesState;
  content: DocumentContent;
  userId: string;
}

/** Saves a document's sections and questions for the team, and takes away what this person has saved. */
export function TeamTemplates({ team, content, userId }: Props) {
  const [saving, setSaving] = useState(false);
  const [removing, setRemoving] = useState(false);
  const notify = useNotify();
  const saveButton = useRef<HTMLButtonElement>(null);
  const used = team.all.find(({ name }) => name === templateNameOf(content));
  const remove = async (name: string) => {
    if (removing) return;
    setRemoving(true);
    try {
      await team.store.remove(name);
      notify({
        text: say('The template “{name}” is gone. Documents that use it keep their sections.', { name }),
        action: used && {
          label: say('Undo'),
          run: () => void team.store.save(used).then(team.reload, complain),
        },
      });
      // The button that was pressed goes with the template.
      saveButton.current?.focus();
      team.reload();
    } catch (error) {
      complain(error);
    } finally {
      setRemoving(false);
    }
  };
  const complain = (error: unknown) => {
    const { message, advice } = explain(error);
    notify({ text: `${message} ${advice}` });
  };
  return (
    <>
      {team.error !== null && (
        <p className="small soft" role="status">
          {say('Your team’s templates could not be read.')} {explain(team.error).message}{' '}
          <button type="button" className="button button-quiet button-small" onClick={team.reload}>
            {say('Try again')}
          </button>
        </p>
      )}
      <div className="row">
        <button
          type="button"
          ref={saveButton}
          className="button button-quiet button-small"
          onClick={() => setSaving(true)}
        >
          {say('Save as a template')}
        </button>
        {used?.owner === userId && (
          <button
            type="button"
            className="button button-quiet button-small"
            aria-disabled={removing}
            onClick={() => void remove(used.name)}
          >
            {removing && <span className="spinner" />}
            {say('Delete this template')}
          </button>
        )}
      </div>
      {saving && (
        <Suspense fallback={null}>
          <SaveTemplateDialog team={team} content={content} onClose={() => setSaving(false)} />
        </Suspense>
      )}
    </>
  );
}
