import { LIMITS } from '../../../domain/limits';
import type { ActionItem } from '../../../domain/postMortem';
import { type AuthoredContent, fieldById } from '../../../domain/postMortem/fields';
import { say } from '../../language/say';
import { saying } from '../../language/saying';
import { type Jump, RowList } from './RowList';
import { ChoiceField, LineField, withCell } from './rowFields';

const FIRST: Jump = { row: 0, within: 'input' };

interface Props<Row> {
  rows: readonly Row[];
  newRow: Row;
  /** Somebody has just added the first row, and goes on writing in it. */
  isBegun: boolean;
  onChange(rows: Row[]): void;
}

/** What is going to be done about it, by whom and by when. */
export function ActionRows({ rows, newRow, isBegun, onChange }: Props<ActionItem>) {
  return (
    <RowList
      rowName="action item"
      rows={rows}
      newRow={newRow}
      most={LIMITS.actionItems}
      jump={isBegun ? FIRST : null}
      onChange={onChange}
    >
      {(item, { number, change }) => (
        <div className="row-fields action-fields">
          <LineField
            label={say('Action')}
            of={say('action item {number}', { number })}
            value={item.text}
            onChange={(text) => change({ ...item, text })}
          />
          <LineField
            label={say('Owner')}
            of={say('action item {number}', { number })}
            value={item.owner}
            onChange={(owner) => change({ ...item, owner })}
          />
          <LineField
            label={say('Due')}
            of={say('action item {number}', { number })}
            type="date"
            value={item.dueDate}
            onChange={(dueDate) => change({ ...item, dueDate })}
          />
          <ChoiceField
            label={say('Type')}
            of={say('action item {number}', { number })}
            choices={fieldById('actionItems').columns.type.choices}
            value={item.type}
            onChange={(type) => change(withCell(item, 'type', type))}
          />
          <ChoiceField
            label={say('Priority')}
            of={say('action item {number}', { number })}
            choices={fieldById('actionItems').columns.priority.choices}
            value={item.priority}
            onChange={(priority) => change(withCell(item, 'priority', priority))}
          />
          <LineField
            label={say('Ticket')}
            of={say('action item {number}', { number })}
            value={item.ticket ?? ''}
            onChange={(ticket) => change(withCell(item, 'ticket', ticket || undefined))}
          />
          {item.ticket && (
            <ChoiceField
              label={say('Ticket is')}
              of={say('action item {number}', { number })}
              choices={fieldById('actionItems').columns.ticketState.choices}
              value={item.ticketState}
              onChange={(ticketState) => change(withCell(item, 'ticketState', ticketState))}
            />
          )}
          <label className="done-field">
            <input
              type="checkbox"
              checked={item.done}
              onChange={(event) => change({ ...item, done: event.target.checked })}
            />
            <span>
              {say('Done')}
              <span className="visually-hidden">{saying(': action item {number}', { number })}</span>
            </span>
          </label>
        </div>
      )}
    </RowList>
  );
}

type Participant = AuthoredContent['people'][number];

/** Who took part in the incident, or in writing it up. */
export function PeopleRows({ rows, newRow, isBegun, onChange }: Props<Participant>) {
  return (
    <RowList
      rowName="person"
      rows={rows}
      newRow={newRow}
      most={LIMITS.people}
      jump={isBegun ? FIRST : null}
      onChange={onChange}
    >
      {(person, { number, change }) => (
        <div className="row-fields people-fields">
          <LineField
            label={say('Name')}
            of={say('person {number}', { number })}
            value={person.name}
            onChange={(name) => change({ ...person, name })}
          />
          <ChoiceField
            label={say('Role')}
            of={say('person {number}', { number })}
            choices={fieldById('people').columns.role.choices}
            value={person.role}
            onChange={(role) => change(withCell(person, 'role', role))}
          />
        </div>
      )}
    </RowList>
  );
}
