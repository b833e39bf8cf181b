import { type Draft, OWN_TEXT } from '../../../../domain/enhancement';
import type { Enhancement } from '../../../data/types';
import type { DraftName } from '../names';
import { isStopped } from './guardrailNotes';
import { WINNER_LABELS } from './outcome';
import type { Readable } from './readable';

interface Props {
  run: Enhancement;
  readable: readonly Readable[];
  /** By position in the run's drafts. */
  names: readonly DraftName[];
  shown: number;
  onShow(number: number): void;
}

/** Which draft lies beside the author's text, and what the buttons act on. */
export function DraftTabs({ run, readable, names, shown, onShow }: Props) {
  const failed = run.drafts.flatMap((draft, index) =>
    draft.text === null ? [whyMissing(draft, names[index])] : [],
  );
  return (
    <fieldset className="tabs row">
      <legend className="visually-hidden">Draft beside your text</legend>
      {readable.map(({ number }) => (
        <button
          key={number}
          type="button"
          className="tab"
          aria-pressed={number === shown}
          onClick={() => onShow(number)}
        >
          {roleOf(run, number)}: {names[number - 1]?.short}
        </button>
      ))}
      {failed.map((why) => (
        <span key={why} className="chip chip-warn">
          {why}
        </span>
      ))}
    </fieldset>
  );
}

const whyMissing = (draft: Draft, name: DraftName | undefined): string =>
  isStopped(draft) ? `${name?.short} was stopped by the guardrail` : `${name?.short} did not answer`;

function roleOf({ verdict }: Enhancement, number: number): string {
  if (!verdict) return 'Draft';
  if (number === verdict.winner) return WINNER_LABELS[verdict.outcome];
  return verdict.winner === OWN_TEXT ? 'Draft' : 'Other draft';
}
