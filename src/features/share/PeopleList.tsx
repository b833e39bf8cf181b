import { type Member, SHARED_FOR } from '../../../domain/postMortem/access';
import { Icon } from '../../components/Icon';
import { say, translated } from '../../language/say';

interface Props {
  people: readonly Member[];
  /** Stops sharing with somebody; missing for those who may not. */
  onRemove?: ((person: string) => void) | undefined;
}

/** Whom a post-mortem is shared with, and what for. */
export function PeopleList({ people, onRemove }: Props) {
  if (people.length === 0) return <p className="soft">{say('Not shared with anybody yet.')}</p>;
  return (
    <ul className="stack-tight">
      {people.map(({ person, name, role }) => (
        <li key={person} className="row row-between">
          <span>
            <bdi className="id-text">{name}</bdi>{' '}
            <span className="soft">{translated(SHARED_FOR.find(({ id }) => id === role)?.can ?? '')}</span>
          </span>
          {onRemove && (
            <button type="button" className="icon-button" onClick={() => onRemove(person)}>
              <Icon name="remove" />
              <span className="visually-hidden">{say('Stop sharing with {name}', { name })}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
