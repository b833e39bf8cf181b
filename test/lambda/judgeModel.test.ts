import { judgeOf, MODELS, UnsuitableJudgeError } from '../../lambda/models';

describe('the judge of a deployment', () => {
  it('is Nova Pro through the profile of the geography when nothing else is asked for', () => {
    for (const nothing of [undefined, '', '  '])
      expect(judgeOf(nothing, 'eu')).toEqual({
        name: 'Nova Pro',
        modelId: 'eu.amazon.nova-pro-v1:0',
        foundationModel: 'amazon.nova-pro-v1:0',
        throughProfile: true,
      });
  });

  it.each([
    [
      'eu.anthropic.claude-sonnet-4-20250514-v1:0',
      'anthropic.claude-sonnet-4-20250514-v1:0',
      'claude-sonnet-4',
    ],
    ['mistral.mistral-large-2407-v1:0', 'mistral.mistral-large-2407-v1:0', 'mistral-large-2407'],
    ['us.meta.llama3-3-70b-instruct-v1:0', 'meta.llama3-3-70b-instruct-v1:0', 'llama3-3-70b-instruct'],
  ])('may be of another family: %s', (asked, foundationModel, name) => {
    expect(judgeOf(asked, 'us')).toEqual({
      name,
      modelId: asked,
      foundationModel,
      throughProfile: asked !== foundationModel,
    });
  });

  it.each(['amazon.nova-lite-v1:0', 'eu.amazon.nova-micro-v1:0'])('is never one that drafts: %s', (asked) => {
    expect(() => judgeOf(asked, 'eu')).toThrow(UnsuitableJudgeError);
    expect(() => judgeOf(asked, 'eu')).toThrow('which drafts');
  });

  it.each(['gpt-4', 'arn:aws:bedrock:::x', '*', 'anthropic.*', 'a b.c'])(
    'is never what IAM could not name: %s',
    (asked) => {
      expect(() => judgeOf(asked, 'eu')).toThrow('is no model id of Bedrock');
    },
  );

  it('is called Nova Pro also when it is named outright', () => {
    expect(judgeOf('eu.amazon.nova-pro-v1:0', 'eu').name).toBe(MODELS.pro.name);
  });
});
