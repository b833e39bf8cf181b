import type { Sendable } from '../../../../../domain/sending/sendable';
import { personSays, toolSays } from '../../../../../lambda/prompts/assistant';
import { assistantOffline } from '../../../../../local/nevermore/answering/offline/assistantOffline';

const PASSAGE = 'A migration took a lock on the orders table.\n\nid: is what the table calls its key.';

/** What is answered after a search has found this. */
function saidOf(found: string): string | undefined {
  const [block] = assistantOffline({
    messages: [
      { role: 'user', content: [{ text: personSays('search for the orders lock' as Sendable, null) }] },
      {
        role: 'assistant',
        content: [{ toolUse: { toolUseId: 't-1', name: 'search', input: { text: 'the orders lock' } } }],
      },
      {
        role: 'user',
        content: [
          {
            text: toolSays(found as Sendable, 'message-1'),
            toolResult: { toolUseId: 't-1', content: [{ text: toolSays(found as Sendable, 'message-1') }] },
          },
        ],
      },
    ],
  } as never);
  return block && 'text' in block ? block.text : undefined;
}

test('what was found is told word for word, under a title that people read and without an id', () => {
  const said = saidOf(`title: Checkout stood still\nid: pm-1\nsection: rootCause\n${PASSAGE}`);
  expect(said).toBe(`Checkout stood still · Root cause\n${PASSAGE}`);
});

test('a whole post-mortem is told with its severity and its headings as the page has them', () => {
  const said = saidOf(
    'title: Checkout stood still\nid: pm-1\nseverity: SEV1\nstatus: DRAFT\n\n## Root cause (rootCause)\nA lock.',
  );
  expect(said).toBe('Checkout stood still · SEV1 · DRAFT\n\nRoot cause\nA lock.');
});
