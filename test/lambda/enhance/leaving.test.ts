import { LocalDurableTestRunner } from '@aws/durable-execution-sdk-js-testing';
import { unfence } from '../../../lambda/prompts/delimiter';
import { SECRET_TEXTS } from '../../domain/secrets/samples';
import fc from '../../properties';
import { runScripted } from './runScripted';
import { request, shownTexts, verdict } from './scriptedModels';

beforeAll(() => LocalDurableTestRunner.setupTestEnvironment({ skipTime: true }));
afterAll(() => LocalDurableTestRunner.teardownTestEnvironment());

const everything = (calls: readonly unknown[]) => JSON.stringify(calls);
const inJson = (value: string) => JSON.stringify(value).slice(1, -1);

it('keeps a token out of the correction when a draft drops the doubt about it', async () => {
  const token = ['gh', 'p_', 'aB3dE5gH7jK9mN1pQ3sT5vW7xY9zB1dF3hJ5'].join('');
  const { models } = await runScripted(
    {
      micro: async (call) => ({
        text: (unfence(call.user).get('SOURCE') ?? '').replace('It may be', 'It was'),
      }),
    },
    request({ source: `Deploys failed. It may be the token ${token} that expired at 14:02.` }),
  );
  expect(models.count('micro')).toBe(2);
  expect(everything(models.calls)).not.toContain(token);
});

it('keeps an e-mail address out of the correction when a draft loses it', async () => {
  const { models } = await runScripted(
    { micro: async () => ({ text: 'At 14:02 the alert was sent.' }) },
    request({ source: 'At 14:02 the alert was sent to jane.doe@corp.test and nobody read it for 9 min.' }),
  );
  expect(models.count('micro')).toBe(2);
  expect(everything(models.calls)).not.toContain('jane.doe');
});

it('shows the author the judge’s words and quotes with the values that it never saw', async () => {
  const { result, models } = await runScripted(
    {
      pro: async (call) => {
        const draft = shownTexts(call).findIndex((text) => text.includes('Lite')) + 1;
        const said = { ...verdict(draft), reasoning: 'It names [HELD-EMAIL-1].' };
        const quote = '[HELD-EMAIL-1] was paged';
        return { toolInput: { ...said, unsupported_claims: [{ draft, quote }] }, stopReason: 'tool_use' };
      },
    },
    request({ source: 'At 14:02 jane.doe@corp.test was paged.' }),
  );
  expect(everything(models.calls)).not.toContain('jane.doe');
  expect(result.verdict?.reasoning).toBe('It names jane.doe@corp.test.');
  expect(result.verdict?.unsupportedClaims[0]?.quote).toBe('jane.doe@corp.test was paged');
});

it.each([
  ['the material', { material: 'The admin password: Winter2026!x' }],
  ['a house rule', { houseRules: ['The admin password: Winter2026!x'] }],
  ['the rest of the document', { named: ['Winter2026!x'] }],
])('keeps a password out of every request that only %s names', async (_, more) => {
  const { models } = await runScripted(
    {
      micro: async ({ user }) => ({ text: `At 15:15.\n\n${unfence(user).get('SOURCE')}` }),
    },
    request({ source: 'At 14:02 somebody pasted Winter2026!x into the channel.', ...more }),
  );
  expect(models.count('pro')).toBe(2);
  expect(everything(models.calls)).not.toContain('Winter2026');
});

it('gives no draft a secret where its author typed a placeholder', async () => {
  const { result } = await runScripted(
    { micro: async ({ user }) => ({ text: unfence(user).get('SOURCE') ?? '' }) },
    request({
      source: 'At 14:02 the form showed [HELD-SECRET-1].',
      material: 'The admin password: Winter2026!x',
    }),
  );
  expect(result.drafts.map(({ text }) => text).join()).toContain('[HELD-SECRET-1]');
  expect(everything(result.drafts)).not.toContain('Winter2026');
});

