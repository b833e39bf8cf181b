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
  /** What the team has saved, and whether that is here yet. */
  team: { readonly templates: readonly Template[]; readonly isRead: boolean };
  /** What can be done with the team's templates. */
  children: ReactNode;
}

/** When to choose a template, or what is known of one that is not among them. */
function whatItIs(known: Template | undefined, isRead: boolean): string {
  if (known?.suits) return translated(known.suits);
  return known || !isRead
    ? say('A template of your team.')
    : say('No template has this name any more; the document keeps its sections.');
}

/** Which sections the document shows: by a template, and one by one. No choice here loses a text. */
export function TemplateChoice({ content, onChange, onPrivate, team, children }: Props) {
  const id = useId();
  const name = templateNameOf(content);
  const all = [...TEMPLATES, ...team.templates];
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
          {team.templates.length > 0 && (
            <optgroup label={say('Of your team')}>
              {team.templates.map((template) => (
                <option key={template.name} value={template.name}>
                  {template.name}
                </option>
              ))}
            </optgroup>
          )}
        </select>
        <p className="hint" id={`${id}hint`}>
          {whatItIs(known, team.isRead)} {say('Changing it loses no text.')}
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
