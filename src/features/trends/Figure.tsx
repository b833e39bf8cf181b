import { type ReactNode, useId } from 'react';
import { download } from '../../components/export/downloadExport';
import { Icon } from '../../components/Icon';
import { say } from '../../language/say';
import { saying } from '../../language/saying';

interface Props {
  title: string;
  /** What it tells, in a sentence or two, with how many were counted. */
  words: ReactNode;
  children: ReactNode;
  /** The numbers behind the picture. */
  table: ReactNode;
  /** The same as a file. */
  csv(): string;
  fileName: string;
}

/** A picture, what it tells in words, and the numbers behind it one click away. */
export function Figure({ title, words, children, table, csv, fileName }: Props) {
  const id = useId();
  return (
    <section className="panel stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="soft stack-tight">{words}</div>
      {children}
      <details className="figure-numbers">
        <summary>
          {say('The numbers')}
          <span className="visually-hidden"> {saying('of “{title}”', { title })}</span>
        </summary>
        <div className="stack-tight">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled with the keys */}
          <section className="figure-table" tabIndex={0} aria-label={say('{title}: table', { title })}>
            {table}
          </section>
          <p>
            <button
              type="button"
              className="button button-small"
              onClick={() => download(fileName, 'text/csv', csv())}
            >
              <Icon name="download" />
              {say('Download CSV')}
              <span className="visually-hidden"> {saying('of “{title}”', { title })}</span>
            </button>
          </p>
        </div>
      </details>
    </section>
  );
}
