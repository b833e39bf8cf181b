import { DRAFTERS } from '../domain/enhancement/modelRoles';
import { plainlyFormatted } from '../domain/enhancement/presentation';
import { hide, prepareForSending } from '../domain/sending';
import { composed } from '../domain/sending/sendable';
import { THEME_IDS } from '../domain/themes';
import { costOf } from '../lambda/models';
import { draftPrompt } from '../lambda/prompts/draft';
import { judgePrompt, verdictSchema } from '../lambda/prompts/judge';
import { draftOffline } from '../local/nevermore/answering/offline/draftOffline';
import { publishedCases } from './publishedCases';
import type { Bench } from './report';

/** What Nova's tokenizer makes of English prose, near enough for a price. */
const CHARACTERS_PER_TOKEN = 4;
/** A verdict of three texts: scores, two or three sentences, few quotes. */
const VERDICT_TOKENS = 320;

const tokens = (...texts: string[]): number =>
  Math.ceil(texts.reduce((sum, text) => sum + text.length, 0) / CHARACTERS_PER_TOKEN);

/** USD per 1,000 enhancements of the shared cases, by protocol, from real prompts and the price table. */
export const cost: Bench = async () => {
  const drafting: number[] = [];
  const judging: number[] = [];
  for (const incident of publishedCases()) {
    for (const section of ['description', 'rootCause'] as const) {
      for (const theme of THEME_IDS) {
        const source = prepareForSending(incident[section]).sent;
        const request = { enhancementId: 'bench', section, theme, source, questions: [] };
        const drafts = DRAFTERS.map((style) => draftOffline({ ...request, style }));
        const asked = draftPrompt(request);
        const input = tokens(asked.system, asked.user);
        drafting.push(
          DRAFTERS.reduce(
            (sum, role, index) =>
              sum + costOf(role, 'us', { input, output: tokens(drafts[index] as string) }),
            0,
          ),
        );
        const shown = hide([request.source, ...drafts], []).texts.map((text) =>
          composed(plainlyFormatted(text)),
        );
        const judged = judgePrompt({ ...request, drafts: shown });
        const schema = JSON.stringify(verdictSchema(theme, shown.length));
        judging.push(
          costOf('pro', 'us', { input: tokens(judged.system, judged.user, schema), output: VERDICT_TOKENS }),
        );
      }
    }
  }
  const perThousand = (one: number[], calls: number) =>
    one.map((price, index) => 1_000 * (price + calls * (judging[index] as number)));
  return [
    {
      what: 'two drafts, no judge (one draft barred or missing)',
      unit: 'USD / 1,000',
      values: perThousand(drafting, 0),
    },
    { what: 'two drafts, one judge', unit: 'USD / 1,000', values: perThousand(drafting, 1) },
    { what: 'two drafts, judge in both orders', unit: 'USD / 1,000', values: perThousand(drafting, 2) },
    {
      what: 'both orders ÷ one order',
      unit: '×',
      values: drafting.map(
        (price, index) => (price + 2 * (judging[index] as number)) / (price + (judging[index] as number)),
      ),
    },
  ];
};
