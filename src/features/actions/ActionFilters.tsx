import { useId } from 'react';
import { AGES } from '../../../domain/actions/age';
import type { ActionFilter } from '../../../domain/actions/openActions';
import { ACTION_PRIORITIES, ACTION_TYPES } from '../../../domain/postMortem/choices';
import { say, translated } from '../../language/say';

/** Which actions are shown. */
export function ActionFilters(props: { filter: ActionFilter; onChange(filter: ActionFilter): void }) {
  const { filter, onChange } = props;
  const id = useId();
  return (
    <search className="row actions-bar">
      <div className="field">
        <label htmlFor={id}>{say('Owner')}</label>
        <input
          id={id}
          dir="auto"
          type="search"
          value={filter.owner}
          onChange={(event) => onChange({ ...filter, owner: event.target.value })}
        />
      </div>
      <Choice
        label={say('Type')}
        value={filter.type}
        options={ACTION_TYPES}
        onChange={(type) => onChange({ ...filter, type })}
      />
      <Choice
        label={say('Priority')}
        value={filter.priority}
        options={ACTION_PRIORITIES}
        onChange={(priority) => onChange({ ...filter, priority })}
      />
      <Choice
        label={say('Age')}
        value={filter.age}
        options={AGES}
        onChange={(age) => onChange({ ...filter, age })}
      />
    </search>
  );
}

function Choice(props: {
  label: string;
  value: string;
  options: readonly { id: string; label: string }[];
  onChange(value: string): void;
}) {
  const { label, value, options, onChange } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{say('Any')}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {translated(option.label)}
          </option>
        ))}
      </select>
    </div>
  );
}
