import { Suspense } from 'react';
import { fieldById } from '../../../domain/postMortem/fields';
import { hasRoomFor, placeNow, type ModelRemark as Remark } from '../../../domain/review/modelRemarks';
import { GoThere } from '../../components/GoThere';
import { lazily } from '../../components/lazily';
import type { DocumentContent } from '../../data/types';

const WordDiff = lazily(() => import('../../components/WordDiff'));

/** One remark of a model: whose it is, the words, what is wrong, and what could stand there instead. */
export function ModelRemark(props: {
  remark: Remark;
  writer: string;
  content: DocumentContent;
  onAccept(place: { start: number; end: number }): void;
  onRefuse(): void;
  onLeave(): void;
}) {
  const { remark, writer, content, onAccept, onRefuse, onLeave } = props;
  const { section, quote, message, instead } = remark;
  const place = placeNow(content, remark);
  const hasRoom = hasRoomFor(content, remark);
  return (
    <>
      <p>
        <span className="chip">{writer}</span> <span className="small soft">{fieldById(section)?.label}</span>{' '}
        <q>{quote}</q> {message}
      </p>
      {instead !== null && (
        <Suspense fallback={null}>
          <WordDiff before={quote} after={instead} />
        </Suspense>
      )}
      {place === null && <p className="small soft">The passage has changed since.</p>}
      {place !== null && !hasRoom && <p className="small soft">The section has no room for it.</p>}
      <div className="row">
        {instead !== null && place !== null && hasRoom && (
          <button type="button" className="button button-small" onClick={() => onAccept(place)}>
            Accept<span className="visually-hidden"> for {quote}</span>
          </button>
        )}
        <GoThere where={section} about={quote} onLeave={onLeave} />
        <button type="button" className="button button-quiet button-small" onClick={onRefuse}>
          Refuse<span className="visually-hidden">: {quote}</span>
        </button>
      </div>
    </>
  );
}
