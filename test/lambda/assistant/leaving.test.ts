import { documentOf, runMessage } from './scriptedAssistant';

test('a password that another part of a post-mortem names is sent to no model, in no round and not in the next message', async () => {
  const secret = documentOf('open', {
    description: 'The admin password: Winter2026!x',
    summary: 'Somebody pasted Winter2026!x into the channel.',
    actionItems: [{ text: 'Rotate Winter2026!x', owner: '', dueDate: '', done: false }],
  });
  const { sent } = await runMessage({
    words: 'Why did somebody paste Winter2026!x?',
    documents: [secret],
    model: (_, turn) =>
      turn > 3
        ? { text: 'Done.' }
        : {
            uses: [
              [{ name: 'read_post_mortem', input: { id: 'open', section: 'summary' } }],
              [{ name: 'search', input: { text: 'pasted' } }],
              [{ name: 'list_open_actions', input: {} }],
            ][turn - 1] as { name: string; input: object }[],
          },
  });
  expect(sent).toHaveLength(4);
  expect(JSON.stringify(sent)).toContain('Somebody pasted [HELD-SECRET-1]');
  expect(JSON.stringify(sent)).toContain('Rotate [HELD-SECRET-1]');
  expect(JSON.stringify(sent)).not.toContain('Winter2026');
});