describe('whatever an author, a draft or a judge says', () => {
  /** Values long enough that the prompts' own words cannot hold them by chance. */
  const secret = fc.constantFrom(...SECRET_TEXTS.filter(({ value }) => value.length >= 6));
  const sentence = fc.constantFrom(
    'At 14:02 the database failed for 9 min.',
    'We do not know why.',
    'Half of the users were affected.',
    'It was repeated twice.',
  );
  /** A sentence around a value, so that doubts, names and numbers stand beside it. */
  const around = (value: string) =>
    fc.constantFrom(
      `It may be ${value} that expired at 14:02.`,
      `We suspect "${value}".`,
      `${value} was not rotated.`,
    );
  const mangle = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.replaceAll('may be', 'was'),
    (text) => text.replaceAll(' not ', ' '),
    (text) =>
      text
        .split(/(?<=\.) /)
        .slice(1)
        .join(' '),
    (text) =>
      text
        .split(/(?<=\.) /)
        .reverse()
        .join(' '),
    () => 'Something happened at 15:15.',
  );
  const case_ = fc
    .tuple(
      fc.uniqueArray(secret, { minLength: 1, maxLength: 3 }),
      secret,
      fc.array(sentence, { maxLength: 3 }),
    )
    .chain(([own, invented, sentences]) =>
      fc.record({
        own: fc.constant(own),
        invented: fc.constant(invented),
        source: fc
          .tuple(...own.map(({ value }) => around(value)))
          .map((said) => [...said, ...sentences].join('\n\n')),
        mangles: fc.tuple(mangle, mangle),
        usesTool: fc.boolean(),
        invents: fc.boolean(),
        /** Where the sentences stand that say of the values what they are. */
        namedIn: fc.constantFrom('source', 'material', 'houseRules'),
        questions: fc.constantFrom<string[]>(
          [],
          own.map(({ text }) => `What of: ${text}?`),
        ),
      }),
    );

  it('no held value stands in any request, corrections, both orders and the plain-JSON retry included', async () => {
    const seen = { corrections: 0, judged: 0, plain: 0 };
    await fc.assert(
      fc.asyncProperty(
        case_,
        async ({ own, invented, namedIn, mangles, usesTool, invents, questions, ...said }) => {
          const naming = own.map(({ text }) => text);
          const source = namedIn === 'source' ? [...naming, said.source].join('\n\n') : said.source;
          const drafter = (index: 0 | 1) => async (call: { user: string }) => {
            const draft = mangles[index](unfence(call.user).get('SOURCE') ?? '');
            return { text: invents ? `${draft}\n\n${invented.text}` : draft };
          };
          const { models } = await runScripted(
            {
              micro: drafter(0),
              lite: drafter(1),
              pro: async (call) => {
                const said = { ...verdict(1), reasoning: source };
                return usesTool || !call.tool
                  ? { toolInput: said, text: JSON.stringify(said) }
                  : { stopReason: 'malformed_tool_use' };
              },
            },
            request({
              ...{ source, questions },
              ...(namedIn === 'material' && { material: naming.join('\n\n') }),
              ...(namedIn === 'houseRules' && { houseRules: naming }),
            }),
          );
          const asked = everything(models.calls);
          const mustStay = [...own, ...(invents ? [invented] : [])].map(({ value }) => inJson(value));
          expect(mustStay.filter((value) => asked.includes(value))).toEqual([]);
          seen.corrections += models.calls.filter(({ user }) => user.includes('What a check against')).length;
          seen.judged += models.count('pro');
          seen.plain += models.calls.filter(({ user }) => user.includes('one JSON object')).length;
        },
      ),
      { numRuns: 120, seed: 7 },
    );
    // Otherwise the property would say nothing of them.
    expect(Math.min(seen.corrections, seen.judged, seen.plain)).toBeGreaterThan(10);
  });
});
