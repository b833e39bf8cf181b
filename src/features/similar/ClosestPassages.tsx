import { Link } from 'react-router';
import { anchorOf, labelOf } from '../../../domain/archive/section';
import type { SimilarPostMortem } from '../../data/types';
import { say, translated } from '../../language/say';

/** The two passages in which two incidents are closest, quoted; that of the other one leads to it. */
export function ClosestPassages({
  postMortemId,
  closest: { own, other },
}: {
  postMortemId: string;
  closest: NonNullable<SimilarPostMortem['closest']>;
}) {
  return (
    <dl className="closest soft">
      <dt>
        <Link to={`/post-mortems/${postMortemId}#${anchorOf(other.section)}`}>
          {say('Closest: its {section}', { section: translated(labelOf(other.section)) })}
        </Link>
      </dt>
      <dd>
        <q dir="auto">{other.text}</q>
      </dd>
      <dt>{say('and {section} here', { section: translated(labelOf(own.section)) })}</dt>
      <dd>
        <q dir="auto">{own.text}</q>
      </dd>
    </dl>
  );
}
