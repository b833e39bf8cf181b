import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One place that a change touches: what stands there, once, and what stands there then. */
export interface Edit {
  file: string;
  from: string;
  to: string;
}

/** A change request: what both sides change, and what each changes beside it. */
export interface ChangeRequest {
  what: string;
  shared: readonly Edit[];
  durable: readonly Edit[];
  machine: readonly Edit[];
}

/** A change was written for code that is another one by now. */
export class StaleChangeError extends Error {
  override name = 'StaleChangeError';
  constructor(
    readonly edit: Edit,
    readonly times: number,
  ) {
    super(
      `${edit.file} has ${times} times what the change replaces: bring bench/stepFunctions/changes.ts in line.`,
    );
  }
}

/** A file with a change made. @throws StaleChangeError */
export function changed(root: string, file: string, edits: readonly Edit[]): string {
  return edits
    .filter((edit) => edit.file === file)
    .reduce(
      (text, edit) => {
        const times = text.split(edit.from).length - 1;
        if (times !== 1) throw new StaleChangeError(edit, times);
        return text.replace(edit.from, () => edit.to);
      },
      readFileSync(join(root, file), 'utf8'),
    );
}

/** How many files and places a change touches on one side. @throws StaleChangeError */
export function extentOf(root: string, request: ChangeRequest, side: 'durable' | 'machine') {
  const edits = [...request.shared, ...request[side]];
  const files = [...new Set(edits.map(({ file }) => file))];
  for (const file of files) changed(root, file, edits);
  return { files: files.length, places: edits.length };
}

const WORKFLOW = 'lambda/review/workflow.ts';
const MACHINE = 'docs/step-functions/reviewMachine.ts';
const TASKS = 'docs/step-functions/tasks/review.ts';

/**
 * Three changes that somebody may ask for, as they would be made in what deploys. For one more drafter the compiler
 * names further places in `local/`, `src/` and `test/` (who answers for it on a laptop, where a text came from); they
 * are the same on both sides.
 */
export const CHANGE_REQUESTS: readonly ChangeRequest[] = [
  {
    what: 'A third drafter',
    shared: [
      {
        file: 'domain/enhancement/modelRoles.ts',
        from: "  lite: { name: 'Nova Lite', style: 'prose-led' },\n",
        to: "  lite: { name: 'Nova Lite', style: 'prose-led' },\n  premier: { name: 'Nova Premier', style: 'prose-led' },\n",
      },
      {
        file: 'lambda/models.ts',
        from: '  pro: {\n    name: MODEL_NAMES.pro,',
        to: "  premier: {\n    name: MODEL_NAMES.premier,\n    foundationModel: 'amazon.nova-premier-v1:0',\n    price: { input: 0.0025, output: 0.0125 },\n  },\n  pro: {\n    name: MODEL_NAMES.pro,",
      },
    ],
    durable: [],
    machine: [],
  },
  {
    what: 'A second reminder',
    shared: [
      {
        file: 'domain/humanReview/waiting.ts',
        from: 'export function halvesOf(seconds: number): { first: number; second: number } {',
        to: 'export function halvesOf(seconds: number): { first: number; second: number; third: number } {',
      },
      {
        file: 'domain/humanReview/waiting.ts',
        from: 'return { first, second: Math.max(1, seconds - first) };',
        to: 'const second = Math.max(1, Math.floor((seconds - first) / 2));\n  return { first, second, third: Math.max(1, seconds - first - second) };',
      },
      {
        file: 'lambda/review/steps.ts',
        from: '  subject: Subject,\n): Promise<Done<null>> {\n  const stored = await with_.records.get(request.reviewId);\n  if (stored?.decision)',
        to: "  subject: Subject,\n  which: 'remind' | 'remind-again' = 'remind',\n): Promise<Done<null>> {\n  const stored = await with_.records.get(request.reviewId);\n  if (stored?.decision)",
      },
      {
        file: 'lambda/review/steps.ts',
        from: "with_.post.reviewers(request, 'remind', words)",
        to: 'with_.post.reviewers(request, which, words)',
      },
    ],
    durable: [
      {
        file: WORKFLOW,
        from: 'const { first, second } = halvesOf(request.waiting.review);',
        to: 'const { first, second, third } = halvesOf(request.waiting.review);',
      },
      {
        file: WORKFLOW,
        from: "    await waitForWord(with_, request, log, context, 'wait-for-review-after-reminder', second);\n",
        to: "    if (!(await waitForWord(with_, request, log, context, 'wait-for-review-after-reminder', second))) {\n      const again = () => reviewersReminded(with_, request, subject, 'remind-again');\n      await log.attempt('remind-reviewers-again', again, null);\n      await waitForWord(with_, request, log, context, 'wait-for-review-at-last', third);\n    }\n",
      },
    ],
    machine: [
      {
        file: MACHINE,
        from: "    const second = this.waitForWord('wait-for-review-after-reminder', 'second');\n    second.next(settle);\n    second.addCatch(settle, { errors: ['States.Timeout'], resultPath: JsonPath.DISCARD });\n",
        to: "    const third = this.waitForWord('wait-for-review-at-last', 'third');\n    third.next(settle);\n    third.addCatch(settle, { errors: ['States.Timeout'], resultPath: JsonPath.DISCARD });\n    const again = this.attempt('remind-reviewers-again', third);\n    const second = this.waitForWord('wait-for-review-after-reminder', 'second');\n    second.next(settle);\n    second.addCatch(again, { errors: ['States.Timeout'], resultPath: JsonPath.DISCARD });\n",
      },
      {
        file: MACHINE,
        from: "half: 'first' | 'second'",
        to: "half: 'first' | 'second' | 'third'",
      },
      {
        file: TASKS,
        from: 'halves: { first: number; second: number };',
        to: 'halves: { first: number; second: number; third: number };',
      },
      {
        file: TASKS,
        from: "  'settle-review': async",
        to: "  'remind-reviewers-again': async (with_, { request, subject }) =>\n    nothing(await steps.reviewersReminded(with_, request, subject, 'remind-again')),\n  'settle-review': async",
      },
    ],
  },
  {
    what: 'Another criterion for the judge',
    shared: [
      {
        file: 'domain/enhancement/criteria.ts',
        from: "  {\n    id: 'voice',",
        to: "  { id: 'brief', label: 'Brief', asks: 'Says it in as few words as it takes.' },\n  {\n    id: 'voice',",
      },
    ],
    durable: [],
    machine: [],
  },
];
