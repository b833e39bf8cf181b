import { forgetRunsOf, type StreamRecord } from '../../../lambda/caretaker/forget';

/** Runs by post-mortem, and the post-mortems that exist. */
function stored(runs: Record<string, string[]>, existing: string[] = []) {
  const left = new Map(Object.entries(runs));
  return {
    left,
    runs: {
      postMortemExists: async (id: string) => existing.includes(id),
      ofPostMortem: async function* (id: string) {
        for (const run of left.get(id) ?? []) yield { id: run };
      },
      delete: async (id: string) => {
        for (const [postMortem, ids] of left) {
          left.set(
            postMortem,
            ids.filter((one) => one !== id),
          );
        }
      },
    },
  };
}

const deleted = (id: string): StreamRecord => ({
  eventName: 'REMOVE',
  dynamodb: { Keys: { id: { S: id } } },
});

test('a deleted post-mortem takes its runs with it, and no others', async () => {
  const { left, runs } = stored({ gone: ['1', '2', '3'], stays: ['4'] });
  await forgetRunsOf([deleted('gone')], runs);
  expect(Object.fromEntries(left)).toEqual({ gone: [], stays: ['4'] });
});

test('a post-mortem that was brought back keeps its runs', async () => {
  const { left, runs } = stored({ back: ['1'] }, ['back']);
  await forgetRunsOf([deleted('back')], runs);
  expect(Object.fromEntries(left)).toEqual({ back: ['1'] });
});

test('saves delete nothing, nor do records without a key', async () => {
  const { left, runs } = stored({ saved: ['1'] });
  await forgetRunsOf(
    [{ eventName: 'MODIFY', dynamodb: { Keys: { id: { S: 'saved' } } } }, { eventName: 'REMOVE' }, {}],
    runs,
  );
  expect(Object.fromEntries(left)).toEqual({ saved: ['1'] });
});
