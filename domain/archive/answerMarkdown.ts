import type { AnswerSentence, AnswerSource, ArchiveAnswer } from './answerRecord';
import { anchorOf } from './section';

/** A source of an answer with the number that the whole answer knows it by. */
export interface NumberedSource extends AnswerSource {
  number: number;
}

const keyOf = ({ id, place }: AnswerSource): string => `${id} ${place}`;

/** The sources of an answer, each passage once, in the order in which they are named. */
export function numberedSources(sentences: readonly AnswerSentence[]): NumberedSource[] {
  const known = new Map<string, NumberedSource>();
  for (const source of sentences.flatMap(({ sources }) => sources))
    if (!known.has(keyOf(source))) known.set(keyOf(source), { ...source, number: known.size + 1 });
  return [...known.values()];
}

/** The number of a source among those of its answer. */
export const numberOf = (source: AnswerSource, all: readonly NumberedSource[]): number =>
  all.find((one) => keyOf(one) === keyOf(source))?.number ?? 0;

/** Where a passage stands on the page of its document. */
export const linkTo = ({ id, section }: Pick<AnswerSource, 'id' | 'section'>): string =>
  `/post-mortems/${encodeURIComponent(id)}#${anchorOf(section)}`;

const inert = (text: string): string => text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/\s+/g, ' ');

/**
 * An answer as Markdown: the question, each sentence with its numbers, and under them what they stand for.
 * @param origin of the app, such as `https://nevermore.example.com`
 * @param silent what is said where the archive says nothing
 */
export function answerMarkdown(
  { question, sentences }: Pick<ArchiveAnswer, 'question' | 'sentences'>,
  origin: string,
  silent: string,
): string {
  const sources = numberedSources(sentences);
  const said = sentences.map(
    ({ text, sources: own }) => `${inert(text)} ${own.map((one) => `[${numberOf(one, sources)}]`).join('')}`,
  );
  const notes = sources.map(
    (source) =>
      `${source.number}: [${inert(source.title)}](${origin}${linkTo(source)}) “${inert(source.quote)}”`,
  );
  const body = said.length > 0 ? said.join('\n') : silent;
  return `${[`**${inert(question)}**`, body, notes.map((note) => `- ${note}`).join('\n')].filter(Boolean).join('\n\n')}\n`;
}
