import type { DraftFinding } from '../../../../domain/enhancement';
import { findingWords, isHard, stretches } from './findings';

/** A text as it was written, with what the fact check found marked in place. */
export function MarkedText({ text, findings }: { text: string; findings: readonly DraftFinding[] }) {
  return (
    <p className="prose pre-line">
      {stretches(text, findings).map((stretch) =>
        stretch.findings.length === 0 ? (
          <span key={stretch.at}>{stretch.text}</span>
        ) : (
          <Mark key={stretch.at} text={stretch.text} findings={stretch.findings} />
        ),
      )}
    </p>
  );
}

function Mark({ text, findings }: { text: string; findings: readonly DraftFinding[] }) {
  const words = findings
    .map(findingWords)
    .map(({ what, sourceSays }) => `${what}. ${sourceSays}`)
    .join(' ');
  // A name on <mark> is not read out by every screen reader; words beside it are.
  return (
    <mark className={findings.some(isHard) ? 'mark-hard' : 'mark-soft'} title={words}>
      {text}
      <span className="visually-hidden"> (finding: {words}) </span>
    </mark>
  );
}

/** Every finding in words, the open ones first, and what the check has already replaced. */
export function FindingList(props: { findings: readonly DraftFinding[]; repaired: readonly string[] }) {
  const { findings, repaired } = props;
  const ordered = [...findings].sort((a, b) => Number(isHard(b)) - Number(isHard(a)));
  if (ordered.length === 0 && repaired.length === 0) return null;
  return (
    <ul className="stack-tight small">
      {ordered.map((finding) => (
        <li key={findingKey(finding)}>
          <FindingLine finding={finding} />
        </li>
      ))}
      {repaired.map((value) => (
        <li key={value}>The model added “{value}”; it stands as a question now.</li>
      ))}
    </ul>
  );
}

export const findingKey = ({ list, kind, start, end }: DraftFinding) => `${list}/${kind}/${start}/${end}`;

export function FindingLine({ finding }: { finding: DraftFinding }) {
  const { what, sourceSays } = findingWords(finding);
  return (
    <>
      <span className={isHard(finding) ? 'chip chip-danger' : 'chip chip-warn'}>
        {isHard(finding) ? 'Open' : 'Warning'}
      </span>{' '}
      {what}. <span className="soft">{sourceSays}</span>
    </>
  );
}
