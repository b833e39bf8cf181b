import { randomUUID } from 'node:crypto';
import { Hub } from 'aws-amplify/utils';
import type { EnhancementProgress } from '../../../domain/enhancement';
import { startMutation } from '../../../domain/enhancement/startRequest';
import { emptyPostMortem } from '../../../domain/postMortem';
import { parseSection } from '../../../domain/sections';
import { ENHANCEMENT_FIELDS } from '../../../lambda/enhancementFields';
import { call, refusal } from './call';
import { SilentRunError } from './errors';
import type { Session } from './session';

export type FinishedEnhancement = EnhancementProgress & { id: string; postMortemId: string };

const CREATE = 'mutation Create($input: CreatePostMortemInput!) { createPostMortem(input: $input) { id } }';
const START = startMutation(ENHANCEMENT_FIELDS);
const UPDATED = `subscription Updated { onUpdateEnhancement { ${ENHANCEMENT_FIELDS} } }`;
const CURRENT = `query Current($id: ID!) { getEnhancement(id: $id) { ${ENHANCEMENT_FIELDS} } }`;
const DELETE_RUN = 'mutation DeleteRun($id: ID!) { deleteEnhancement(input: { id: $id }) { id } }';
const DELETE = 'mutation Delete($id: ID!) { deletePostMortem(input: { id: $id }) { id } }';

/** Longer than every retry of a slow run; a model on a laptop may take minutes. */
const SILENCE_SECONDS = 600;

/**
 * Writes the text into a post-mortem of its own, enhances it, and tidies up unless told to keep it.
 * @throws RequestRefusedError, SilentRunError
 */
export async function enhanceOnce(
  session: Session,
  request: { section: string; theme: string; source: string; keep: boolean },
): Promise<FinishedEnhancement> {
  const section = parseSection(request.section);
  const { editors: _, ...content } = emptyPostMortem('From the command line');
  const input = { ...content, ...(section && { [section]: request.source }), revision: 1 };
  const { createPostMortem } = await call<{ createPostMortem: { id: string } }>(session, CREATE, { input });
  const id = randomUUID();
  const started = { value: false };
  try {
    return await follow(session, id, async () => {
      const variables = { id, postMortemId: createPostMortem.id, ...request, text: request.source };
      await call(session, START, variables);
      started.value = true;
    });
  } finally {
    if (!request.keep) {
      if (started.value) await call(session, DELETE_RUN, { id });
      await call(session, DELETE, { id: createPostMortem.id });
    }
  }
}

/** Subscribes, starts the run once the subscription stands, and waits for its last publication. */
async function follow(
  session: Session,
  id: string,
  start: () => Promise<void>,
): Promise<FinishedEnhancement> {
  let silence: NodeJS.Timeout | undefined;
  let subscription: { unsubscribe(): void } | undefined;
  try {
    return await new Promise<FinishedEnhancement>((finished, failed) => {
      const heard = (enhancement: FinishedEnhancement | null | undefined) => {
        if (enhancement?.id !== id) return;
        clearTimeout(silence);
        silence = setTimeout(() => failed(new SilentRunError(SILENCE_SECONDS)), SILENCE_SECONDS * 1000);
        if (enhancement.stage === 'FINISHED') finished(enhancement);
      };
      const acknowledged = subscriptionAcknowledged();
      const updates = session.graphql({ query: UPDATED }) as Observable<{
        data: { onUpdateEnhancement: FinishedEnhancement };
      }>;
      subscription = updates.subscribe({
        next: ({ data }) => heard(data.onUpdateEnhancement),
        error: (problem) => failed(refusal(problem)),
      });
      acknowledged
        .then(start)
        // Whatever was published before the subscription could hear it is in the record.
        .then(() => call<{ getEnhancement: FinishedEnhancement | null }>(session, CURRENT, { id }))
        .then(({ getEnhancement }) => heard(getEnhancement))
        .catch(failed);
    });
  } finally {
    clearTimeout(silence);
    subscription?.unsubscribe();
  }
}

interface Observable<Value> {
  subscribe(observer: { next(value: Value): void; error(problem: unknown): void }): { unsubscribe(): void };
}

/** Resolves when the server has taken the subscription; Amplify tells so through its hub only. */
const subscriptionAcknowledged = () =>
  new Promise<void>((acknowledged) => {
    const stop = Hub.listen('api', ({ payload }) => {
      if (payload.event !== 'Subscription ack') return;
      stop();
      acknowledged();
    });
  });
