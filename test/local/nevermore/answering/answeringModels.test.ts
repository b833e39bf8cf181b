import { NOVA } from '../../../../domain/enhancement/modelRoles';
import { answeringModels, readBedrockSettings } from '../../../../local/nevermore/answering';
import { offlineEngine } from '../../../../local/nevermore/answering/engines/offline';

describe('who answers, as the page is told', () => {
  it('is nobody over a network while rules draft, and under the name that every draft carries', () => {
    const models = answeringModels(readBedrockSettings({}), NOVA);
    expect(models.offline).toBe(true);
    expect(new Set([models.micro, models.lite, models.pro])).toEqual(new Set([offlineEngine().describe()]));
  });

  it('is the model that each role was given on a model server', () => {
    const settings = readBedrockSettings({
      NEVERMORE_OPENAI_URL: 'http://localhost:11434/v1',
      NEVERMORE_MODEL: 'llama3.2',
      NEVERMORE_MODEL_PRO: 'qwen3',
    });
    expect(answeringModels(settings, NOVA)).toEqual({
      micro: 'llama3.2',
      lite: 'llama3.2',
      pro: 'qwen3',
      offline: false,
    });
  });

  it('is Nova when the laptop passes calls on to Bedrock', () => {
    const settings = readBedrockSettings({ NEVERMORE_BEDROCK: 'aws', AWS_REGION: 'eu-central-1' });
    expect(answeringModels(settings, NOVA)).toMatchObject({
      micro: 'Nova Micro',
      pro: 'Nova Pro',
      offline: false,
    });
  });

  it('names the judge that the backend was deployed with, when the real Bedrock answers', () => {
    const settings = readBedrockSettings({ NEVERMORE_BEDROCK: 'aws', AWS_REGION: 'us-east-1' });
    expect(answeringModels(settings, { ...NOVA, pro: 'claude-sonnet-4' }).pro).toBe('claude-sonnet-4');
  });
});
