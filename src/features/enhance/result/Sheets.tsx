import { type ReactNode, useId, useMemo } from 'react';
import type { DraftFinding } from '../../../../domain/enhancement';
import { isHard } from '../../../../domain/facts/finding';
import { LazyMarkdown } from '../../../components/LazyMarkdown';
import ToneList from '../../../components/ToneList';
import type { Enhancement } from '../../../data/types';
import type { Wording } from '../../../language/italian';
import { say, sayCount } from '../../../language/say';
import { useLanguage } from '../../../language/useLanguage';
import { capitalised, type DraftName } from '../names';
import type { Comparison } from './comparison';
import type { Readable } from './readable';
import { draftMarks, ownMarks, type Tally, tallyOf } from './sheetMarks';

interface Props {
  run: Enhancement;
  shown: Readable;
  name: DraftName;
  /** The draft as the author has edited it so far. */
  text: string;
  findings: readonly DraftFinding[];
  comparison: Comparison;
  /** In place of the draft while the author edits it. */
  editing: ReactNode;
}

/** The author's text and a draft, side by side where there is room, with every difference in its place. */
export function Sheets({ run, shown, name, text, findings, comparison, editing }: Props) {
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks have words
  const own = useMemo(() => ownMarks(comparison, findings), [comparison, findings, language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: marks have words
  const draft = useMemo(() => draftMarks(comparison, findings), [comparison, findings, language]);
  const open = findings.filter(isHard).length;
  const id = useId();
  return (
    <div className="stack-tight">
      <Legend tally={tallyOf(comparison)} findings={findings.length} />
      <div className="sheets">
        <section className="sheet sheet-own" aria-labelledby={`${id}own`}>
          <h4 id={`${id}own`}>
            {say('Your text')} <span className="soft small">{say('when the run began')}</span>
          </h4>
          <div className="sheet-text as-typed">
            {run.material && run.source === '' ? (
              <p className="soft">{say('You had written nothing here.')}</p>
            ) : (
              <LazyMarkdown text={run.source} headingAbove={4} marks={own} />
            )}
          </div>
          {run.material && (
            <details className="built-from">
              <summary>{say('What else it was built from')}</summary>
              <LazyMarkdown text={run.material} headingAbove={4} />
            </details>
          )}
        </section>
        <section className="sheet sheet-draft" aria-labelledby={`${id}draft`}>
          <h4 id={`${id}draft`}>
            {capitalised(name.long)}{' '}
            {open > 0 && (
              <span className="chip chip-danger">
                {sayCount(open, '{n} open finding', '{n} open findings')}
              </span>
            )}
            {text !== shown.draft.text && <span className="chip">{say('with your edits')}</span>}
          </h4>
          {editing ?? (
            <div className="sheet-text">
              <LazyMarkdown text={text} headingAbove={4} marks={draft} />
            </div>
          )}
          {shown.draft.truncated && (
            <p>
              <span className="chip chip-warn">
                {say('The model stopped at its limit: the end is missing')}
              </span>
            </p>
          )}
          <Replaced values={shown.draft.repaired} />
          <ToneList text={text} theme={run.theme} />
        </section>
      </div>
    </div>
  );
}

const WORDS: ReadonlyArray<[bar: keyof Tally, words: Wording]> = [
  ['new', 'new'],
  ['reworded', 'reworded'],
  ['moved', 'moved'],
  ['asks', 'asked of you'],
  ['gone', 'left out'],
];

/** What the marks in the margins mean, and how many there are. */
function Legend({ tally, findings }: { tally: Tally; findings: number }) {
  const there = WORDS.filter(([bar]) => tally[bar] > 0);
  if (there.length === 0 && findings === 0) {
    return <p className="small soft">{say('It says the same as your text, sentence by sentence.')}</p>;
  }
  return (
    <ul className="legend small" aria-label={say('Differences to your text')}>
      {there.map(([bar, words]) => (
        <li key={bar} data-bar={bar}>
          {tally[bar]} {say(words)}
        </li>
      ))}
      {findings > 0 && <li data-bar="finding">{sayCount(findings, '{n} finding', '{n} findings')}</li>}
    </ul>
  );
}

/** Values that the fact check took out of a draft before anybody judged it. */
function Replaced({ values }: { values: readonly string[] }) {
  if (values.length === 0) return null;
  return (
    <ul className="stack-tight small soft">
      {[...new Set(values)].map((value) => (
        <li key={value}>{say('The model added “{value}”; it stands as a question now.', { value })}</li>
      ))}
    </ul>
  );
}
