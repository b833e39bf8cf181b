import { GUARDRAIL } from '../../../domain/guardrail/policies';
import { startChatServer } from './chatServer';
import { type ComposedCloud, newPlace, type Place } from './composedCloud';
import { demoPerson, finished, type Person, request, start, writePostMortem } from './people';

jest.setTimeout(180_000);

let chat: Awaited<ReturnType<typeof startChatServer>>;
let place: Place;
let cloud: ComposedCloud;
let author: Person;
let postMortemId: string;

beforeAll(async () => {
  chat = await startChatServer();
  place = await newPlace('guarded');
  cloud = await place.start(chat.settings);
  author = await demoPerson(cloud);
  postMortemId = await writePostMortem(author);
});
afterAll(async () => {
  await place.dispose();
  await chat.close();
});
beforeEach(() => chat.answer({}));

const run = async (part: object = {}) =>
  finished(author, (await start(author, request(postMortemId, part))).id);

test('a draft that the deployment’s guardrail blocked is missing from the run, with the policy and the word', async () => {
  chat.answer({ micro: { content: 'The operator was incompetent: db fell over at 14:02.' } });
  const { drafts, verdict } = await run();
  expect(drafts[0]).toMatchObject({
    text: null,
    error: 'The guardrail “Nevermore” blocked this draft: word policy, “incompetent”.',
    guardrail: {
      guardrail: GUARDRAIL.name,
      action: 'BLOCKED',
      findings: [{ policy: 'WORDS', name: 'incompetent', side: 'OUTPUT', action: 'BLOCKED', hint: null }],
    },
  });
  expect(drafts[1]).toMatchObject({ error: null, guardrail: null });
  expect(verdict?.outcome).toBe('ONLY_DRAFT');
});

test('a secret that a model made up is in no draft, in no log and in no record of the run', async () => {
  const key = 'AKIAIOSFODNN7EXAMPLE';
  chat.answer({ micro: { content: `db fell over at 14:02, with the key ${key}.` } });
  const ended = await run();
  expect(ended.drafts[0]?.guardrail).toMatchObject({
    action: 'BLOCKED',
    findings: [{ policy: 'PERSONAL_DATA', name: 'AWS_ACCESS_KEY', hint: 'AK…, 20 characters' }],
  });
  expect(JSON.stringify(ended)).not.toContain(key);
  expect(cloud.log.join('\n')).not.toContain(key);
});

test('an address that a model made up is masked, and the draft can win', async () => {
  const faithful = 'db fell over at 14:02, failover took 9 min, we suspect the pool size';
  chat.answer({ lite: { content: `**Lite reading**\n\n${faithful}. Ask dba@example.com.` } });
  const { drafts, verdict } = await run({ text: faithful });
  expect(drafts[1]?.text).toContain('Ask {EMAIL}.');
  expect(drafts[1]?.guardrail).toMatchObject({ action: 'ANONYMIZED', findings: [{ name: 'EMAIL' }] });
  expect(verdict?.outcome).toBe('JUDGED');
});

test('a judge that the guardrail stops leaves the choice to the rule, and the run says which policy it was', async () => {
  const scores = [1, 2, 3].map((draft) => ({
    draft,
    grounded: 3,
    complete: 3,
    clear: 3,
    blameless: 3,
    voice: 3,
    actionable: 3,
  }));
  chat.answer({
    pro: { verdict: { reasoning: 'The author is an idiot.', unsupported_claims: [], scores, best: 1 } },
  });
  const { verdict } = await run();
  expect(verdict).toMatchObject({
    outcome: 'JUDGE_FALLBACK',
    fallbackReason:
      'No usable verdict: the guardrail “Nevermore” blocked this verdict: word policy, “idiot”.',
  });
});

test('an incident full of kills, attacks and secrets passes, with its placeholders', async () => {
  const text =
    'kill -9 on the master at 14:02, the slave was dead; an SQL injection attack, password=hunter22x9, mail joe@example.org';
  const { drafts } = await run({ text });
  for (const { error, guardrail } of drafts)
    expect({ error, guardrail }).toEqual({ error: null, guardrail: null });
  expect(drafts[0]?.text).toContain('hunter22x9');
});

test('the terminal says once what of the guardrail is not tried here', () => {
  const lines = cloud.log.filter((line) => line.includes('Not tried here'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('word list PROFANITY');
});
