import { type ReactNode, type RefObject, useId } from 'react';
import { writerOf } from '../../../domain/enhancement';
import type { AnsweringModels } from '../../../domain/enhancement/modelRoles';
import type { ModelRemark } from '../../../domain/review/modelRemarks';
import { Problem } from '../../components/Problem';
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
      <h3 id={headingId}>{reviewer === null ? 'Remarks of a model' : `Remarks of ${reviewer}`}</h3>
      {reviewer === null ? (
        <p>No model is configured, so only the rules have read it.</p>
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
        {asking.kind === 'answered' ? `Ask ${reviewer} again` : `Ask ${reviewer} for remarks`}
      </button>
    </p>
  );
  switch (asking.kind) {
    case 'not-asked':
    case 'asking':
      return (
        <>
          <p className="small soft">
            {reviewer} is sent the whole document, with placeholders for secrets and personal data that rules
            recognise.
          </p>
          <p className="small soft" role="status">
            {asking.kind === 'asking' ? `${reviewer} is reading. It takes up to half a minute.` : ''}
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
                {call.inputTokens.toLocaleString()} tokens read, {call.outputTokens.toLocaleString()} written,{' '}
                {call.costUsd === 0 ? 'no cost' : `$${call.costUsd.toFixed(4)}`}.
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
  const done = all === open ? '' : ` ${all - open} dealt with.`;
  if (open === 0) return `${writer} has nothing${all === 0 ? '' : ' more'} to remark.${done}`;
  return `${open === 1 ? 'One remark' : `${open} remarks`} by ${writer}.${done}`;
}
