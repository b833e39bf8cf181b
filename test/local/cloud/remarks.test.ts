import { startChatServer } from './chatServer';
import { newPlace, type Place } from './composedCloud';
import { type Answer, demoPerson, newPerson, type Person, writePostMortem } from './people';

jest.setTimeout(120_000);

const REMARK = `mutation Remark($pm: ID!) { remarkOnPostMortem(postMortemId: $pm) {
  remarks { section start end quote message instead } left { why count } call { model writtenBy costUsd }
} }`;
const DESCRIPTION = 'At 14:02 UTC the database failed over. Kim broke it. Ask jo@example.com.';
const remarkOn = (person: Person, pm: string): Promise<Answer> => person.ask(REMARK, { pm });

let place: Place;
beforeEach(async () => {
  place = await newPlace();
});
afterEach(() => place.dispose());

test('a model remarks on a document for who may read it, without seeing an address, and code takes what holds', async () => {
  const chat = await startChatServer();
  const cloud = await place.start(chat.settings);
  const owner = await demoPerson(cloud);
  const reader = await newPerson(cloud, 'reader@example.com');
  const stranger = await newPerson(cloud, 'stranger@example.com');
  const pm = await writePostMortem(owner, { description: DESCRIPTION, readers: [reader.sub] });
  const said = (quote: string, replacement?: string) => ({
    section: 'description',
    quote,
    problem: 'It blames a person.',
    ...(replacement && { replacement }),
  });
  chat.answer({
    lite: {
      remarks: {
        remarks: [
          said('Kim broke it.', 'The change broke it.'),
          said('At 14:02 UTC', 'At 15:02 UTC'),
          said('Nobody said this.'),
          said('Ask [HELD-EMAIL-1].'),
        ],
      },
    },
  });
  const quotes = ['Kim broke it.', 'At 14:02 UTC', 'Ask jo@example.com.'];
  for (const who of [owner, reader]) {
    const { data, errors } = await remarkOn(who, pm);
    expect(errors).toBeUndefined();
    const { remarks, left, call } = data.remarkOnPostMortem;
    expect(remarks.map(({ quote }: { quote: string }) => quote)).toEqual(quotes);
    expect(remarks.map(({ instead }: { instead: string }) => instead)).toEqual([
      'The change broke it.',
      null,
      null,
    ]);
    for (const { start, end, quote } of remarks) expect(DESCRIPTION.slice(start, end)).toBe(quote);
    expect(left).toEqual([
      { why: 'facts', count: 1 },
      { why: 'quote', count: 1 },
    ]);
    expect(call).toEqual({ model: 'Nova Lite', writtenBy: 'openai-compatible: lite', costUsd: 0 });
  }
  expect([chat.count('lite'), chat.count('micro'), chat.count('pro')]).toEqual([2, 0, 0]);
  expect(chat.prompts.join('\n')).not.toContain('jo@example.com');

  for (const id of [pm, 'no-such-id']) {
    const { data, errors } = await remarkOn(stranger, id);
    expect([data?.remarkOnPostMortem ?? null, errors?.[0]?.message]).toEqual([
      null,
      expect.stringContaining('among those you may read'),
    ]);
  }
  expect(chat.count('lite')).toBe(2);

  chat.answer({ lite: { status: 500 } });
  const { errors } = await remarkOn(owner, pm);
  expect(errors?.[0]?.message).toMatch(/Nova Lite could not be asked.*memory.*What the rules found stands/);
  await chat.close();
});

test('without a model nobody remarks, and the answer says so', async () => {
  const cloud = await place.start();
  const owner = await demoPerson(cloud);
  const pm = await writePostMortem(owner, { description: DESCRIPTION });
  const { data, errors } = await remarkOn(owner, pm);
  expect(data?.remarkOnPostMortem ?? null).toBeNull();
  expect(errors?.[0]?.message).toMatch(/offline drafter is not a model/);
});
