import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { LIMITS } from '../../../domain/limits';
import { emptyPostMortem } from '../../../domain/postMortem';
import type { AuthoredContent } from '../../../domain/postMortem/fields';
import { maskWithin } from '../../../domain/secrets/everyText';
import { parseSection, SECTION_IDS } from '../../../domain/sections';
import { parseTheme, THEME_IDS } from '../../../domain/themes';
import { type Warn, warn } from '../../warn';
import { NOTICE } from '../answers';
import { contentOf } from '../content';
import {
  ApiFailedError,
  InvalidArgumentError,
  NoSuchPostMortemError,
  NoSuchRunError,
  NothingToEnhanceError,
} from '../errors';
import type { Library, Run } from '../library';
import { NOTICED, POST_MORTEM_ID } from '../shapes';
import { tool } from '../tool';
import { KEPT_TITLE, tidyUp } from './keptTexts';

/** Clients give a call a minute. What takes longer is looked at again. */
const WAIT_MS = 45_000;
const LOOK_EVERY_MS = 1_000;

interface With {
  forMs: number;
  everyMs: number;
  now: () => Date;
  warn: Warn;
}
const DEPLOYED: With = { forMs: WAIT_MS, everyMs: LOOK_EVERY_MS, now: () => new Date(), warn };

export const enhanceText = (with_: With = DEPLOYED) =>
  tool({
    name: 'enhance_text',
    title: 'Enhance a section',
    description:
      'Has a section of a post-mortem drafted by two models from the author’s text and judged by a third, with every fact checked in code. It takes seconds to minutes and costs money where models are billed. Returns all drafts with their findings and the verdict; nothing is applied to any document. If it is not finished in time, call it again with `run` alone.',
    writes: true,
    isIdempotent: false,
    input: z.object({
      section: z
        .string()
        .max(60)
        .optional()
        .describe(`Which section it is: ${SECTION_IDS.join(', ')}.`),
      theme: z
        .string()
        .max(60)
        .optional()
        .describe(`Its voice: ${THEME_IDS.join(' or ')}.`),
      text: z
        .string()
        .max(LIMITS.sectionLength)
        .optional()
        .describe('The author’s own words. Nothing is added to them.'),
      id: POST_MORTEM_ID.optional().describe(
        'A post-mortem that the caller owns or may edit, to draft in its context. Without one the text stands alone.',
      ),
      run: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,64}$/)
        .optional()
        .describe('A run to look at again, and nothing else.'),
    }),
    output: z.object({
      notice: NOTICED,
      run: z.string(),
      isFinished: z.boolean(),
      status: z.string(),
      stage: z.string(),
      section: z.string(),
      theme: z.string(),
      drafts: z.array(z.record(z.string(), z.unknown())),
      verdict: z.record(z.string(), z.unknown()).nullable(),
      message: z.string().nullable(),
      costUsd: z.number(),
      next: z.string().describe('What to do now.'),
    }),
    async run(asked, library) {
      const run = await finished(await begun(asked, library, with_), library, with_);
      if (!isAlone(run)) return maskWithin(told(run), await contextOf(run, library)).value;
      if (run.stage === 'FINISHED') await neverInTheWay(() => tidyUp(library, run.id, with_.now()), with_);
      return told(run);
    },
  });

interface Asked {
  section?: string | undefined;
  theme?: string | undefined;
  text?: string | undefined;
  id?: string | undefined;
  run?: string | undefined;
}

/** The run that is meant, started if it is a new one. */
async function begun({ section, theme, text, id, run }: Asked, library: Library, with_: With): Promise<Run> {
  if (run !== undefined) return library.run(run);
  if (section === undefined || theme === undefined || text === undefined) throw new NothingToEnhanceError();
  const request = { section: parseSection(section), theme: parseTheme(theme), text };
  if (!request.section || !request.theme) throw new InvalidArgumentError(new NothingToEnhanceError().message);
  const { section: known, theme: voice } = request;
  if (id !== undefined)
    return library.start({ id: randomUUID(), postMortemId: id, section: known, theme: voice, text });
  const alone = randomUUID();
  const { editors: _, ...content } = emptyPostMortem(KEPT_TITLE);
  await library.create({ ...(content as AuthoredContent), [known]: text }, alone);
  try {
    return await library.start({ id: alone, postMortemId: alone, section: known, theme: voice, text });
  } catch (error) {
    const started = error instanceof ApiFailedError ? await begunUnheard(alone, library) : null;
    if (started) return started;
    await neverInTheWay(() => library.forgetUntouched(alone), with_);
    throw error;
  }
}

/** The run whose start nobody heard the answer of, if it has begun all the same. */
async function begunUnheard(id: string, library: Library): Promise<Run | null> {
  try {
    return await library.run(id);
  } catch (error) {
    if (error instanceof NoSuchRunError || error instanceof ApiFailedError) return null;
    throw error;
  }
}

/** Tidying up never costs anybody an answer, nor the reason why there is none. */
async function neverInTheWay(tidying: () => Promise<void>, { warn }: With): Promise<void> {
  try {
    await tidying();
  } catch (error) {
    warn('Texts of assistants are tidied up by a later call of enhance_text.', error);
  }
}

/** A text that belongs to no document is kept in one of its own while it is drafted, which has the run's name. */
const isAlone = (run: Run): boolean => run.postMortemId === run.id;

/** The document that a draft is told without the secrets of. A text that stands alone is the assistant's own. */
async function contextOf(run: Run, library: Library): Promise<unknown> {
  try {
    return contentOf(await library.document(run.postMortemId));
  } catch (error) {
    // The document is gone and the run is still there: what its own words name is masked all the same.
    if (error instanceof NoSuchPostMortemError) return null;
    throw error;
  }
}

async function finished(run: Run, library: Library, { forMs, everyMs }: With): Promise<Run> {
  const until = performance.now() + forMs;
  let latest = run;
  while (latest.stage !== 'FINISHED' && performance.now() + everyMs < until) {
    await new Promise((done) => setTimeout(done, everyMs));
    try {
      latest = await library.run(run.id);
    } catch (error) {
      // The run goes on, and its name is told with the last that was heard of it.
      if (!(error instanceof ApiFailedError)) throw error;
    }
  }
  return latest;
}

function told(run: Run) {
  const isFinished = run.stage === 'FINISHED';
  const { status, stage, section, theme, drafts, verdict, message, costUsd } = run;
  return {
    notice: NOTICE,
    run: run.id,
    isFinished,
    status,
    stage,
    section,
    theme,
    drafts: (drafts ?? []).map((draft) => ({ ...draft })),
    verdict: verdict ? { ...verdict } : null,
    message,
    costUsd,
    next: isFinished
      ? `Show the winner with its findings and let the person decide. Nothing was applied.${
          isAlone(run)
            ? ` The text lies in their bin as “${KEPT_TITLE}”, unless they have begun to write in it; a later call deletes it.`
            : ''
        }`
      : `It is still being written. Call enhance_text again with {"run": "${run.id}"} and nothing else.`,
  };
}
