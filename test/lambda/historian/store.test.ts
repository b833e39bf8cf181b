import { randomBytes } from 'node:crypto';
import type { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { storeIn } from '../../../lambda/historian/store';

/** DynamoDB's limit of an item, names included. */
const ITEM_BYTES = 400 * 1024;

/** A text of so many bytes of UTF-8, out of an alphabet, without any order that could be zipped. */
function noise(alphabet: readonly string[], bytes: number): string {
  const random = randomBytes(bytes);
  let text = '';
  let left = bytes;
  for (let index = 0; left > 0; index += 2) {
    const drawn = alphabet[random.readUInt16LE(index % (bytes - 2)) % alphabet.length] as string;
    left -= Buffer.byteLength(drawn);
    if (left >= 0) text += drawn;
  }
  return text;
}
const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => String.fromCodePoint(from + index));

test.each([
  ['ASCII', range(32, 127)],
  ['ASCII with control characters, each six bytes in JSON', range(0, 128)],
  ['quotation marks, backslashes and line breaks', ['"', '\\', '\n']],
  ['letters of two bytes', range(0x80, 0x800)],
  ['letters of three bytes', range(0x4e00, 0x9fff)],
  ['emoji', range(0x1f300, 0x1f9ff)],
])(
  'the largest document that DynamoDB takes fits into a revision, also when it is all noise: %s',
  async (_, alphabet) => {
    const sent: PutItemCommand[] = [];
    const client = {
      send: async (command: PutItemCommand) => sent.push(command),
    } as unknown as DynamoDBClient;
    const changes = { description: noise(alphabet, ITEM_BYTES - 1_000) };
    await storeIn(client, { postMortems: 'documents', revisions: 'revisions' }).put(
      'one',
      {
        place: '1'.repeat(40),
        revision: 1,
        savedAt: '2026-03-01T10:00:00Z',
        savedBy: null,
        origins: {},
        changes,
        folded: 0,
      },
      1,
    );
    const content = sent[0]?.input.Item?.content?.B as Uint8Array;
    expect(content.length).toBeGreaterThan(1_000);
    expect(content.length).toBeLessThan(ITEM_BYTES - 2_000);
  },
);
