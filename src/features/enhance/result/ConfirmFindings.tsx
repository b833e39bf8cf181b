import { useEffect, useRef } from 'react';
import type { DraftFinding } from '../../../../domain/enhancement';
import { say } from '../../../language/say';
import { FindingLine, findingKey } from './FindingLine';

interface Props {
  findings: readonly DraftFinding[];
  /** Those that were looked at, by their keys. */
  checked: ReadonlySet<string>;
  onCheck(key: string): void;
  onAccept(): void;
  onEdit(): void;
  onBack(): void;
}

/** A draft with open findings is only taken by somebody who has looked at each of them. */
export function ConfirmFindings({ findings, checked, onCheck, onAccept, onEdit, onBack }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const left = findings.filter((finding) => !checked.has(findingKey(finding))).length;
  return (
    <div className="message message-danger">
      <h4 ref={heading} tabIndex={-1}>
        {say('Look at each of these before the draft replaces your text')}
      </h4>
      <ul className="stack-tight">
        {findings.map((finding) => (
          <li key={findingKey(finding)} className="stack-tight">
            <p>
              <FindingLine finding={finding} />
            </p>
            <label className="row">
              <input
                type="checkbox"
                checked={checked.has(findingKey(finding))}
                onChange={() => onCheck(findingKey(finding))}
              />
              <span>
                {say('I have checked this')}
                <span className="visually-hidden">
                  : {finding.kind} {finding.value}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className="row">
        <button type="button" className="button button-primary" disabled={left > 0} onClick={onAccept}>
          {left > 0 ? say('Accept ({left} left to check)', { left }) : say('Accept')}
        </button>
        <button type="button" className="button" onClick={onEdit}>
          {say('Edit first')}
        </button>
        <button type="button" className="button" onClick={onBack}>
          {say('Back')}
        </button>
      </div>
    </div>
  );
}
