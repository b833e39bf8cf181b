import { isChange, type Passage } from './changes';

interface Props {
  passages: readonly Passage[];
  taken: ReadonlySet<number>;
  onTaken(taken: ReadonlySet<number>): void;
}

/** The author's text with every change of a draft in place, each to be taken or left. */
export function ChangeByChange({ passages, taken, onTaken }: Props) {
  const changes = passages.filter(isChange);
  const toggle = (at: number) => {
    const next = new Set(taken);
    if (!next.delete(at)) next.add(at);
    onTaken(next);
  };
  return (
    <div className="stack-tight">
      <div className="row row-between">
        <p className="small" role="status">
          {taken.size} of {changes.length} changes taken. Tick a change to take it.
        </p>
        <div className="row">
          <button
            type="button"
            className="button button-small"
            onClick={() => onTaken(new Set(changes.map(({ at }) => at)))}
          >
            Take all
          </button>
          <button type="button" className="button button-small" onClick={() => onTaken(new Set())}>
            Leave all
          </button>
        </div>
      </div>
      <div className="draft-text prose pre-line">
        {passages.map((passage) =>
          isChange(passage) ? (
            // A label flows with the text around it, as a button would not.
            <label key={passage.at} className="change" data-taken={taken.has(passage.at)}>
              <input type="checkbox" checked={taken.has(passage.at)} onChange={() => toggle(passage.at)} />
              {passage.removed !== '' && (
                <del>
                  <span className="visually-hidden">instead of </span>
                  {passage.removed}
                </del>
              )}
              {passage.added !== '' && (
                <ins>
                  <span className="visually-hidden">put in </span>
                  {passage.added}
                </ins>
              )}
            </label>
          ) : (
            <span key={passage.at}>{passage.same}</span>
          ),
        )}
      </div>
    </div>
  );
}
