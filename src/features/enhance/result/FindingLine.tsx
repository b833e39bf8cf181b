import type { DraftFinding } from '../../../../domain/enhancement';
import { isHard } from '../../../../domain/facts/finding';
import { say } from '../../../language/say';
import { findingWords } from './findings';

export const findingKey = ({ list, kind, start, end }: DraftFinding) => `${list}/${kind}/${start}/${end}`;

/** A finding in words: what it is about, and what the author's text says. */
export function FindingLine({ finding }: { finding: DraftFinding }) {
  const { what, sourceSays } = findingWords(finding);
  return (
    <>
      <span className={isHard(finding) ? 'chip chip-danger' : 'chip chip-warn'}>
        {isHard(finding) ? say('Open|finding') : say('Warning')}
      </span>{' '}
      {what}. <span className="soft">{sourceSays}</span>
    </>
  );
}
