import { useId, useState } from 'react';
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
import { Cobweb } from '../../theme/Raven';
import { MomentFields } from './MomentFields';

interface Props {
  content: DocumentContent;
  /** A new document starts in its title. */
  focusTitle: boolean;
  onChange(change: Partial<DocumentContent>): void;
}

/** What an incident is called, how bad it was, where and when. */
export function FactFields({ content, focusTitle, onChange }: Props) {
  const id = useId();
  const title = fieldById('title');
  const tooLong = content.title.trim().length > title.most;
  return (
    <section className="panel stack" aria-label="Facts" id="facts" tabIndex={-1}>
      <Cobweb />
      <div className="field">
        <label htmlFor={`${id}title`}>{title.label}</label>
        <input
          id={`${id}title`}
          dir="auto"
          className="title-input"
          value={content.title}
          // biome-ignore lint/a11y/noAutofocus: the author has just asked for a new document
          autoFocus={focusTitle}
          placeholder={title.example}
          aria-invalid={tooLong}
          aria-describedby={tooLong ? `${id}title-problem` : undefined}
          onChange={(event) => onChange({ title: event.target.value })}
        />
        {tooLong && (
          <p className="field-problem" id={`${id}title-problem`}>
            {content.title.trim().length} characters; at most {title.most} can be saved.
          </p>
        )}
      </div>
      <div className="fact-fields">
        {FIELDS.filter((field) => field.exported === 'fact' && !('apart' in field)).map((field) => (
          <FactField key={field.id} field={field} content={content} onChange={onChange} />
        ))}
      </div>
      <MomentFields content={content} onChange={onChange} />
    </section>
  );
}

/** A fact by its kind; moments stand together below. */
function FactField({ field, content, onChange }: Omit<Props, 'focusTitle'> & { field: AuthoredField }) {
  const id = useId();
  const change = (value: unknown) => onChange({ [field.id]: value });
  if (field.kind === 'labels') return <TagsField field={field} tags={content[field.id]} onChange={change} />;
  if (field.kind === 'choice') {
    const chosen: Choice | undefined = field.choices.find((one) => one.id === content[field.id]);
    return (
      <div className="field">
        <label htmlFor={id}>{field.label}</label>
        <select
          id={id}
          value={content[field.id]}
          aria-describedby={chosen?.meaning && `${id}hint`}
          onChange={(event) => change(event.target.value)}
        >
          {field.choices.map((one) => (
            <option key={one.id} value={one.id}>
              {one.label}
            </option>
          ))}
        </select>
        {chosen?.meaning && (
          <p className="hint" id={`${id}hint`}>
            {chosen.meaning}
          </p>
        )}
      </div>
    );
  }
  if (field.kind !== 'line') return null;
  return (
    <div className="field">
      <label htmlFor={id}>{field.label}</label>
      <input
        id={id}
        dir="auto"
        value={content[field.id]}
        placeholder={'example' in field ? field.example : undefined}
        onChange={(event) => change(event.target.value)}
      />
    </div>
  );
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
      <label htmlFor={id}>{field.label}</label>
      <input
        id={id}
        dir="auto"
        value={typed ?? tags.join(', ')}
        placeholder={field.example}
        aria-describedby={`${id}hint`}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(tagsIn(event.target.value));
        }}
        onBlur={() => setTyped(null)}
      />
      <p className="hint" id={`${id}hint`}>
        Separated by commas
      </p>
      <TagLinks tags={tags} list="" />
    </div>
  );
}
