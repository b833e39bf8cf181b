import { useId, useState } from 'react';
import { MOST_REVIEWERS } from '../../../domain/humanReview';
import { Icon } from '../../components/Icon';
import { say } from '../../language/say';

/** Somebody who may be asked, by what the server knows them by. */
export interface Candidate {
  /** An e-mail address or an id. */
  id: string;
  name: string;
}

export interface Choice {
  toAnybody: boolean;
  /** Those who were picked or added. */
  named: readonly Candidate[];
  /** What stands in the field and was not added yet. */
  typed: string;
}

/** Addresses as people type or paste several: with commas, semicolons or spaces between them. */
export const typedPeople = (typed: string): Candidate[] =>
  typed
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((id) => ({ id, name: id }));

/** Everybody who is asked by a choice, each once; nobody by name where any colleague may decide. */
export function askedBy({ toAnybody, named, typed }: Choice): Candidate[] {
  if (toAnybody) return [];
  const all = [...named, ...typedPeople(typed)];
  return [...new Map(all.map((one) => [one.id.toLowerCase(), one])).values()];
}

interface Props {
  choice: Choice;
  /** Those it is shared with already. */
  offered: readonly Candidate[];
  isPrivate: boolean;
  isOwner: boolean;
  /** Why the choice cannot be sent as it is; empty when it can. */
  problem: string;
  onChange(choice: Choice): void;
}

/** Who is to decide: people by name, or any colleague. */
export function ReviewerChoice({ choice, offered, isPrivate, isOwner, problem, onChange }: Props) {
  const id = useId();
  const { toAnybody, named, typed } = choice;
  const [told, setTold] = useState('');
  const isNamed = (one: Candidate) => named.some((other) => other.id === one.id);
  const others = named.filter((one) => !offered.some((offer) => offer.id === one.id));
  const add = () => {
    const added = typedPeople(typed);
    if (added.length === 0) return;
    onChange({ ...choice, named: askedBy({ toAnybody: false, named, typed }), typed: '' });
    setTold(say('Added {names}.', { names: added.map(({ name }) => name).join(', ') }));
  };
  const toggle = (one: Candidate, isAsked: boolean) =>
    onChange({ ...choice, named: isAsked ? [...named, one] : named.filter((other) => other.id !== one.id) });
  return (
    <fieldset className="stack-tight review-choice">
      <legend className="field-label">{say('Who decides')}</legend>
      <label className="row">
        <input
          type="radio"
          name={`${id}who`}
          checked={!toAnybody}
          onChange={() => onChange({ ...choice, toAnybody: false })}
        />
        {say('People I name')}
      </label>
      {!toAnybody && (
        <div className="stack-tight review-named">
          {offered.map((one) => (
            <label key={one.id} className="row">
              <input
                type="checkbox"
                checked={isNamed(one)}
                onChange={(event) => toggle(one, event.target.checked)}
              />
              <bdi>{one.name}</bdi>
            </label>
          ))}
          {others.length > 0 && (
            <ul className="stack-tight">
              {others.map((one) => (
                <li key={one.id} className="row">
                  <bdi className="id-text">{one.name}</bdi>
                  <button type="button" className="icon-button" onClick={() => toggle(one, false)}>
                    <Icon name="remove" />
                    <span className="visually-hidden">{say('Do not ask {name}', { name: one.name })}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
          <div className="field">
            <label htmlFor={id}>
              {offered.length > 0 ? say('Others, by e-mail') : say('Their e-mail addresses')}
            </label>
            <div className="row review-add">
              <input
                id={id}
                value={typed}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                aria-invalid={problem !== ''}
                aria-describedby={`${id}hint`}
                onChange={(event) => onChange({ ...choice, typed: event.target.value })}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter') return;
                  event.preventDefault();
                  add();
                }}
              />
              <button type="button" className="button" onClick={add}>
                {say('Add')}
              </button>
            </div>
            <p id={`${id}hint`} className={problem ? 'field-problem' : 'hint'}>
              {problem ||
                (isOwner
                  ? say('Several with a space between them, at most {most}. Whoever decides first decides.', {
                      most: MOST_REVIEWERS,
                    })
                  : say('Only its owner can share it: name people whom it is shared with.'))}
            </p>
            <p className="visually-hidden" role="status">
              {told}
            </p>
          </div>
        </div>
      )}
      <label className="row">
        <input
          type="radio"
          name={`${id}who`}
          checked={toAnybody}
          disabled={isPrivate}
          onChange={() => onChange({ ...choice, toAnybody: true })}
        />
        {isPrivate ? say('Any colleague but me (not while it is private)') : say('Any colleague but me')}
      </label>
    </fieldset>
  );
}
