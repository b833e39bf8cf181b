import type { Root } from 'mdast';
import { useMemo } from 'react';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { cutDeep, shallow } from '../../domain/shallow';
import { say } from '../language/say';
import { markPlaces, type PlaceMark } from './markPlaces';
import { placeInPage } from './placeInPage';
import { safeUrl } from './safeUrl';

const withoutDepths = () => (tree: Root, file: { toString(): string }) => cutDeep(tree, file.toString());
const PLUGINS = [remarkGfm, withoutDepths];
const NO_MARKS: readonly PlaceMark[] = [];

/**
 * Markdown that somebody or some model wrote. Hostile until shown otherwise: raw HTML is text, pictures are
 * left out (fetching one would tell its server who reads this), and links lead only where `safeUrl` allows.
 */
export default function MarkdownView(props: {
  text: string;
  /** The level of the heading under which it stands. */
  headingAbove: number;
  /** Places to be marked. */
  marks?: readonly PlaceMark[];
}) {
  const { text, headingAbove, marks = NO_MARKS } = props;
  const rehype = useMemo(
    () => [...(marks.length > 0 ? [markPlaces(marks)] : []), placeInPage(headingAbove)],
    [marks, headingAbove],
  );
  return (
    <div className="prose">
      <Markdown
        remarkPlugins={PLUGINS}
        rehypePlugins={rehype}
        disallowedElements={['img']}
        urlTransform={safeUrl}
        components={{
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable
          pre: ({ node: _, ...pre }) => <pre tabIndex={0} {...pre} />,
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable
          table: ({ node: _, ...table }) => <table tabIndex={0} {...table} />,
          // Only task lists have boxes, and nobody ticks one here.
          input: ({ checked }) => (
            <input
              type="checkbox"
              checked={checked === true}
              disabled
              aria-label={checked ? say('Done|task') : say('Open|task')}
            />
          ),
          a: ({ href, children }) =>
            href ? (
              <a href={href} target="_blank" rel="noopener noreferrer nofollow">
                {children}
              </a>
            ) : (
              <span>{children}</span>
            ),
        }}
      >
        {shallow(text)}
      </Markdown>
    </div>
  );
}
