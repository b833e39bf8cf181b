import { ApplyGuardrailCommand } from '@aws-sdk/client-bedrock-runtime';
import { GUARDRAIL } from '../../../domain/guardrail/policies';
import { type Bedrock, startBedrock } from '../../../local/bedrock';
import { bedrockClient } from './client';
import { POLICIES, parrotOf } from './guardedParrot';
import { templateGuardrail } from './templateGuardrail';

const guardrail = templateGuardrail(POLICIES);
const rights: string[] = [];
let bedrock: Bedrock;
beforeAll(async () => {
  bedrock = await startBedrock({
    port: 0,
    engine: parrotOf({ answer: '', asked: [] }),
    guardrails: [guardrail],
    authorize: async (_, action, resourceArn) => rights.push(`${action} ${resourceArn}`),
  });
});
afterAll(() => bedrock.close());
beforeEach(() => {
  rights.length = 0;
});

describe('ApplyGuardrail', () => {
  const apply = (source: 'INPUT' | 'OUTPUT', texts: string[], over: object = {}) =>
    bedrockClient(bedrock.endpoint).send(
      new ApplyGuardrailCommand({
        guardrailIdentifier: guardrail.id,
        guardrailVersion: '1',
        source,
        content: texts.map((text) => ({ text: { text } })),
        ...over,
      }),
    );

  it('lets a text pass, without an output', async () => {
    expect(await apply('OUTPUT', ['All is well.'])).toMatchObject({
      action: 'NONE',
      actionReason: 'No action.',
      outputs: [],
      guardrailCoverage: { textCharacters: { guarded: 12, total: 12 } },
    });
    expect(rights).toEqual([`bedrock:ApplyGuardrail ${guardrail.arn}`]);
  });

  it('blocks with the message of its side', async () => {
    expect(await apply('INPUT', ['Project Raven'])).toMatchObject({
      action: 'GUARDRAIL_INTERVENED',
      outputs: [{ text: GUARDRAIL.blockedInput }],
    });
    expect(await apply('OUTPUT', ['an idiot'])).toMatchObject({
      outputs: [{ text: GUARDRAIL.blockedOutput }],
    });
  });

  it('masks block by block', async () => {
    expect(await apply('OUTPUT', ['to joe@example.org', 'nothing'])).toMatchObject({
      action: 'GUARDRAIL_INTERVENED',
      actionReason: 'Guardrail masked.',
      outputs: [{ text: 'to {EMAIL}' }, { text: 'nothing' }],
    });
  });

  it('refuses a guardrail that does not exist, and a request that holds nothing', async () => {
    await expect(apply('OUTPUT', ['x'], { guardrailVersion: '9' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(apply('OUTPUT', [])).rejects.toMatchObject({ name: 'ValidationException' });
  });
});
