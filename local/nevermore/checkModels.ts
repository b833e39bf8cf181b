import { gate } from '../../domain/enhancement/gate';
import { DRAFTERS, type ModelRole, NOVA } from '../../domain/enhancement/modelRoles';
import { isHard } from '../../domain/facts/finding';
import { hide, prepareForSending } from '../../domain/sending';
import { DEFAULT_THEME } from '../../domain/themes';
import { judgeWith } from '../../lambda/enhance/judging';
import { draftWith, type SentRequest } from '../../lambda/enhance/modelDraft';
import { judgeOf } from '../../lambda/models';
import { answeringModels, type BedrockSettings } from './answering';
import { converseLocally } from './converseLocally';

/** What came of asking for one role. */
export interface RoleCheck {
  role: ModelRole;
  /** Who answered, as the server names it. */
  model: string;
  works: boolean;
  /** In one line: what it did, or what went wrong and what to do. */
  found: string;
}

/** A small incident with everything that must survive: a time, a figure, a name, a doubt. */
const NOTE =
  'orders api gave 503 from 14:02 to 14:31 utc. 212 checkouts failed. restarted pool-worker at 14:29. probably the connection pool was too small.';
const BETTER =
  'From 14:02 to 14:31 UTC the orders API gave 503, and 212 checkouts failed. Probably the connection pool was too small; `pool-worker` was restarted at 14:29.';
const WORSE = 'Some things failed for a while.';

/** Longer than any model on a laptop should need for three sentences. */
const TIMEOUT_MS = 300_000;

/**
 * Asks every role once, with the prompts, the client and the reading of a run. The judge sees a good and a
 * poor text, in both orders.
 */
export async function checkModels(
  settings: BedrockSettings,
  environment: NodeJS.ProcessEnv,
  onChecked: (check: RoleCheck) => void,
): Promise<RoleCheck[]> {
  const { converse, close } = await converseLocally(settings, environment);
  const { sent, held } = prepareForSending(NOTE);
  const request: SentRequest = {
    enhancementId: 'check-models',
    section: 'description',
    theme: DEFAULT_THEME.id,
    source: sent,
    questions: [],
  };
  const models = answeringModels(settings, NOVA);
  const checks: RoleCheck[] = [];
  const check = async (role: ModelRole, ask: () => Promise<{ works: boolean; found: string }>) => {
    const outcome = await ask().catch((error: unknown) => ({
      works: false,
      found: error instanceof Error ? error.message : String(error),
    }));
    const done = { role, model: models[role], ...outcome };
    checks.push(done);
    onChecked(done);
  };
  try {
    const write = draftWith(converse, 'us', TIMEOUT_MS);
    for (const drafter of DRAFTERS)
      await check(drafter, async () => {
        const { text, error, latencyMs } = await write(drafter, request);
        if (text === null) return { works: false, found: error };
        const hard = gate({ source: NOTE }, text).findings.filter(isHard).length;
        const seconds = (latencyMs / 1000).toFixed(1);
        return hard === 0
          ? { works: true, found: `drafts in ${seconds} s, nothing added or lost` }
          : {
              works: false,
              found: `drafts in ${seconds} s, but the fact check found ${hard} fault(s) in it`,
            };
      });
    await check('pro', async () => {
      const judge = judgeWith(converse, judgeOf(undefined, 'us'), 'us', TIMEOUT_MS);
      const [better, worse] = hide([BETTER, WORSE], held).texts as [
        SentRequest['source'],
        SentRequest['source'],
      ];
      const first = await judge(request, [better, worse]);
      const last = await judge(request, [worse, better]);
      const seconds = ((first.call.latencyMs + last.call.latencyMs) / 1000).toFixed(1);
      if (first.best === 1 && last.best === 2)
        return { works: true, found: `judges in ${seconds} s, and prefers the better text in both orders` };
      return {
        works: false,
        found:
          first.best === last.best
            ? `judges in ${seconds} s, but takes what stands ${first.best === 1 ? 'first' : 'last'}, whatever it is`
            : `judges in ${seconds} s, and prefers the poorer text in both orders`,
      };
    });
  } finally {
    await close();
  }
  return checks;
}
