import { type ReactNode, useId } from 'react';
import { LIMITS } from '../../../domain/limits';
import type { ActionItem, TimelineEntry } from '../../../domain/postMortem';
import { type AuthoredContent, type Choice, fieldById } from '../../../domain/postMortem/fields';
import { withoutControlCharacters } from '../../../domain/text';
import { RowList } from './RowList';

interface TimelineProps {
  entries: readonly TimelineEntry[];
  onChange(entries: TimelineEntry[]): void;
  /** What shows all of it at once, above the rows. */
  picture: ReactNode;
  /** What is worth a look at the time of an entry (from 0). */
  flags(entry: number): ReactNode;
}

/** What happened when, one line each. Times as the author knows them, "14:02 UTC" or "time unknown". */
export function Timeline({ entries, onChange, picture, flags }: TimelineProps) {
  const id = useId();
  return (
    <section className="panel stack" id="section-timeline">
      <h2 tabIndex={-1}>Timeline</h2>
      <p className="hint">What happened, in order. Times as you know them: “14:02 UTC”, “about ten later”.</p>
      {picture}
      <RowList
        rowName="timeline entry"
        rows={entries}
        newRow={{ at: '', text: '' }}
        most={LIMITS.timelineEntries}
        onChange={onChange}
      >
        {(entry, number, change) => (
          <div className="row-fields timeline-fields">
            <LineField
              label="Time"
              of={`timeline entry ${number}`}
              value={entry.at}
              describedBy={`${id}${number}`}
              onChange={(at) => change({ ...entry, at })}
            />
            <LineField
              label="What happened"
              of={`timeline entry ${number}`}
              value={entry.text}
              onChange={(text) => change({ ...entry, text })}
            />
            <ChoiceField
              label="Kind"
              of={`timeline entry ${number}`}
              choices={fieldById('timeline').columns.kind.choices}
              value={entry.kind}
              onChange={(kind) => change(withCell(entry, 'kind', kind))}
            />
            <div id={`${id}${number}`} className="row-flags">
              {flags(number - 1)}
            </div>
          </div>
        )}
      </RowList>
    </section>
  );
}

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
        {(item, number, change) => (
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
        {(person, number, change) => (
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

/** A row with another cell; one with nothing in it is absent, as in what the server answers. */
function withCell<Row extends object, Id extends keyof Row>(
  row: Row,
  id: Id,
  value: Row[Id] | undefined,
): Row {
  const { [id]: _, ...rest } = row;
  return (value === undefined ? rest : { ...rest, [id]: value }) as Row;
}

function ChoiceField<Id extends string>(props: {
  label: string;
  of: string;
  choices: ReadonlyArray<Choice & { id: Id }>;
  value: Id | undefined;
  onChange(value: Id | undefined): void;
}) {
  const { label, of, choices, value, onChange } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        <span className="visually-hidden">, {of}</span>
      </label>
      <select
        id={id}
        value={value ?? ''}
        onChange={(event) => onChange(choices.find((one) => one.id === event.target.value)?.id)}
      >
        <option value="">–</option>
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function LineField(props: {
  label: string;
  /** Which row, for those who cannot see where the field stands. */
  of: string;
  value: string;
  type?: 'text' | 'date';
  /** The id of what says more of it. */
  describedBy?: string;
  onChange(value: string): void;
}) {
  const { label, of, value, type = 'text', describedBy, onChange } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        <span className="visually-hidden">, {of}</span>
      </label>
      <input
        id={id}
        dir="auto"
        type={type}
        value={value}
        aria-invalid={value.length > LIMITS.lineLength}
        aria-describedby={describedBy}
        onChange={(event) => onChange(withoutControlCharacters(event.target.value))}
      />
    </div>
  );
}
