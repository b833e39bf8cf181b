import { fetchAuthSession } from 'aws-amplify/auth';
import { Hub } from 'aws-amplify/utils';
import { emptyPostMortem } from '../domain/postMortem';
import { ENHANCEMENT_FIELDS } from '../lambda/enhancementFields';
import { signInTo } from '../local/nevermore/commandLine/session';
import type { RunningCloud } from '../local/stateFolder';

/** Somebody signed in with Amplify's own client, who listens to the runs on a post-mortem. */
export interface Author {
  sub: string;
  postMortemId: string;
  /** Resolves when the verdict of a run is heard. */
  verdict(id: string): Promise<void>;
  /** @returns milliseconds from sending the mutation until the verdict was heard */
  enhance(id: string, text: string): Promise<number>;
}

const CREATE = 'mutation Create($input: CreatePostMortemInput!) { createPostMortem(input: $input) { id } }';
const START = `mutation Start($id: ID, $postMortemId: ID!, $section: String!, $theme: String!, $text: String!) {
  startEnhancement(id: $id, postMortemId: $postMortemId, section: $section, theme: $theme, text: $text) { id }
}`;
const UPDATED = `subscription Updated { onUpdateEnhancement { ${ENHANCEMENT_FIELDS} } }`;

interface Update {
  data: { onUpdateEnhancement: { id: string; stage: string } };
}
interface Updates {
  subscribe(observer: { next(update: Update): void; error(problem: unknown): void }): unknown;
}

export async function signInAuthor(running: RunningCloud): Promise<Author> {
  const session = await signInTo(running);
  const sub = (await fetchAuthSession()).tokens?.accessToken.payload.sub;
  if (!sub) throw new Error('The demo account got no token.');
  const { editors: _, ...empty } = emptyPostMortem('A bench');
  const created = (await session.graphql({
    query: CREATE,
    variables: { input: { ...empty, revision: 1 } },
  })) as { data: { createPostMortem: { id: string } } };
  const postMortemId = created.data.createPostMortem.id;

  const waiting = new Map<string, () => void>();
  await new Promise<void>((acknowledged, failed) => {
    const stop = Hub.listen('api', ({ payload }) => {
      if (payload.event !== 'Subscription ack') return;
      stop();
      acknowledged();
    });
    (session.graphql({ query: UPDATED }) as Updates).subscribe({
      next: ({ data: { onUpdateEnhancement: run } }) => {
        if (run.stage === 'FINISHED') waiting.get(run.id)?.();
      },
      error: failed,
    });
  });

  const verdict = (id: string) =>
    new Promise<void>((done) =>
      waiting.set(id, () => {
        waiting.delete(id);
        done();
      }),
    );
  return {
    sub,
    postMortemId,
    verdict,
    enhance: async (id, text) => {
      const heard = verdict(id);
      const variables = { id, postMortemId, section: 'description', theme: 'professional', text };
      const started = performance.now();
      await session.graphql({ query: START, variables });
      await heard;
      return performance.now() - started;
    },
  };
}
