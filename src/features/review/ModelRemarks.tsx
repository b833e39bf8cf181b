import { type ReactNode, type RefObject, useId } from 'react';
import { writerOf } from '../../../domain/enhancement';
import type { AnsweringModels } from '../../../domain/enhancement/modelRoles';
import type { ModelRemark } from '../../../domain/review/modelRemarks';
import { Problem } from '../../components/Problem';
import { fixed } from '../../language/formats';
import { numberWords, say, sayCount } from '../../language/say';
import { type Asking, leftOutWords, reviewerOf } from './remarkStates';

interface Props {
  models: AnsweringModels;
  asking: Asking;
  /** Whether it has been dealt with: refused, or taken up. */
  isDone(remark: ModelRemark): boolean;
  onAsk(): void;
  /** What counts them, which has the focus after one was dealt with. */
  status?: RefObject<HTMLParagraphElement | null>;
  /** One remark with what can be done about it. */
  one(remark: ModelRemark, writer: string): ReactNode;
}

/** What a model has to say of the document, once it was asked. It changes nothing by itself. */
export function ModelRemarks({ models, ...asked }: Props) {
  const headingId = useId();
  const reviewer = reviewerOf(models);
  return (
    <section className="stack-tight model-remarks" aria-labelledby={headingId}>
      <h3 id={headingId}>
        {reviewer === null ? say('Remarks of a model') : say('Remarks of {reviewer}', { reviewer })}
      </h3>
      {reviewer === null ? (
        <p>{say('No model is configured, so only the rules have read it.')}</p>
      ) : (
        <Asked reviewer={reviewer} {...asked} />
      )}
    </section>
  );
}

function Asked(props: Omit<Props, 'models'> & { reviewer: string }) {
  const { reviewer, asking, isDone, onAsk, status, one } = props;
  const ask = (
    <p>
      <button type="button" className="button" disabled={asking.kind === 'asking'} onClick={onAsk}>
        {asking.kind === 'asking' && <span className="spinner" />}
        {asking.kind === 'answered'
          ? say('Ask {reviewer} again', { reviewer })
          : say('Ask {reviewer} for remarks', { reviewer })}
      </button>
    </p>
  );
  switch (asking.kind) {
    case 'not-asked':
    case 'asking':
      return (
        <>
          <p className="small soft">
            {say(
              '{reviewer} is sent the whole document, with placeholders for secrets and personal data that rules recognise.',
              { reviewer },
            )}
          </p>
          <p className="small soft" role="status">
            {asking.kind === 'asking'
              ? say('{reviewer} is reading. It takes up to half a minute.', { reviewer })
              : ''}
          </p>
          {ask}
        </>
      );
    case 'failed':
      return (
        <>
          <Problem error={asking.error} />
          {ask}
        </>
      );
    case 'answered': {
      const { remarks, left, call } = asking.answer;
      const writer = call === null ? reviewer : writerOf(call);
      const open = remarks.filter((remark) => !isDone(remark));
      return (
        <>
          <p role="status" ref={status} tabIndex={-1}>
            {counted(open.length, remarks.length, writer)}
            {call !== null && (
              <span className="small soft">
                {' '}
                {say('{read} tokens read, {written} written, {cost}.', {
                  read: numberWords(call.inputTokens),
                  written: numberWords(call.outputTokens),
                  cost: call.costUsd === 0 ? say('no cost') : `$${fixed(call.costUsd, 4)}`,
                })}
              </span>
            )}
          </p>
          {left.map((count) => (
            <p key={count.why} className="small soft">
              {leftOutWords(count)}
            </p>
          ))}
          {open.length > 0 && (
            <ul className="remarks">
              {open.map((remark) => (
                <li key={`${remark.section} ${remark.start} ${remark.end}`}>{one(remark, writer)}</li>
              ))}
            </ul>
          )}
          {ask}
        </>
      );
    }
  }
}

function counted(open: number, all: number, writer: string): string {
  const done = all === open ? '' : ` ${say('{n} dealt with.', { n: all - open })}`;
  if (open > 0)
    return `${sayCount(open, 'One remark by {writer}.', '{n} remarks by {writer}.', { writer })}${done}`;
  return `${all === 0 ? say('{writer} has nothing to remark.', { writer }) : say('{writer} has nothing more to remark.', { writer })}${done}`;
}
