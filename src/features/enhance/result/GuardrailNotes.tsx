import { useId } from 'react';
import type { GuardrailAction } from '../../../../domain/guardrail/report';
import type { Enhancement } from '../../../data/types';
import type { Wording } from '../../../language/italian';
import { say, translated } from '../../../language/say';
import { guardrailNotes } from './guardrailNotes';

const CHIPS: Record<GuardrailAction, { label: Wording; className: string }> = {
  BLOCKED: { label: 'Blocked', className: 'chip chip-danger' },
  ANONYMIZED: { label: 'Masked', className: 'chip chip-warn' },
  NONE: { label: 'Noted', className: 'chip' },
};

/** Which of the guardrail's policies stopped, masked or noted what, draft by draft. */
export function GuardrailNotes({ run }: { run: Enhancement }) {
  const id = useId();
  const notes = guardrailNotes(run);
  if (notes.length === 0) return null;
  return (
    <section className="stack-tight" aria-labelledby={id}>
      <h4 id={id}>{say('What the guardrail did')}</h4>
      <ul className="stack-tight">
        {notes.map(({ title, action, said, advice }) => (
          <li key={title}>
            <span className={CHIPS[action].className}>{say(CHIPS[action].label)}</span>{' '}
            <strong>{title}.</strong> {said.map(translated).join(' ')}{' '}
            {advice && <span className="soft">{advice}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
