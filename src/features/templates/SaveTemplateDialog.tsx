import { useId, useMemo, useRef, useState } from 'react';
import { LIMITS } from '../../../domain/limits';
import { sectionById } from '../../../domain/sections';
import { LONGEST_SUITS, templateFrom, wrongTemplateName } from '../../../domain/teamTemplates';
import { Dialog } from '../../components/Dialog';
import { useNotify } from '../../components/Notices';
import { Problem } from '../../components/Problem';
import type { DocumentContent } from '../../data/types';
import { say, translated } from '../../language/say';
import type { TeamTemplatesState } from './useTeamTemplates';

interface Props {
  team: TeamTemplatesState;
  content: DocumentContent;
  onClose(): void;
}

/** Names what a document shows, so that the next one can begin with it. */
export default function SaveTemplateDialog({ team, content, onClose }: Props) {
  const id = useId();
  const notify = useNotify();
  const [name, setName] = useState('');
  const [suits, setSuits] = useState('');
  const nameField = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const template = useMemo(() => templateFrom(content), [content]);
  const wrong = wrongTemplateName(name, team.all);
  const save = async () => {
    setTried(true);
    if (wrong !== null) nameField.current?.focus();
    if (wrong !== null || saving) return;
    setSaving(true);
    setProblem(null);
    try {
      await team.store.save({ ...template, name: name.trim(), suits: suits.trim() });
      team.reload();
      notify({ text: say('Your team can choose “{name}” from now on.', { name: name.trim() }) });
      onClose();
    } catch (error) {
      setProblem(error);
      setSaving(false);
    }
  };
  return (
    <Dialog title={say('Save as a template')} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>
          {say(
            'Everybody who signs in here can begin a post-mortem with it. It keeps the sections and the questions in them, and no other text.',
          )}
        </p>
        <div className="field">
          <label htmlFor={`${id}name`}>{say('Name of the template')}</label>
          <input
            id={`${id}name`}
            ref={nameField}
            value={name}
            maxLength={LIMITS.templateName}
            aria-invalid={tried && wrong !== null}
            aria-describedby={`${id}wrong`}
            onChange={(event) => setName(event.target.value)}
          />
          <p className="field-problem" id={`${id}wrong`} role="status">
            {tried && wrong !== null && translated(wrong)}
          </p>
        </div>
        <div className="field">
          <label htmlFor={`${id}suits`}>{say('When to choose it')}</label>
          <input
            id={`${id}suits`}
            value={suits}
            maxLength={LONGEST_SUITS}
            placeholder={say('Such as: outages of the payment provider.')}
            onChange={(event) => setSuits(event.target.value)}
          />
        </div>
        <div>
          <h3>{say('Its sections')}</h3>
          <ol className="small">
            {template.sections.map((section) => (
              <li key={section}>
                {translated(sectionById(section).label)}
                {template.start?.[section] && (
                  <span className="soft">{say(', begins with its questions')}</span>
                )}
              </li>
            ))}
          </ol>
        </div>
        {problem !== null && <Problem error={problem} />}
        <div className="row">
          <button type="submit" className="button button-primary" aria-disabled={saving}>
            {saving && <span className="spinner" />}
            {say('Save template')}
          </button>
          <button type="button" className="button button-quiet" onClick={onClose}>
            {say('Cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
