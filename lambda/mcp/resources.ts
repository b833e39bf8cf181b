import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import { MARKDOWN } from '../../domain/export';
import type { PostMortemListing } from '../../domain/postMortem/stored';
import { sectionById } from '../../domain/sections';
import { TEMPLATES, type Template } from '../../domain/templates';
import { fenced, NOTICE } from './answers';
import { maskedContentOf } from './content';
import { NoSuchPostMortemError } from './errors';
import { maskedExcerpts } from './excerpts';
import type { Library } from './library';
import { URI_TEMPLATE, uriOf } from './shapes';

const MARKDOWN_TYPE = 'text/markdown';
/** As many are named to a client that asks what there is; the others are found by searching. */
const MOST_LISTED = 50;

/** People's words in a line of the list. */
const saidOf = ({ title, service }: Pick<PostMortemListing, 'title' | 'service'>) => ({ title, service });
/** A placeholder in a name reads like its author's: the list has no notice above it that says otherwise. */
const LEFT_OUT = 'Something was left out of its name here, as it looks like a key, a password or an address.';

/** What an assistant may take into its context by its address. */
export function registerResources(server: McpServer, library: Library): void {
  server.registerResource(
    'post-mortem',
    new ResourceTemplate(URI_TEMPLATE, {
      list: async () => {
        const both = await Promise.all([
          library.latest('mine', MOST_LISTED),
          library.latest('published', MOST_LISTED),
        ]);
        const latest = new Map(both.flat().map((one) => [one.id, one]));
        const newest = [...latest.values()]
          .sort((one, other) => other.updatedAt.localeCompare(one.updatedAt))
          .slice(0, MOST_LISTED);
        const masked = await maskedExcerpts(
          newest.map((one, at) => ({ from: [one.id], told: { at, said: saidOf(one) } })),
          library,
        );
        const resources = masked.map(({ at, said }) => {
          const { id, ...one } = newest[at] as PostMortemListing;
          const { severity, status } = one;
          const isWhole = JSON.stringify(said) === JSON.stringify(saidOf(one));
          return {
            uri: uriOf(id),
            name: id,
            title: said.title,
            description: [severity, status, said.service, !isWhole && LEFT_OUT].filter(Boolean).join(' · '),
            mimeType: MARKDOWN_TYPE,
          };
        });
        return { resources };
      },
    }),
    {
      title: 'Post-mortem',
      description: 'A post-mortem that you may read, as Markdown.',
      mimeType: MARKDOWN_TYPE,
    },
    async (uri, { id }) => {
      const document = await library.document(decodeURIComponent(String(id))).catch((error: unknown) => {
        if (error instanceof NoSuchPostMortemError) throw new ResourceNotFoundError(uri.href, error.message);
        throw error;
      });
      const text = fenced('POST-MORTEM', MARKDOWN.now(maskedContentOf(document)));
      return { contents: [{ uri: uri.href, mimeType: MARKDOWN_TYPE, text: `${NOTICE}\n\n${text}` }] };
    },
  );
  for (const template of TEMPLATES) {
    const uri = `nevermore://template/${template.name.toLowerCase().replace(/ /g, '-')}`;
    server.registerResource(
      `template ${template.name}`,
      uri,
      { title: `Template: ${template.name}`, description: template.suits, mimeType: MARKDOWN_TYPE },
      async () => ({ contents: [{ uri, mimeType: MARKDOWN_TYPE, text: outlineOf(template) }] }),
    );
  }
}

/** The template as a document to fill in: what belongs under each heading, and what it starts from. */
const outlineOf = ({ name, suits, sections, required, start = {} }: Template): string =>
  [
    `# ${name}`,
    suits,
    ...sections.map((id) => {
      const { label, hint, questions } = sectionById(id);
      const heading = `## ${label}${required.includes(id) ? ' (required)' : ''}`;
      return [heading, hint, questions.map((each) => `- ${each}`).join('\n'), start[id]]
        .filter(Boolean)
        .join('\n\n');
    }),
  ].join('\n\n');
