import { reportInWords } from '../../../domain/guardrail/report';
import { hide, prepareForSending } from '../../../domain/sending';
import { composed } from '../../../domain/sending/sendable';
import { bedrockConverse } from '../../../lambda/bedrock/converse';
import {
  appliedTo,
  type Guardrail,
  guardrailOf,
  markedContent,
  reportOf,
} from '../../../lambda/bedrock/guardrail';
import { draftPrompt } from '../../../lambda/prompts/draft';
import { judgePrompt, VERDICT_TOOL, verdictSchema } from '../../../lambda/prompts/judge';
import { repairPrompt } from '../../../lambda/prompts/repair';
import type { Engine } from '../../../local/bedrock';
import { type GuardedBedrock, startGuarded } from './guardedBedrock';

let guarded: GuardedBedrock;
let guardrail: Guardrail;
let seen = '';

beforeAll(async () => {
  guarded = await startGuarded();
  guardrail = guarded.guardrail;
});
afterAll(() => guarded.close());

const SOURCE = 'db died at 14:02, joe@example.org restarted it';
const { sent, held } = prepareForSending(SOURCE);
const request = {
  enhancementId: 'run-1',
  section: 'description',
  theme: 'professional',
  source: sent,
  questions: [],
} as const;

function saying(content: { text: string } | { verdict: object }): Engine['converse'] {
  return async ({ body }) => {
    seen = body.messages.flatMap((message) => message.content.map(({ text }) => text)).join('\n');
    return {
      output: {
        message: {
          role: 'assistant',
          content: [
            'text' in content
              ? content
              : { toolUse: { toolUseId: 't', name: VERDICT_TOOL, input: content.verdict } },
          ],
        },
      },
      stopReason: 'text' in content ? 'end_turn' : 'tool_use',
      usage: { inputTokens: 10, outputTokens: 5, totalTokens: 15 },
      metrics: { latencyMs: 1 },
    };
  };
}
const call = {
  modelId: 'us.amazon.nova-micro-v1:0',
  temperature: 0,
  metadata: { task: 'draft' },
  timeoutMs: 10_000,
};
const draft = () => bedrockConverse(guardrail)({ ...call, ...draftPrompt(request) });
const judged = (drafts: string[] = ['One.', 'Two.']) =>
  bedrockConverse(guardrail)({
    ...call,
    ...judgePrompt({ ...request, drafts: hide(drafts, held).texts }),
    tool: { name: VERDICT_TOOL, description: 'd', schema: verdictSchema('professional', 2) },
  });

it('is the deployment’s guardrail or none, and refuses half of one', () => {
  expect(guardrailOf({})).toBeUndefined();
  expect(guardrailOf({ GUARDRAIL_ID: 'gr1', GUARDRAIL_VERSION: '3', GUARDRAIL_NAME: 'Ours' })).toEqual({
    identifier: 'gr1',
    version: '3',
    name: 'Ours',
  });
  expect(guardrailOf({ GUARDRAIL_ID: 'gr1', GUARDRAIL_VERSION: '3' })?.name).toBe('gr1');
  expect(() => guardrailOf({ GUARDRAIL_ID: 'gr1' })).toThrow('go together');
});

it('lets a draft through with its placeholders, and says nothing where nothing was found', async () => {
  guarded.answers = saying({ text: 'At 14:02 the database died; [HELD-EMAIL-1] restarted it.' });
  const reply = await draft();
  expect(reply).toMatchObject({ stopReason: 'end_turn', text: expect.stringContaining('[HELD-EMAIL-1]') });
  expect(reply.guardrail).toBeUndefined();
  expect(seen).toContain(draftPrompt(request).user);
});

it('tells of a blocked draft by which policy it was, and what', async () => {
  guarded.answers = saying({ text: 'An incompetent operator.' });
  const reply = await draft();
  expect(reply.stopReason).toBe('guardrail_intervened');
  expect(reply.guardrail && reportInWords(reply.guardrail, 'draft')).toEqual([
    'The guardrail “Nevermore” blocked this draft: word policy, “incompetent”.',
  ]);
});

it('takes a masked draft as a draft, and says what was masked without saying it', async () => {
  guarded.answers = saying({ text: 'Write to invented@example.com about it.' });
  const reply = await draft();
  expect(reply).toMatchObject({ stopReason: 'end_turn', text: 'Write to {EMAIL} about it.' });
  expect(reply.guardrail && reportInWords(reply.guardrail, 'draft')).toEqual([
    'The guardrail “Nevermore” masked in this draft: personal data, email (in…, 20 characters).',
  ]);
  expect(JSON.stringify(reply)).not.toContain('invented@example.com');
});

it('never tells a secret that it stopped, not even to whom it belongs', async () => {
  const key = 'AKIAIOSFODNN7EXAMPLE';
  guarded.answers = saying({ text: `The key was ${key}.` });
  const reply = await draft();
  expect(reply.guardrail).toMatchObject({
    action: 'BLOCKED',
    findings: [
      { policy: 'PERSONAL_DATA', name: 'AWS_ACCESS_KEY', hint: 'AK…, 20 characters', side: 'OUTPUT' },
    ],
  });
  expect(JSON.stringify(reply)).not.toContain(key);
});

it('asks the guardrail again for what a judge wrote into its tool, which Bedrock does not look at', async () => {
  guarded.answers = saying({ verdict: { reasoning: 'Draft 1 calls him an idiot.', best: 2 } });
  const reply = await judged();
  expect(reply).toMatchObject({ stopReason: 'guardrail_intervened', toolInput: undefined });
  expect(reply.guardrail?.findings).toMatchObject([{ policy: 'WORDS', name: 'idiot', side: 'OUTPUT' }]);
});

