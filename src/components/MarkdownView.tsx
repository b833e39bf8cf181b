import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { safeUrl } from './safeUrl';

const PLUGINS = [remarkGfm];

/**
 * Markdown that somebody or some model wrote. Hostile until shown otherwise: raw HTML is text, pictures are
 * left out (fetching one would tell its server who reads this), and links lead only where `safeUrl` allows.
 */
export default function MarkdownView({ text }: { text: string }) {
  return (
    <div className="prose">
      <Markdown
        remarkPlugins={PLUGINS}
        disallowedElements={['img']}
        urlTransform={safeUrl}
        components={{
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
        {text}
      </Markdown>
    </div>
  );
}
