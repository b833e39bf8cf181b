import { useMemo, useRef, useState } from 'react';
import { FIELDS } from '../../../domain/postMortem/fields';
import { REMARK_KINDS, type Remark, reviewOf, takenBack, withChange } from '../../../domain/review';
import type { ThemeId } from '../../../domain/themes';
import { Dialog } from '../../components/Dialog';
import { GoThere } from '../../components/GoThere';
import { useNotify } from '../../components/Notices';
import type { DocumentContent } from '../../data/types';
import { PutAside } from './putAside';
import './review.css';
import { say, sayCount, translated } from '../../language/say';

interface Props {
  postMortemId: string;
  content: DocumentContent;
  theme: ThemeId;
  /** What stands there when something is taken back, which may be long after. */
  now(): DocumentContent;
  onChange(change: Partial<DocumentContent>): void;
  onClose(): void;
}

/** What the rules have to say of the whole document. Each remark is taken up, put aside or left; nothing changes by itself. */
export default function ReviewDialog({ postMortemId, content, theme, now, onChange, onClose }: Props) {
  const notify = useNotify();
  const status = useRef<HTMLParagraphElement>(null);
  const aside = useMemo(() => new PutAside(localStorage, postMortemId), [postMortemId]);
  const [, setRound] = useState(0);
  const again = () => {
    setRound((before) => before + 1);
    status.current?.focus();
  };
  const all = useMemo(() => reviewOf(content, theme), [content, theme]);
  const remarks = all.filter(({ id }) => !aside.has(id));
  const groups = new Map<string, Remark[]>();
  for (const remark of remarks) {
    groups.set(remark.where, [...(groups.get(remark.where) ?? []), remark]);
  }
  const accept = (remark: Remark) => {
    const change = withChange(content, remark);
    const section = remark.change?.section;
    if (!change || !section) return;
    onChange(change);
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
    again();
  };
  return (
    <Dialog title={say('Review of the document')} isWide onClose={onClose}>
      <p className="small soft">
        {say(
          'By rules, on this device: no model reads it. Only you know what is meant; nothing is changed unless you accept it.',
        )}
      </p>
      <p ref={status} tabIndex={-1} role="status">
        {counted(remarks.length, all.length)}
      </p>
      {all.length > remarks.length && (
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
              <li key={`${remark.id}${remark.change?.start ?? ''}`}>
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
      <div className="row">
        <button type="button" className="button button-primary" onClick={onClose}>
          {say('Close')}
        </button>
      </div>
    </Dialog>
  );
}

function counted(open: number, all: number): string {
  const aside = all === open ? '' : ` ${say('{n} put aside.', { n: all - open })}`;
  if (open === 0)
    return `${all === 0 ? say('The rules have nothing to say.') : say('The rules have nothing more to say.')}${aside}`;
  return `${sayCount(open, 'One remark.', '{n} remarks.')}${aside}`;
}

function labelOf(where: string): string {
  const field = FIELDS.find(({ id }) => id === where);
  return field ? translated(field.label) : say('Facts');
}
