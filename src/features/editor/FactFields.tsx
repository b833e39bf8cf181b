import { type ReactNode, useEffect, useId, useState } from 'react';
import {
  type AuthoredField,
  type Choice,
  FIELDS,
  type FieldOf,
  fieldById,
} from '../../../domain/postMortem/fields';
import { tagsIn } from '../../../domain/postMortem/names';
import { TagLinks } from '../../components/TagLinks';
import type { DocumentContent } from '../../data/types';
import { say, translated } from '../../language/say';
import { Cobweb } from '../../theme/Raven';
import { FactsLine, factsProblem } from './FactsLine';
import { MomentFields } from './MomentFields';

interface Props {
  content: DocumentContent;
  /** A new document starts in its title, with its facts open. */
  isNew: boolean;
  beneathTitle: ReactNode;
  onChange(change: Partial<DocumentContent>): void;
}

/** What an incident is called, how bad it was, where and when: a heading, and a line that opens for editing. */
export function FactFields({ content, isNew, beneathTitle, onChange }: Props) {
  const problem = factsProblem(content);
  const [isOpen, setOpen] = useState(isNew);
  useEffect(() => {
    if (problem !== null) setOpen(true);
  }, [problem]);
  return (
    <section
      className="facts"
      aria-label={say('Facts')}
      id="facts"
      tabIndex={-1}
      // Whoever is led here is to find the fields.
      onFocus={(event) => event.target === event.currentTarget && setOpen(true)}
    >
      <Cobweb />
      <Title title={content.title} isNew={isNew} onChange={(title) => onChange({ title })} />
      {beneathTitle}
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <FactsLine content={content} problem={isOpen ? null : problem} />
        </summary>
        <div className="stack fact-sheet">
          <div className="fact-fields">
            {FIELDS.filter((field) => field.exported === 'fact' && !('apart' in field)).map((field) => (
              <FactField key={field.id} field={field} content={content} onChange={onChange} />
            ))}
          </div>
          <MomentFields content={content} onChange={onChange} />
        </div>
      </details>
    </section>
  );
}

/** The title as the heading that it will be. Line breaks are none of it. */
function Title(props: { title: string; isNew: boolean; onChange(title: string): void }) {
  const { title, isNew, onChange } = props;
  const id = useId();
  const { label, most, example } = fieldById('title');
  const tooLong = title.trim().length > most;
  return (
    <div className="field title-field">
      <label htmlFor={id} className="visually-hidden">
        {translated(label)}
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={1}
        className="title-input"
        value={title}
        // biome-ignore lint/a11y/noAutofocus: the author has just asked for a new document
        autoFocus={isNew && title === ''}
        placeholder={translated(example)}
        aria-invalid={tooLong}
        aria-describedby={tooLong ? `${id}problem` : undefined}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
        }}
        onChange={(event) => onChange(event.target.value.replace(/[\r\n]+/g, ' '))}
      />
      {tooLong && (
        <p className="field-problem" id={`${id}problem`}>
          {say('{used} characters; at most {most} can be saved.', { used: title.trim().length, most })}
        </p>
      )}
    </div>
  );
}

/** A fact by its kind; moments stand together below. */
function FactField({
  field,
  content,
  onChange,
}: Omit<Props, 'isNew' | 'beneathTitle'> & { field: AuthoredField }) {
  const id = useId();
  const change = (value: unknown) => onChange({ [field.id]: value });
  if (field.kind === 'labels') return <TagsField field={field} tags={content[field.id]} onChange={change} />;
  if (field.kind === 'choice') {
    const chosen: Choice | undefined = field.choices.find((one) => one.id === content[field.id]);
    return (
      <div className="field">
        <label htmlFor={id}>{translated(field.label)}</label>
        <select
          id={id}
          value={content[field.id]}
          aria-describedby={chosen?.meaning && `${id}hint`}
          onChange={(event) => change(event.target.value)}
        >
          {field.choices.map((one) => (
            <option key={one.id} value={one.id}>
              {translated(one.label)}
            </option>
          ))}
        </select>
        {chosen?.meaning && (
          <p className="hint" id={`${id}hint`}>
            {translated(chosen.meaning)}
          </p>
        )}
      </div>
    );
  }
  if (field.kind !== 'line') return null;
  return (
    <div className="field">
      <label htmlFor={id}>{translated(field.label)}</label>
      <input
        id={id}
        dir="auto"
        value={content[field.id]}
        placeholder={'example' in field ? translated(field.example) : undefined}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
}

/** What stands in the field: as it is being typed, until the tags become others than that says. */
export function shownTags(typed: string | null, tags: readonly string[]): string {
  return typed !== null && JSON.stringify(tagsIn(typed)) === JSON.stringify(tags) ? typed : tags.join(', ');
}

/** Tags as people type them: separated by commas. */
function TagsField(props: {
  field: FieldOf<'labels'>;
  tags: readonly string[];
  onChange(tags: string[]): void;
}) {
  const { field, tags, onChange } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="field">
      <label htmlFor={id}>{translated(field.label)}</label>
      <input
        id={id}
        dir="auto"
        value={shownTags(typed, tags)}
        placeholder={translated(field.example)}
        aria-describedby={`${id}hint`}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(tagsIn(event.target.value));
        }}
        onBlur={() => setTyped(null)}
      />
      <p className="hint" id={`${id}hint`}>
        {say('Separated by commas')}
      </p>
      <TagLinks tags={tags} list="" />
    </div>
  );
}
