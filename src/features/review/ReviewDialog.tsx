import { useMemo, useRef, useState } from 'react';
import type { AnsweringModels } from '../../../domain/enhancement/modelRoles';
import type { Origin } from '../../../domain/history/revision';
import { FIELDS } from '../../../domain/postMortem/fields';
import { REMARK_KINDS, type Remark, reviewOf, takenBack, withChange } from '../../../domain/review';
import { isTaken, type ModelRemark as Told } from '../../../domain/review/modelRemarks';
import type { ThemeId } from '../../../domain/themes';
import { Dialog } from '../../components/Dialog';
import { GoThere } from '../../components/GoThere';
import { useNotify } from '../../components/Notices';
import type { DocumentContent } from '../../data/types';
import { ModelRemark } from './ModelRemark';
import { ModelRemarks } from './ModelRemarks';
import { PutAside } from './putAside';
import { type Asking, refusalOf } from './remarkStates';
import './review.css';
import { say, sayCount, translated } from '../../language/say';

interface Props {
  postMortemId: string;
  content: DocumentContent;
  theme: ThemeId;
  /** What stands there when something is taken back, which may be long after. */
  now(): DocumentContent;
  onChange(change: Partial<DocumentContent>, from?: Origin): void;
  models: AnsweringModels;
  /** What a model was asked, and has said. */
  asking: Asking;
  onAsk(): void;
  onClose(): void;
}

/** What the rules have to say of the whole document. Each remark is taken up, put aside or left; nothing changes by itself. */
export default function ReviewDialog(props: Props) {
  const { postMortemId, content, theme, now, onChange, models, asking, onAsk, onClose } = props;
  const notify = useNotify();
  const status = useRef<HTMLParagraphElement>(null);
  const aside = useMemo(() => new PutAside(localStorage, postMortemId), [postMortemId]);
  const [, setRound] = useState(0);
  const toldStatus = useRef<HTMLParagraphElement>(null);
  const again = (counts = status) => {
    setRound((before) => before + 1);
    counts.current?.focus();
  };
  const all = useMemo(() => reviewOf(content, theme), [content, theme]);
  const remarks = all.filter(({ id }) => !aside.has(id));
  const groups = new Map<string, Remark[]>();
  for (const remark of remarks) {
    groups.set(remark.where, [...(groups.get(remark.where) ?? []), remark]);
  }
  const told = asking.kind === 'answered' ? asking.answer.remarks : [];
  const hasRefused = told.some((one) => aside.has(refusalOf(one)));
  const accept = (remark: Changing, from?: Origin) => {
    const change = withChange(content, remark);
    const section = remark.change?.section;
    if (!change || !section) return;
    onChange(change, from);
    const undo = () => {
      const back = withChange(now(), takenBack(remark));
      if (back) onChange(back);
      else
        notify({
          text: say('{section} has changed since. History has the text as it was.', {
            section: labelOf(section),
          }),
        });
    };
    notify({
      text: say('Changed in {section}.', { section: labelOf(section) }),
      action: { label: say('Undo'), run: undo },
    });
    again(from === 'remark' ? toldStatus : status);
  };
  return (
    <Dialog title={say('Review of the document')} isWide onClose={onClose}>
      <p className="small soft">
        {say(
          'By rules, on this device. Only you know what is meant; nothing is changed unless you accept it.',
        )}
      </p>
      <p ref={status} tabIndex={-1} role="status">
        {counted(remarks.length, all.length)}
      </p>
      {(all.length > remarks.length || hasRefused) && (
        <p>
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => {
              aside.clear();
              again();
            }}
          >
            {say('Show what was put aside')}
          </button>
        </p>
      )}
      {[...groups].map(([where, found]) => (
        <section key={where} className="stack-tight" aria-label={labelOf(where)}>
          <h3>{labelOf(where)}</h3>
          <ul className="remarks">
            {found.map((remark) => (
              <li key={`${remark.id}${remark.change?.start ?? ''}|${remark.entry ?? ''}`}>
                <p>
                  <span className={remark.kind === 'secret' ? 'chip chip-danger' : 'chip'}>
                    {translated(REMARK_KINDS[remark.kind])}
                  </span>{' '}
                  {remark.quote && (
                    <>
                      <q>{remark.quote}</q>{' '}
                    </>
                  )}
                  {translated(remark.message)}
                </p>
                <div className="row">
                  {remark.change && (
                    <button type="button" className="button button-small" onClick={() => accept(remark)}>
                      {say('Accept: {instead}', { instead: remark.change.instead })}
                      <span className="visually-hidden">
                        {' '}
                        {say('for {quote}', { quote: remark.quote ?? '' })}
                      </span>
                    </button>
                  )}
                  <GoThere
                    where={remark.where}
                    entry={remark.entry}
                    about={remark.quote ?? translated(remark.message)}
                    onLeave={onClose}
                  />
                  <button
                    type="button"
                    className="button button-quiet button-small"
                    onClick={() => {
                      aside.add(remark.id);
                      again();
                    }}
                  >
                    {say('Put aside')}
                    <span className="visually-hidden">: {remark.quote ?? translated(remark.message)}</span>
                  </button>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <ModelRemarks
        models={models}
        asking={asking}
        isDone={(remark) => aside.has(refusalOf(remark)) || isTaken(content, remark)}
        onAsk={onAsk}
        status={toldStatus}
        one={(remark, writer) => (
          <ModelRemark
            remark={remark}
            writer={writer}
            content={content}
            onAccept={(place) => accept(changeOf(remark, place), 'remark')}
            onRefuse={() => {
              aside.add(refusalOf(remark));
              again(toldStatus);
            }}
            onLeave={onClose}
          />
        )}
      />
      <div className="row">
        <button type="button" className="button button-primary" onClick={onClose}>
          {say('Close')}
        </button>
      </div>
    </Dialog>
  );
}

/** What taking up a remark needs of it. */
type Changing = Pick<Remark, 'change' | 'quote'>;

const changeOf = ({ section, quote, instead }: Told, place: { start: number; end: number }): Changing => ({
  quote,
  change: { section, ...place, instead: instead ?? quote },
});

function counted(open: number, all: number): string {
  const aside = all === open ? '' : ` ${say('{n} put aside.', { n: all - open })}`;
  if (open === 0)
    return `${all === 0 ? say('The rules have nothing to say.') : say('The rules have nothing more to say.')}${aside}`;
  return `${sayCount(open, 'The rules have one remark.', 'The rules have {n} remarks.')}${aside}`;
}

function labelOf(where: string): string {
  const field = FIELDS.find(({ id }) => id === where);
  return field ? translated(field.label) : say('Facts');
}
