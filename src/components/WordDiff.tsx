import { useMemo } from 'react';
import { wordDiff } from './textDiff';

/** What changed between two texts, word by word: removals struck, additions underlined. */
export default function WordDiff({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <p className="prose pre-line" dir="auto">
      {parts.map(({ kind, text, at }) => {
        if (kind === 'added') return <ins key={at}>{text}</ins>;
        if (kind === 'removed') return <del key={at}>{text}</del>;
        return <span key={at}>{text}</span>;
      })}
    </p>
  );
}
