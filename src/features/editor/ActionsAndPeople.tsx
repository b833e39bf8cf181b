import { LIMITS } from '../../../domain/limits';
import type { ActionItem } from '../../../domain/postMortem';
import { type AuthoredContent, fieldById } from '../../../domain/postMortem/fields';
import { RowList } from './RowList';
import { ChoiceField, LineField, withCell } from './rowFields';

interface ActionItemsProps {
  items: readonly ActionItem[];
  onChange(items: ActionItem[]): void;
}

/** What is going to be done about it, by whom and by when. */
export function ActionItems({ items, onChange }: ActionItemsProps) {
  return (
    <section className="panel stack" id="section-actionItems">
      <h2 tabIndex={-1}>Action items</h2>
      <p className="hint">What keeps it from happening again. One owner each.</p>
      <RowList
        rowName="action item"
        rows={items}
        newRow={{ text: '', owner: '', dueDate: '', done: false }}
        most={LIMITS.actionItems}
        onChange={onChange}
      >
        {(item, { number, change }) => (
          <div className="row-fields action-fields">
            <LineField
              label="Action"
              of={`action item ${number}`}
              value={item.text}
              onChange={(text) => change({ ...item, text })}
            />
            <LineField
              label="Owner"
              of={`action item ${number}`}
              value={item.owner}
              onChange={(owner) => change({ ...item, owner })}
            />
            <LineField
              label="Due"
              of={`action item ${number}`}
              type="date"
              value={item.dueDate}
              onChange={(dueDate) => change({ ...item, dueDate })}
            />
            <ChoiceField
              label="Type"
              of={`action item ${number}`}
              choices={fieldById('actionItems').columns.type.choices}
              value={item.type}
              onChange={(type) => change(withCell(item, 'type', type))}
            />
            <ChoiceField
              label="Priority"
              of={`action item ${number}`}
              choices={fieldById('actionItems').columns.priority.choices}
              value={item.priority}
              onChange={(priority) => change(withCell(item, 'priority', priority))}
            />
            <LineField
              label="Ticket"
              of={`action item ${number}`}
              value={item.ticket ?? ''}
              onChange={(ticket) => change(withCell(item, 'ticket', ticket || undefined))}
            />
            {item.ticket && (
              <ChoiceField
                label="Ticket is"
                of={`action item ${number}`}
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
                Done<span className="visually-hidden">: action item {number}</span>
              </span>
            </label>
          </div>
        )}
      </RowList>
    </section>
  );
}

type Participant = AuthoredContent['people'][number];

/** Who took part in the incident, or in writing it up. */
export function People(props: { people: readonly Participant[]; onChange(people: Participant[]): void }) {
  const { people, onChange } = props;
  return (
    <section className="panel stack" id="section-people">
      <h2 tabIndex={-1}>People</h2>
      <p className="hint">Who took part, and as what. For readers who want to ask.</p>
      <RowList rowName="person" rows={people} newRow={{ name: '' }} most={LIMITS.people} onChange={onChange}>
        {(person, { number, change }) => (
          <div className="row-fields people-fields">
            <LineField
              label="Name"
              of={`person ${number}`}
              value={person.name}
              onChange={(name) => change({ ...person, name })}
            />
            <ChoiceField
              label="Role"
              of={`person ${number}`}
              choices={fieldById('people').columns.role.choices}
              value={person.role}
              onChange={(role) => change(withCell(person, 'role', role))}
            />
          </div>
        )}
      </RowList>
    </section>
  );
}
