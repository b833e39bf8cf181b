import { type DraftFinding, OWN_TEXT } from '../../../../domain/enhancement';
import { LazyMarkdown } from '../../../components/LazyMarkdown';
import ToneList from '../../../components/ToneList';
import { WordDiff } from '../../../components/WordDiff';
import type { Enhancement } from '../../../data/types';
import { count } from '../amounts';
import { inDraft, inSource, isHard } from './findings';
import { FindingList, MarkedText } from './MarkedText';
import { WINNER_LABELS } from './outcome';
import type { Readable } from './readable';
import { WrittenBy } from './Verdict';

/**
 * How the texts are shown: as a reader sees them, as written with the findings marked (where there are any),
 * or against the author's text.
 */
export type View = 'reading' | 'findings' | 'comparing';

interface ChoiceProps {
  run: Enhancement;
  readable: readonly Readable[];
  shown: number;
  onShow(number: number): void;
}

/** Which draft the buttons below act on; on a narrow screen also which text is shown. */
export function DraftChoice({ run, readable, shown, onShow }: ChoiceProps) {
  const failed = run.drafts.filter((draft) => draft.text === null);
  const tab = (number: number, label: string, className = '') => (
    <button
      key={number}
      type="button"
      className={`button button-quiet button-small draft-tab ${className}`}
      aria-pressed={number === shown}
      onClick={() => onShow(number)}
    >
      {label}
    </button>
  );
  return (
    <div className="row">
      {readable.map(({ number, draft }) => tab(number, draftLabel(run, number, draft.model)))}
      {tab(OWN_TEXT, 'Your text', 'narrow-only')}
      {failed.map((draft) => (
        <span key={draft.modelId} className="chip chip-warn">
          {draft.model} did not answer
        </span>
      ))}
    </div>
  );
}

function draftLabel({ verdict }: Enhancement, number: number, model: string): string {
  if (!verdict) return `Draft: ${model}`;
  if (number === verdict.winner) return `${WINNER_LABELS[verdict.outcome]}: ${model}`;
  return verdict.winner === OWN_TEXT ? `Draft: ${model}` : `Other draft: ${model}`;
}

interface ColumnsProps extends Omit<ChoiceProps, 'onShow'> {
  view: View;
  /** A draft as the author has edited it so far, and what still stands against it. */
  current(readable: Readable): { text: string; findings: readonly DraftFinding[] };
}

/** The author's text and the drafts, side by side where there is room. */
export function DraftColumns({ run, readable, shown, view, current }: ColumnsProps) {
  const chosen = readable.find(({ number }) => number === shown);
  const lost = chosen ? inSource(current(chosen).findings) : [];
  return (
    <div className="columns" data-columns={readable.length + 1}>
      <section className="column" aria-label="Your text" data-shown={shown === OWN_TEXT}>
        <h4>
          Your text <span className="soft small">when the run began</span>
        </h4>
        <div className="draft-text">
          {view === 'findings' && lost.length > 0 ? (
            <MarkedText text={run.source} findings={lost} />
          ) : (
            <LazyMarkdown text={run.source} />
          )}
        </div>
        {view === 'findings' && lost.length > 0 && (
          <p className="small soft">Marked: what {chosen?.draft.model} left out.</p>
        )}
      </section>
      {readable.map((one) => (
        <DraftColumn
          key={one.number}
          readable={one}
          source={run.source}
          theme={run.theme}
          isShown={one.number === shown}
          view={view}
          {...current(one)}
        />
      ))}
    </div>
  );
}

function DraftColumn(props: {
  readable: Readable;
  source: string;
  theme: Enhancement['theme'];
  isShown: boolean;
  view: View;
  text: string;
  findings: readonly DraftFinding[];
}) {
  const { readable, source, theme, isShown, view, text, findings } = props;
  const { draft } = readable;
  const open = findings.filter(isHard).length;
  const marked = inDraft(findings);
  return (
    <section className="column" aria-label={`Text by ${draft.model}`} data-shown={isShown}>
      <h4>
        {draft.model} {open > 0 && <span className="chip chip-danger">{count(open, 'open finding')}</span>}
        {text !== draft.text && <span className="chip">with your edits</span>}
      </h4>
      <div className="draft-text">
        {view === 'comparing' ? (
          <WordDiff before={source} after={text} />
        ) : view === 'findings' && marked.length > 0 ? (
          <MarkedText text={text} findings={marked} />
        ) : (
          <LazyMarkdown text={text} />
        )}
      </div>
      {draft.truncated && (
        <p>
          <span className="chip chip-warn">The model stopped at its limit: the end is missing</span>
        </p>
      )}
      <FindingList findings={findings} repaired={draft.repaired} />
      <ToneList text={text} theme={theme} />
      <WrittenBy call={draft} />
    </section>
  );
}
