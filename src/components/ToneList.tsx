import { useMemo } from 'react';
import type { ThemeId } from '../../domain/themes';
import { checkTone, type ToneKind } from '../../domain/tone';
import type { Wording } from '../language/italian';
import { say, translated } from '../language/say';

const KINDS: Record<ToneKind, Wording> = {
  culprit: 'Names a culprit',
  blame: 'Blames',
  counterfactual: 'What should have been',
  animated: 'Louder than the facts',
  'weak-action': 'Nobody could tick this off',
};

/** How a text could be said more fairly, each with its reason. Suggestions: nothing is changed. */
export default function ToneList({ text, theme }: { text: string; theme: ThemeId }) {
  const suggestions = useMemo(() => checkTone(text, { theme }), [text, theme]);
  if (suggestions.length === 0) return null;
  return (
    <details className="small">
      <summary>{say('Tone ({count})', { count: suggestions.length })}</summary>
      <ul className="stack-tight tone-list">
        {suggestions.map(({ kind, start, value, reason, suggestion }) => (
          <li key={start}>
            <strong>{say(KINDS[kind])}:</strong> <q>{value}</q>. {translated(reason)}{' '}
            <span className="soft">
              {say('Suggestion: {suggestion}', { suggestion: translated(suggestion) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
