import { useEffect, useRef, useState } from 'react';
import { type FieldId, fieldById } from '../../../domain/postMortem/fields';
import { fieldText } from '../../components/fieldText';
import WordDiff from '../../components/WordDiff';
import type { DocumentContent } from '../../data/types';
import { say, translated } from '../../language/say';
import { changeWords } from './changedBy';
import { type Choice, canKeepBoth, defaultChoice, resolveConflicts } from './merge';
import type { Conflict } from './writingState';

interface Props {
  conflict: Conflict;
  onResolve(content: DocumentContent): void;
}

/** Both versions side by side, field by field. Nothing is saved before the author has chosen. */
export default function ConflictView({ conflict, onResolve }: Props) {
  const { by, merged, theirs, fields } = conflict;
  const words = changeWords(by);
  const [choices, setChoices] = useState<Partial<Record<FieldId, Choice>>>({});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const chosen = (id: FieldId) => choices[id] ?? defaultChoice(id);
  const save = () =>
    onResolve(resolveConflicts(merged, theirs, Object.fromEntries(fields.map((id) => [id, chosen(id)]))));
  return (
    <section className="panel stack conflict">
      <h2 ref={heading} tabIndex={-1}>
        {words.changed}
      </h2>
      <p>
        {words.both(fields.length)}{' '}
        {say('Here are both versions; neither is lost. Everything else is already brought together.')}
      </p>
      {fields.map((id) => (
        <ConflictField
          key={id}
          id={id}
          mine={fieldText(id, merged)}
          theirs={fieldText(id, theirs)}
          words={words}
          choice={chosen(id)}
          onChoose={(choice) => setChoices({ ...choices, [id]: choice })}
        />
      ))}
      <p>
        <button type="button" className="button button-primary" onClick={save}>
          {say('Save what I chose')}
        </button>
      </p>
    </section>
  );
}

function ConflictField(props: {
  id: FieldId;
  mine: string;
  theirs: string;
  words: ReturnType<typeof changeWords>;
  choice: Choice;
  onChoose(choice: Choice): void;
}) {
  const { id, mine, theirs, words, choice, onChoose } = props;
  const options: Choice[] = canKeepBoth(id) ? ['mine', 'theirs', 'both'] : ['mine', 'theirs'];
  return (
    <fieldset className="stack conflict-field">
      <legend>{translated(fieldById(id).label)}</legend>
      <div className="conflict-versions">
        <Version title={words.mine} text={mine} />
        <Version title={words.theirs} text={theirs} />
      </div>
      {mine !== '' && theirs !== '' && (
        <details>
          <summary>{say('What differs, word by word')}</summary>
          <WordDiff before={theirs} after={mine} />
        </details>
      )}
      <div className="row">
        {options.map((option) => (
          <label key={option} className="row choice">
            <input
              type="radio"
              name={`choice-${id}`}
              checked={choice === option}
              onChange={() => onChoose(option)}
            />
            {words.choices[option]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const Version = ({ title, text }: { title: string; text: string }) => (
  <div className="stack-tight">
    <h3>{title}</h3>
    <p className="version-text" dir="auto">
      {text || <span className="soft">{say('Nothing')}</span>}
    </p>
  </div>
);
