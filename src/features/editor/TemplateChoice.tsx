import { useId } from 'react';
import { SECTIONS, type SectionId } from '../../../domain/sections';
import { shownSections, TEMPLATES, templateNameOf, withTemplate } from '../../../domain/templates';
import type { DocumentContent } from '../../data/types';

interface Props {
  content: DocumentContent;
  onChange(change: Partial<DocumentContent>): void;
  /** Makes it private, for those who may; null for all others. */
  onPrivate: (() => void) | null;
}

/** Which sections the document shows: by a template, and one by one. No choice here loses a text. */
export function TemplateChoice({ content, onChange, onPrivate }: Props) {
  const id = useId();
  const name = templateNameOf(content);
  const known = TEMPLATES.find((template) => template.name === name);
  const shown = shownSections(content).map((section) => section.id);
  const others = SECTIONS.filter((section) => !shown.includes(section.id));
  return (
    <div className="template-choice">
      <div className="field">
        <label htmlFor={id}>Template</label>
        <select
          id={id}
          value={name}
          aria-describedby={`${id}hint`}
          onChange={(event) => {
            const chosen = TEMPLATES.find((template) => template.name === event.target.value);
            if (!chosen) return;
            onChange(withTemplate(content, chosen));
            if (chosen.isPrivate) onPrivate?.();
          }}
        >
          {!known && <option value={name}>{name}</option>}
          {TEMPLATES.map((template) => (
            <option key={template.name} value={template.name}>
              {template.name}
            </option>
          ))}
        </select>
        <p className="hint" id={`${id}hint`}>
          {known?.suits ?? 'A template of your team.'} Changing it loses no text.
        </p>
      </div>
      {others.length > 0 && (
        <div className="field">
          <label htmlFor={`${id}add`}>Add a section</label>
          <select
            id={`${id}add`}
            value=""
            onChange={(event) => {
              const added = event.target.value as SectionId;
              onChange({ layout: [...shown, added] });
            }}
          >
            <option value="">Choose…</option>
            {others.map((section) => (
              <option key={section.id} value={section.id}>
                {section.label}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}
