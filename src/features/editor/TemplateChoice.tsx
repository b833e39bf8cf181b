import { type ReactNode, useId } from 'react';
import { SECTIONS, type SectionId } from '../../../domain/sections';
import {
  shownSections,
  TEMPLATES,
  type Template,
  templateNameOf,
  withTemplate,
} from '../../../domain/templates';
import type { DocumentContent } from '../../data/types';
import { say, translated } from '../../language/say';

interface Props {
  content: DocumentContent;
  onChange(change: Partial<DocumentContent>): void;
  /** Makes it private, for those who may; null for all others. */
  onPrivate: (() => void) | null;
  /** What the team has saved, as far as it is here. */
  team: readonly Template[];
  /** What can be done with the team's templates. */
  children: ReactNode;
}

/** Which sections the document shows: by a template, and one by one. No choice here loses a text. */
export function TemplateChoice({ content, onChange, onPrivate, team, children }: Props) {
  const id = useId();
  const name = templateNameOf(content);
  const all = [...TEMPLATES, ...team];
  const known = all.find((template) => template.name === name);
  const shown = shownSections(content).map((section) => section.id);
  const others = SECTIONS.filter((section) => !shown.includes(section.id));
  return (
    <div className="template-choice">
      <div className="field">
        <label htmlFor={id}>{say('Template')}</label>
        <select
          id={id}
          value={name}
          aria-describedby={`${id}hint`}
          onChange={(event) => {
            const chosen = all.find((template) => template.name === event.target.value);
            if (!chosen) return;
            onChange(withTemplate(content, chosen));
            if (chosen.isPrivate) onPrivate?.();
          }}
        >
          {!known && <option value={name}>{name}</option>}
          {TEMPLATES.map((template) => (
            <option key={template.name} value={template.name}>
              {translated(template.name)}
            </option>
          ))}
          {team.length > 0 && (
            <optgroup label={say('Of your team')}>
              {team.map((template) => (
                <option key={template.name} value={template.name}>
                  {template.name}
                </option>
              ))}
            </optgroup>
          )}
        </select>
        <p className="hint" id={`${id}hint`}>
          {known?.suits ? translated(known.suits) : say('A template of your team.')}{' '}
          {say('Changing it loses no text.')}
        </p>
      </div>
      {children}
      {others.length > 0 && (
        <div className="field">
          <label htmlFor={`${id}add`}>{say('Add a section')}</label>
          <select
            id={`${id}add`}
            value=""
            onChange={(event) => {
              const added = event.target.value as SectionId;
              onChange({ layout: [...shown, added] });
            }}
          >
            <option value="">{say('Choose…')}</option>
            {others.map((section) => (
              <option key={section.id} value={section.id}>
                {translated(section.label)}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}
