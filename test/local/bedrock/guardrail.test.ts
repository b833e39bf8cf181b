import { type ContentBlock, ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import { GUARDRAIL } from '../../../domain/guardrail/policies';
import type { Guardrail } from '../../../local/assembly/types';
import { type Bedrock, startBedrock } from '../../../local/bedrock';
import { bedrockClient } from './client';
import { POLICIES, parrotOf } from './guardedParrot';
import { templateGuardrail } from './templateGuardrail';

let guardrail: Guardrail;
let bedrock: Bedrock;
const rights: string[] = [];
const notTried: string[] = [];

const bird = { answer: '', asked: [] as string[] };

beforeAll(async () => {
  guardrail = templateGuardrail(POLICIES);
  bedrock = await startBedrock({
    port: 0,
    engine: parrotOf(bird),
    guardrails: [guardrail],
    authorize: async (_, action, resourceArn) => rights.push(`${action} ${resourceArn}`),
    onNotTried: (sentence) => notTried.push(sentence),
  });
});
afterAll(() => bedrock.close());
beforeEach(() => {
  bird.answer = 'The database failed over at 14:02.';
  bird.asked = [];
  rights.length = 0;
});

const withGuardrail = (over: object = {}) => ({
  guardrailIdentifier: guardrail.id,
  guardrailVersion: '1',
  trace: 'enabled' as const,
  ...over,
});
const command = (content: ContentBlock[], over: object = {}) => ({
  modelId: 'us.amazon.nova-micro-v1:0',
  messages: [{ role: 'user' as const, content }],
  guardrailConfig: withGuardrail(over),
});
const converse = (said: string | ContentBlock[], over: object = {}) =>
  bedrockClient(bedrock.endpoint).send(
    new ConverseCommand(command(typeof said === 'string' ? [{ text: said }] : said, over)),
  );
const textOf = (reply: Awaited<ReturnType<typeof converse>>) => reply.output?.message?.content?.[0]?.text;

it('lets an incident’s own words through, though they kill, attack and inject', async () => {
  bird.answer =
    'The attack killed the master; its slave was dead, and we found an SQL injection. [HELD-SECRET-1]';
  const reply = await converse('kill -9 of the master, password=[HELD-SECRET-1], mail [HELD-EMAIL-2]');
  expect(reply.stopReason).toBe('end_turn');
  expect(textOf(reply)).toBe(bird.answer);
  expect(bird.asked).toHaveLength(1);
});

it('tells of a call in which it found nothing what it looked at, and charges units of a thousand characters', async () => {
  const { trace } = await converse('x'.repeat(1001));
  expect(trace?.guardrail?.inputAssessment?.[guardrail.id]).toEqual({
    invocationMetrics: {
      guardrailProcessingLatency: expect.any(Number),
      usage: expect.objectContaining({ wordPolicyUnits: 2, contentPolicyUnits: 0 }),
      guardrailCoverage: { textCharacters: { guarded: 1001, total: 1001 } },
    },
    appliedGuardrailDetails: {
      guardrailId: guardrail.id,
      guardrailVersion: '1',
      guardrailArn: guardrail.arn,
      guardrailOrigin: ['REQUEST'],
      guardrailOwnership: 'SELF',
    },
  });
});

it('blocks an answer with a word of the policy, says so as the template does, and which word it was', async () => {
  bird.answer = 'The operator was Incompetent.';
  const reply = await converse('What happened?');
  expect(reply.stopReason).toBe('guardrail_intervened');
  expect(textOf(reply)).toBe(GUARDRAIL.blockedOutput);
  expect(reply.usage).toMatchObject({ inputTokens: 10, outputTokens: 5 });
  expect(reply.trace?.guardrail).toMatchObject({
    modelOutput: [bird.answer],
    actionReason: 'Guardrail blocked.',
    outputAssessments: {
      [guardrail.id]: [
        {
          wordPolicy: {
            customWords: [{ match: 'Incompetent', action: 'BLOCKED', detected: true }],
            managedWordLists: [],
          },
        },
      ],
    },
  });
});

it('takes no part of a word for the word, and a word of answers for none of what is sent', async () => {
  bird.answer = 'An idiotproof, competent restart.';
  expect((await converse('Some idiot was called incompetent')).stopReason).toBe('end_turn');
});

it('asks no model when what is sent is blocked', async () => {
  const reply = await converse('All about Project  Raven.');
  expect(reply.stopReason).toBe('guardrail_intervened');
  expect(textOf(reply)).toBe(GUARDRAIL.blockedInput);
  expect(bird.asked).toEqual([]);
  expect(reply.usage).toMatchObject({ inputTokens: 0, outputTokens: 0 });
  expect(reply.trace?.guardrail?.inputAssessment?.[guardrail.id]?.wordPolicy?.customWords).toEqual([
    { match: 'Project  Raven', action: 'BLOCKED', detected: true },
  ]);
  expect(reply.trace?.guardrail).not.toHaveProperty('outputAssessments');
});

it.each([
  ['AWS_ACCESS_KEY', 'AKIAIOSFODNN7EXAMPLE'],
  ['AWS_SECRET_KEY', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
  ['CREDIT_DEBIT_CARD_NUMBER', '4111 1111 1111 1111'],
  ['INTERNATIONAL_BANK_ACCOUNT_NUMBER', 'DE89 3704 0044 0532 0130 00'],
  ['US_SOCIAL_SECURITY_NUMBER', '536-90-4399'],
])('blocks %s on both sides', async (type, match) => {
  const found = { match, type, action: 'BLOCKED', detected: true };
  const before = await converse(`It was ${match}, they said.`);
  expect(before.stopReason).toBe('guardrail_intervened');
  expect(
    before.trace?.guardrail?.inputAssessment?.[guardrail.id]?.sensitiveInformationPolicy?.piiEntities,
  ).toEqual([found]);
  bird.answer = `It was ${match}.`;
  const behind = await converse('What was it?');
  expect(textOf(behind)).toBe(GUARDRAIL.blockedOutput);
  expect(
    behind.trace?.guardrail?.outputAssessments?.[guardrail.id]?.[0]?.sensitiveInformationPolicy?.piiEntities,
  ).toEqual([found]);
});

it.each([
  ['a commit’s hash', '9f2b6c1d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b'],
  ['a card number that does not add up', '4111 1111 1111 1112'],
  ['an account number that does not add up', 'DE89 3704 0044 0532 0130 01'],
  ['a request’s id', '550e8400-e29b-41d4-a716-446655440000'],
  ['a duration and a date', 'down for 123-45 minutes on 2026-03-04 14:02:11.123456'],
])('takes %s for what it is', async (_, text) => {
  expect((await converse(text)).stopReason).toBe('end_turn');
});

it('masks in an answer what is to be masked, and calls that an intervention too', async () => {
  bird.answer = 'Write to joe@example.org, or call +1 (206) 555-0142.';
  const reply = await converse('Whom to tell?');
  expect(reply.stopReason).toBe('guardrail_intervened');
  expect(textOf(reply)).toBe('Write to {EMAIL}, or call {PHONE}.');
  expect(reply.trace?.guardrail).toMatchObject({
    actionReason: 'Guardrail masked.',
    outputAssessments: {
      [guardrail.id]: [
        {
          sensitiveInformationPolicy: {
            piiEntities: [
              { match: 'joe@example.org', type: 'EMAIL', action: 'ANONYMIZED', detected: true },
              { match: '+1 (206) 555-0142', type: 'PHONE', action: 'ANONYMIZED', detected: true },
            ],
            regexes: [],
          },
        },
      ],
    },
  });
});

it('masks what a model is to see, and lets an e-mail address that is only looked for in answers through', async () => {
  const reply = await converse('joe@example.org opened SEC-12 from 206-555-0142');
  expect(bird.asked).toEqual([JSON.stringify({ text: 'joe@example.org opened {ticket} from {PHONE}' })]);
  expect(reply.stopReason).toBe('end_turn');
  expect(
    reply.trace?.guardrail?.inputAssessment?.[guardrail.id]?.sensitiveInformationPolicy?.regexes,
  ).toEqual([{ name: 'ticket', match: 'SEC-12', regex: 'SEC-[0-9]+', action: 'ANONYMIZED', detected: true }]);
});

it('only tells of what it is to do nothing about', async () => {
  bird.answer = 'See SEC-7.';
  const reply = await converse('Where?');
  expect(reply.stopReason).toBe('end_turn');
  expect(textOf(reply)).toBe(bird.answer);
  expect(
    reply.trace?.guardrail?.outputAssessments?.[guardrail.id]?.[0]?.sensitiveInformationPolicy?.regexes,
  ).toMatchObject([{ name: 'ticket', action: 'NONE', detected: true }]);
});

it.each([
  ['private-key', '-----BEGIN RSA PRIVATE KEY-----'],
  ['github-token', `ghp_${'a1B2'.repeat(9)}`],
  ['slack-token', 'xoxb-123456789012-abcdefghij'],
])('blocks the pattern %s', async (name, match) => {
  bird.answer = `Found ${match} there.`;
  const reply = await converse('What was found?');
  expect(reply.stopReason).toBe('guardrail_intervened');
  expect(
    reply.trace?.guardrail?.outputAssessments?.[guardrail.id]?.[0]?.sensitiveInformationPolicy?.regexes,
  ).toMatchObject([{ name, match, action: 'BLOCKED' }]);
});

it('looks only at what is marked, where something is, and not at what only grounds an answer', async () => {
  const marked = (text: string, qualifiers?: ('grounding_source' | 'query' | 'guard_content')[]) => ({
    guardContent: { text: { text, ...(qualifiers && { qualifiers }) } },
  });
  const secret = 'project raven';
  expect((await converse([{ text: secret }, marked('fine')])).stopReason).toBe('end_turn');
  expect(bird.asked).toEqual([JSON.stringify({ text: secret }), JSON.stringify({ text: 'fine' })]);
  expect((await converse([marked(secret, ['grounding_source']), marked('?', ['query'])])).stopReason).toBe(
    'end_turn',
  );
  for (const qualifiers of [
    undefined,
    ['guard_content' as const],
    ['grounding_source', 'guard_content'] as const,
  ])
    expect((await converse([marked(secret, qualifiers && [...qualifiers])])).stopReason).toBe(
      'guardrail_intervened',
    );
});

it('does not look into what a model writes for a tool, as Bedrock does not', async () => {
  bird.answer = 'The operator was incompetent.';
  const reply = await bedrockClient(bedrock.endpoint).send(
    new ConverseCommand({
      ...command([{ text: 'Judge.' }]),
      toolConfig: {
        tools: [{ toolSpec: { name: 'record', inputSchema: { json: {} } } }],
        toolChoice: { tool: { name: 'record' } },
      },
    }),
  );
  expect(reply.stopReason).toBe('tool_use');
});

it('streams a blocked answer with its reason and its trace', async () => {
  bird.answer = 'The operator was incompetent.';
  const { stream = [] } = await bedrockClient(bedrock.endpoint).send(
    new ConverseStreamCommand(command([{ text: 'What happened?' }])),
  );
  const events = [];
  for await (const event of stream) events.push(event);
  expect(events.find(({ messageStop }) => messageStop)?.messageStop?.stopReason).toBe('guardrail_intervened');
  expect(events.find(({ metadata }) => metadata)?.metadata?.trace?.guardrail?.actionReason).toBe(
    'Guardrail blocked.',
  );
});

it('keeps the trace to itself unless it is bird.asked for', async () => {
  bird.answer = 'The operator was incompetent.';
  const reply = await converse('What happened?', { trace: 'disabled' });
  expect(reply.stopReason).toBe('guardrail_intervened');
  expect(reply.trace).toBeUndefined();
});

it('is known by its id and its ARN, in its version and as a draft; another is refused as Bedrock does', async () => {
  for (const over of [
    { guardrailIdentifier: guardrail.arn },
    { guardrailVersion: 'DRAFT' },
    { guardrailVersion: '1' },
  ])
    await expect(converse('Fine', over)).resolves.toMatchObject({ stopReason: 'end_turn' });
  for (const over of [{ guardrailIdentifier: 'unknown1' }, { guardrailVersion: '2' }])
    await expect(converse('Fine', over)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('does not exist'),
    });
  await expect(converse('Fine', { guardrailIdentifier: 'Not An Id' })).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'The provided guardrail identifier is invalid.',
  });
});

it('asks for the right to apply a guardrail beside the right to call the model', async () => {
  await converse('Fine');
  expect(rights).toEqual([
    'bedrock:InvokeModel arn:aws:bedrock:us-east-1:000000000000:inference-profile/us.amazon.nova-micro-v1:0',
    `bedrock:ApplyGuardrail ${guardrail.arn}`,
  ]);
});

it('says once what of a guardrail is not tried here, and makes nothing up in its place', async () => {
  await converse('Fine');
  await converse('Fine');
  expect(notTried).toHaveLength(1);
  for (const part of [
    'word list PROFANITY',
    'content filter PROMPT_ATTACK',
    'contextual grounding GROUNDING',
    'personal data NAME',
  ])
    expect(notTried[0]).toContain(part);
});

it('does not start with a pattern that cannot be read, and names it', async () => {
  const broken = { ...guardrail, patterns: [{ name: 'broken', pattern: '(' }] };
  await expect(startBedrock({ port: 0, engine: parrotOf(bird), guardrails: [broken] })).rejects.toThrow(
    'The pattern "broken"',
  );
});
