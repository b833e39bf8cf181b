import { retrieveWith } from '../../lambda/retrieval/retrieve';
import type { Bench, Measurement } from '../report';
import { type Answered, answersOf, askedOf } from './answers';
import { holds } from './holds';
import { POOL, publishedArchive, type Way } from './publishedArchive';
import { type ArchiveQuestion, archiveQuestions } from './questions';

const CALLER = { sub: 'bench', issuer: POOL };
/** As many as an answer is made from. */
const READ = 8;
const AMONG = 5;

/**
 * How well the archive finds what answers a question, by words, by meaning and by both, and what the offline answerer
 * makes of it. No run differs from another: rules embed, rank and answer.
 */
export const archive: Bench = () => measured('questions.jsonl');

/** The same on the questions that the rules of the offline answerer were chosen on: no measure of how good it is. */
export const archiveDevelopment: Bench = () => measured('development.jsonl');

async function measured(file: Parameters<typeof archiveQuestions>[0]): Promise<Measurement[]> {
  const ways = await publishedArchive();
  const questions = archiveQuestions(file);
  const answerable = questions.filter(({ kind }) => kind !== 'none');
  const rows: Measurement[] = [];
  const row = (what: string, value: number, unit: string, aim?: string) =>
    rows.push({ what, unit, values: [value], ...(aim && { aim }) });
  for (const way of ['words', 'meaning', 'both'] as const) {
    const places = await placesOf(way, answerable, ways);
    const recall = (some: readonly number[]) => share(some, (place) => place <= AMONG);
    row(`recall@${AMONG}, ${way}`, recall(places), '', way === 'both' ? '≥ either alone' : undefined);
    row(`MRR, ${way}`, mean(places.map((place) => 1 / place)), '');
    for (const kind of ['words', 'meaning', 'time'] as const)
      row(
        `— recall@${AMONG} of questions of the kind “${kind}”`,
        recall(places.filter((_, at) => answerable[at]?.kind === kind)),
        '',
      );
  }
  const answers = await answersOf(questions, async (question) => {
    const { passages } = await retrieveWith(ways.both)({ text: question, limit: READ }, CALLER);
    return passages;
  });
  const said = answers.flatMap(({ sentences }) => sentences);
  row('sentences shown', said.length, '');
  row('— without a source', said.filter(({ sources }) => sources.length === 0).length, '', '0');
  row(
    '— of which the source is a passage that answers',
    share(said, ({ isRight }) => isRight),
    '',
  );
  row('questions with an answer that get one', share(askedOf(answers, true), isAnswered), '');
  row('— a right one among its sentences', share(askedOf(answers, true), isAnsweredRight), '');
  row(
    'questions without an answer that get none',
    share(askedOf(answers, false), (one) => !isAnswered(one)),
    '',
  );
  return rows;
}

const isAnswered = ({ sentences }: Answered) => sentences.length > 0;
const isAnsweredRight = ({ sentences }: Answered) => sentences.some(({ isRight }) => isRight);

/** The place of the first passage that answers each question; endless where none is found. */
async function placesOf(
  way: Way,
  questions: readonly ArchiveQuestion[],
  ways: Awaited<ReturnType<typeof publishedArchive>>,
): Promise<number[]> {
  const retrieve = retrieveWith(ways[way]);
  return Promise.all(
    questions.map(async ({ question, answers }) => {
      const { passages } = await retrieve({ text: question, limit: 50 }, CALLER);
      const at = passages.findIndex(({ documentId, text }) =>
        answers.some((answer) => answer.case === documentId && holds(text, answer.quote)),
      );
      return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
    }),
  );
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const share = <T>(some: readonly T[], is: (one: T) => boolean) => some.filter(is).length / some.length;
