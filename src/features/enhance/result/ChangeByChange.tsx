import { useEffect, useRef } from 'react';
import { say, sayCount } from '../../../language/say';

import { type Change, isChange, offeredChanges, type Passage } from './changes';
import { toggled } from './resultState';

interface Props {
  passages: readonly Passage[];
  /** The groups that are taken. */
  taken: ReadonlySet<number>;
  onTaken(taken: ReadonlySet<number>): void;
}

/** Both texts sentence by sentence and block by block, each difference to be taken or left. */
export function ChangeByChange({ passages, taken, onTaken }: Props) {
  const list = useRef<HTMLFieldSetElement>(null);
  // The button that led here is gone; without this the focus would fall to the top of the page.
  useEffect(() => list.current?.focus({ preventScroll: true }), []);
  const changes = offeredChanges(passages);
  const groups = [...new Set(changes.map(({ group }) => group))];
  return (
    <div className="stack-tight">
      <div className="row row-between">
        <p className="small" role="status">
          {sayCount(
            groups.length,
            '{taken} of {n} change taken. Tick one to put the draft’s words in the place of yours.',
            '{taken} of {n} changes taken. Tick one to put the draft’s words in the place of yours.',
            { taken: taken.size },
          )}
        </p>
        <div className="row">
          <button type="button" className="button button-small" onClick={() => onTaken(new Set(groups))}>
            {say('Take all')}
          </button>
          <button type="button" className="button button-small" onClick={() => onTaken(new Set())}>
            {say('Leave all')}
          </button>
        </div>
      </div>
      <fieldset className="changes" ref={list} tabIndex={-1}>
        <legend className="visually-hidden">{say('Changes')}</legend>
        <p className="changes-head small soft" aria-hidden="true">
          <span>{say('Yours')}</span>
          <span>{say('The draft’s')}</span>
        </p>
        {passages.map((passage) =>
          isChange(passage) && changes.includes(passage) ? (
            <ChangeRow
              key={passage.at}
              change={passage}
              isTaken={taken.has(passage.group)}
              isFirst={changes.find(({ group }) => group === passage.group) === passage}
              others={changes.filter(({ group }) => group === passage.group).length - 1}
              onToggle={() => onTaken(toggled(taken, passage.group))}
            />
          ) : (
            <Unchanged key={passage.at} text={isChange(passage) ? passage.removed : passage.same} />
          ),
        )}
      </fieldset>
    </div>
  );
}

function Unchanged({ text }: { text: string }) {
  if (text.trim() === '') return null;
  return (
    <p className="change-same pre-line soft" dir="auto">
      {text.trim()}
    </p>
  );
}

function ChangeRow(props: {
  change: Change;
  isTaken: boolean;
  /** Of the changes that go together. */
  isFirst: boolean;
  others: number;
  onToggle(): void;
}) {
  const { change, isTaken, isFirst, others, onToggle } = props;
  const removed = change.removed.trim();
  const added = change.added.trim();
  if (removed === '' && added === '') return null;
  return (
    <label className="change" data-taken={isTaken}>
      <input type="checkbox" checked={isTaken} onChange={onToggle} />
      <span className="change-side pre-line" dir="auto">
        {removed === '' ? <span className="soft small">{say('nothing')}</span> : <del>{removed}</del>}
      </span>
      <span className="change-side pre-line" dir="auto">
        <span className="visually-hidden"> {say('becomes')} </span>
        {added === '' ? <span className="soft small">{say('left out|change')}</span> : <ins>{added}</ins>}
      </span>
      {others > 0 && (
        <span className="change-together small soft">
          {isFirst
            ? sayCount(
                others,
                'Goes together with {n} place below: it is told there.',
                'Goes together with {n} places below: it is told there.',
              )
            : say('Goes with the one above.')}
        </span>
      )}
    </label>
  );
}