it('masks in a verdict too, and leaves the rest of it as it is', async () => {
  guarded.answers = saying({
    verdict: { reasoning: 'It names invented@example.com.', best: 2, scores: [{ draft: 1, clarity: 4 }] },
  });
  const reply = await judged();
  expect(reply.stopReason).toBe('tool_use');
  expect(reply.toolInput).toEqual({
    reasoning: 'It names {EMAIL}.',
    best: 2,
    scores: [{ draft: 1, clarity: 4 }],
  });
  expect(reply.guardrail?.action).toBe('ANONYMIZED');
});

it('marks what came from outside, and no instruction; a draft is grounded in its source, a verdict in nothing', () => {
  const { parts } = draftPrompt({ ...request, material: composed('At 14:05 it came back.') });
  const blocks = markedContent(parts);
  const qualifiers = blocks.map((block) =>
    'guardContent' in block ? block.guardContent.text.qualifiers : null,
  );
  expect(qualifiers).toEqual([
    null,
    ['grounding_source', 'guard_content'],
    ['grounding_source', 'guard_content'],
    ['query'],
  ]);
  const judging = judgePrompt({ ...request, drafts: hide(['One.'], held).texts });
  const marked = markedContent(judging.parts).map((block) =>
    'guardContent' in block ? (block.guardContent.text.qualifiers ?? 'marked') : 'not marked',
  );
  expect(marked).toEqual(['marked', 'marked', 'not marked']);
});

it('does not ask for grounding where Bedrock would read too little of it', () => {
  const askedFor = (source: string) => {
    const { parts } = draftPrompt({ ...request, source: composed(source) });
    return JSON.stringify(markedContent(parts)).includes('grounding_source');
  };
  expect(askedFor('The database died.')).toBe(true);
  // Of an answer Bedrock reads 5,000 characters, of a source 100,000, of a query 1,000.
  expect(askedFor('word '.repeat(700))).toBe(false);
  expect(askedFor('x'.repeat(100_001))).toBe(false);
  const query = draftPrompt(request).parts.find(({ is }) => is === 'query');
  expect(query?.text.length).toBeLessThanOrEqual(1_000);
});

it('gives a model the same words with a guardrail as without', () => {
  const { parts, user } = repairPrompt(request, sent, [{ list: 'added', value: sent }]);
  const told = markedContent(parts).map((block) =>
    'text' in block ? block.text : block.guardContent.text.text,
  );
  expect(told.join('\n')).toBe(user);
});

it.each([
  [
    'content filter, violence',
    { contentPolicy: { filters: [{ type: 'VIOLENCE', confidence: 'HIGH', action: 'BLOCKED' }] } },
  ],
  [
    'denied topic “Prices”',
    { topicPolicy: { topics: [{ name: 'Prices', type: 'DENY', action: 'BLOCKED' }] } },
  ],
  [
    'word list profanity (da…, 6 characters)',
    { wordPolicy: { managedWordLists: [{ match: 'darned', type: 'PROFANITY', action: 'BLOCKED' }] } },
  ],
  [
    'grounding in your text, 0.31 of at least 0.5',
    {
      contextualGroundingPolicy: {
        filters: [{ type: 'GROUNDING', score: 0.31, threshold: 0.5, action: 'BLOCKED' }],
      },
    },
  ],
])('says what only AWS can judge in words too: %s', (words, assessment) => {
  const report = reportOf(
    { stopReason: 'guardrail_intervened', trace: { guardrail: { outputAssessments: { gr: [assessment] } } } },
    'Ours',
  );
  expect(report && reportInWords(report, 'draft')).toEqual([
    `The guardrail “Ours” blocked this draft: ${words}.`,
  ]);
});

it('says what it only noted, and nothing of a filter that let the text pass', () => {
  const passed = {
    contentPolicy: { filters: [{ type: 'HATE', confidence: 'LOW', action: 'NONE', detected: false }] },
  };
  const weak = {
    contextualGroundingPolicy: {
      filters: [{ type: 'GROUNDING', score: 0.4, threshold: 0.5, action: 'NONE' }],
    },
  };
  const of = (assessment: object) =>
    reportOf(
      { stopReason: 'end_turn', trace: { guardrail: { outputAssessments: { gr: [assessment] } } } },
      'Ours',
    );
  expect(of(passed)).toBeUndefined();
  expect(reportInWords(of(weak) as never, 'draft')).toEqual([
    'The guardrail “Ours” noted in this draft: grounding in your text, 0.4 of at least 0.5.',
  ]);
});

it('takes an intervention that nothing explains for a block', () => {
  expect(reportOf({ stopReason: 'guardrail_intervened' }, 'Ours')).toEqual({
    guardrail: 'Ours',
    action: 'BLOCKED',
    findings: [],
  });
  const masked = {
    sensitiveInformationPolicy: {
      piiEntities: [{ match: 'a@b.example', type: 'EMAIL', action: 'ANONYMIZED' }],
    },
  };
  const { report } = appliedTo(
    { action: 'GUARDRAIL_INTERVENED', actionReason: 'Guardrail blocked.', assessments: [masked] },
    'Ours',
  );
  expect(report?.action).toBe('BLOCKED');
  expect(reportOf({ stopReason: 'end_turn' }, 'Ours')).toBeUndefined();
});
