import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Draft, isSound, OUTCOMES, type Outcome } from '../domain/enhancement';
import { DRAFTERS } from '../domain/enhancement/modelRoles';
import { THEME_IDS } from '../domain/themes';
import { CORRECTION_HEAD } from '../lambda/prompts/repair';
import type { BedrockCall } from '../local/bedrock';
import { userText } from '../local/bedrock/converse';
import { readBedrockSettings } from '../local/nevermore/answering';
import { enhanceOnce, type FinishedEnhancement } from '../local/nevermore/commandLine/enhanceOnce';
import { signInTo } from '../local/nevermore/commandLine/session';
import { chosenModels } from '../local/nevermore/model/chosenModels';
import { StateFolder } from '../local/stateFolder';
import { cacheDir, startBenchCloud } from './benchCloud';
import { publishedCases } from './publishedCases';
import type { Bench, Measurement } from './report';

const SECTIONS = ['description', 'rootCause'] as const;

/** One run of the whole flow, with what the models were asked and answered in it. */
interface Run {
  id: string;
  section: string;
  theme: string;
  enhancement: FinishedEnhancement;
  calls: BedrockCall[];
  seconds: number;
}

/**
 * Every case × description and root cause × both voices through the whole flow (mutation, proxy, durable
 * function, Bedrock endpoint, subscription) with the models that `npm start` would use. Runs and raw answers
 * are kept for reading by hand. `npm run bench models [CASES]` takes the first so many cases.
 */
export const models: Bench = async ([howMany]) => {
  const settings = readBedrockSettings(process.env, chosenModels(StateFolder.ofEnvironment(process.env)));
  let calls: BedrockCall[] = [];
  const bench = await startBenchCloud(settings, (call) => calls.push(call));
  const session = await signInTo(bench.running);
  const record = join(cacheDir, 'models.jsonl');
  mkdirSync(cacheDir, { recursive: true });
  rmSync(record, { force: true });
  process.stderr.write(`${bench.cloud.models}; runs are kept in ${record}\n`);

  const runs: Run[] = [];
  for (const incident of publishedCases().slice(0, howMany ? Number(howMany) : undefined)) {
    for (const section of SECTIONS) {
      for (const theme of THEME_IDS) {
        calls = [];
        const started = performance.now();
        const enhancement = await enhanceOnce(session, {
          section,
          theme,
          source: incident[section],
          keep: false,
        });
        const seconds = (performance.now() - started) / 1000;
        const run = { id: incident.id, section, theme, enhancement, calls, seconds };
        runs.push(run);
        appendFileSync(record, `${JSON.stringify({ ...run, source: incident[section] })}\n`);
        const outcome = enhancement.verdict?.outcome ?? enhancement.status;
        process.stderr.write(`${incident.id} ${section} ${theme}: ${outcome} in ${seconds.toFixed(0)} s\n`);
      }
    }
  }
  await bench.close();
  return [...draftsOf(runs), ...findingsOf(runs), ...outcomesOf(runs), ...verdictsOf(runs), ...effort(runs)];
};

const share = (part: number, whole: number): number => (whole === 0 ? Number.NaN : (100 * part) / whole);

/** A drafter's calls in a run: a second one with a draft in it is a correction. */
const wasCorrected = ({ calls }: Run, draft: Draft): boolean =>
  calls.some(({ modelId, body }) => modelId === draft.modelId && userText(body).includes(CORRECTION_HEAD));

function draftsOf(runs: readonly Run[]): Measurement[] {
  const drafts = runs.flatMap((run) => run.enhancement.drafts.map((draft) => ({ run, draft })));
  const written = drafts.filter(({ draft }) => draft.text !== null);
  const sound = written.filter(({ draft }) => isSound(draft));
  const line = (what: string, some: typeof drafts): Measurement => ({
    what: `drafts ${what}`,
    unit: '%',
    values: [share(some.length, drafts.length)],
  });
  return [
    { what: 'drafts asked for', unit: '', values: [runs.length * DRAFTERS.length] },
    line(
      'sound at once',
      sound.filter(({ run, draft }) => !wasCorrected(run, draft)),
    ),
    line(
      'sound after the correction',
      sound.filter(({ run, draft }) => wasCorrected(run, draft)),
    ),
    line(
      'never sound',
      written.filter(({ draft }) => !isSound(draft)),
    ),
    line(
      'unusable (empty, echo, endless)',
      drafts.filter(({ draft }) => draft.text === null),
    ),
  ];
}

function findingsOf(runs: readonly Run[]): Measurement[] {
  const counts = new Map<string, number>();
  for (const { enhancement } of runs) {
    for (const { list, kind, severity } of enhancement.drafts.flatMap(({ findings }) => findings)) {
      const name = `${severity} findings: ${list}, ${kind}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 12)
    .map(([what, count]) => ({ what, unit: '', values: [count] }));
}

const outcomesOf = (runs: readonly Run[]): Measurement[] =>
  OUTCOMES.map((outcome: Outcome) => ({
    what: `outcome ${outcome}`,
    unit: '%',
    values: [
      share(runs.filter(({ enhancement }) => enhancement.verdict?.outcome === outcome).length, runs.length),
    ],
  })).filter(({ values }) => values[0] !== 0);

function verdictsOf(runs: readonly Run[]): Measurement[] {
  const asked = runs.flatMap(({ calls }) =>
    calls.filter(({ body }) => body.requestMetadata?.task === 'judge'),
  );
  const byTool = asked.filter(({ body }) => body.toolConfig !== undefined);
  const usedTool = byTool.filter(({ reply }) => reply?.stopReason === 'tool_use');
  const judged = runs.filter(({ enhancement }) => (enhancement.verdict?.judges.length ?? 0) > 0);
  const ties = judged.filter(({ enhancement }) => enhancement.verdict?.outcome === 'TIE');
  const unread = runs.filter(({ enhancement }) => enhancement.verdict?.outcome === 'JUDGE_FALLBACK');
  const scores = judged.flatMap(({ enhancement }) =>
    (enhancement.verdict?.scores ?? []).map(({ score }) => score),
  );
  return [
    { what: 'runs with two judgements', unit: '', values: [judged.length] },
    { what: 'verdicts that flipped with the order', unit: '%', values: [share(ties.length, judged.length)] },
    {
      what: 'runs without a readable verdict',
      unit: '%',
      values: [share(unread.length, judged.length + unread.length)],
    },
    {
      what: 'judge calls answered in the tool’s shape',
      unit: '%',
      values: [share(usedTool.length, byTool.length)],
    },
    { what: 'judge calls that asked for plain JSON', unit: '', values: [asked.length - byTool.length] },
    { what: 'scores, 1 to 5', unit: '', values: scores.length > 0 ? scores : [Number.NaN] },
  ];
}

function effort(runs: readonly Run[]): Measurement[] {
  const tokens = runs.flatMap(({ calls }) => calls.flatMap(({ reply }) => (reply ? [reply.usage] : [])));
  return [
    { what: 'time of a run', unit: 's', values: runs.map(({ seconds }) => seconds) },
    { what: 'tokens of a prompt', unit: '', values: tokens.map(({ inputTokens }) => inputTokens) },
    { what: 'tokens of an answer', unit: '', values: tokens.map(({ outputTokens }) => outputTokens) },
  ];
}
