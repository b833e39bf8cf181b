import type { ActionItem } from '../../../domain/postMortem';
import type { AuthoredContent } from '../../../domain/postMortem/fields';
import { lazily } from '../../components/lazily';
import { say } from '../../language/say';
import { OnceBegun } from './OnceBegun';

/** What rows are worked on with is loaded once there is one. */
const rows = () => import('./ActionAndPeopleRows');
const ActionRows = lazily(async () => ({ default: (await rows()).ActionRows }));
const PeopleRows = lazily(async () => ({ default: (await rows()).PeopleRows }));

const NEW_ACTION: ActionItem = { text: '', owner: '', dueDate: '', done: false };

/** What is going to be done about it, by whom and by when. */
export function ActionItems(props: { items: readonly ActionItem[]; onChange(items: ActionItem[]): void }) {
  const { items, onChange } = props;
  return (
    <section className="panel stack" id="section-actionItems">
      <h2 tabIndex={-1}>{say('Action items')}</h2>
      <p className="hint">{say('What keeps it from happening again. One owner each.')}</p>
      <OnceBegun name="action item" count={items.length} onBegin={() => onChange([NEW_ACTION])}>
        {(isBegun) => <ActionRows rows={items} newRow={NEW_ACTION} isBegun={isBegun} onChange={onChange} />}
      </OnceBegun>
    </section>
  );
}

type Participant = AuthoredContent['people'][number];
const NEW_PERSON: Participant = { name: '' };

/** Who took part in the incident, or in writing it up. */
export function People(props: { people: readonly Participant[]; onChange(people: Participant[]): void }) {
  const { people, onChange } = props;
  return (
    <section className="panel stack" id="section-people">
      <h2 tabIndex={-1}>{say('People')}</h2>
      <p className="hint">{say('Who took part, and as what. For readers who want to ask.')}</p>
      <OnceBegun name="person" count={people.length} onBegin={() => onChange([NEW_PERSON])}>
        {(isBegun) => <PeopleRows rows={people} newRow={NEW_PERSON} isBegun={isBegun} onChange={onChange} />}
      </OnceBegun>
    </section>
  );
}
