import { useMemo } from 'react';
import { checkConsistency, checkedDocument, type Hint } from '../../../domain/consistency';
import { SECTIONS } from '../../../domain/sections';
import { InPageLink } from '../../components/InPageLink';
import { useDebounced } from '../../components/useDebounced';
import type { DocumentContent } from '../../data/types';
import { say, translated } from '../../language/say';

const PAUSE_MS = 1_000;

/** What in the whole document does not fit together. It asks; it changes nothing. */
export default function DocumentHints({ content }: { content: DocumentContent }) {
  const rested = useDebounced(content, PAUSE_MS);
  const hints = useMemo(() => checkConsistency(checkedDocument(rested)), [rested]);
  if (hints.length === 0) return null;
  return (
    <details className="document-hints">
      <summary>{say('Hints ({count})', { count: hints.length })}</summary>
      <p className="small soft">{say('What may not fit together. Only you know; nothing is changed.')}</p>
      <ul className="stack-tight small">
        {hints.map((hint) => (
          <li key={`${hint.kind} ${hint.message}`}>
            <Place hint={hint} /> {translated(hint.message)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Where it stands, as a way to get there. */
function Place({ hint }: { hint: Hint }) {
  const section = SECTIONS.find(({ id }) => id === hint.where);
  return section ? <InPageLink to={`section-${section.id}`}>{translated(section.label)}:</InPageLink> : null;
}
