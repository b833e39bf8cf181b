import { BedrockSettingsError, readBedrockSettings } from '../../../../local/nevermore/answering';

const OLLAMA = { NEVERMORE_OPENAI_URL: 'http://localhost:11434/v1/', NEVERMORE_MODEL: 'llama3.2' };

describe('who answers in place of Bedrock', () => {
  it('is the offline drafter when nothing is set, or set to nothing', () => {
    expect(readBedrockSettings({})).toEqual({ engine: 'offline' });
    expect(readBedrockSettings({ NEVERMORE_BEDROCK: '', NEVERMORE_OPENAI_URL: ' ' })).toEqual({
      engine: 'offline',
    });
  });

  it('is a model server when its address is given', () => {
    expect(readBedrockSettings(OLLAMA)).toEqual({
      engine: 'openai',
      url: 'http://localhost:11434/v1',
      models: { micro: 'llama3.2', lite: 'llama3.2', pro: 'llama3.2' },
    });
  });

  it('may be another model for each role, with a key', () => {
    const settings = readBedrockSettings({
      ...OLLAMA,
      NEVERMORE_MODEL_PRO: 'qwen3',
      NEVERMORE_OPENAI_KEY: 'k',
    });
    expect(settings).toMatchObject({ apiKey: 'k', models: { micro: 'llama3.2', pro: 'qwen3' } });
  });

  it('is the offline drafter when asked for by name, whatever else is set', () => {
    expect(readBedrockSettings({ ...OLLAMA, NEVERMORE_BEDROCK: 'Offline' })).toEqual({ engine: 'offline' });
  });

  it('is Amazon Bedrock in the user’s region, with the user’s profile', () => {
    expect(
      readBedrockSettings({ NEVERMORE_BEDROCK: 'aws', AWS_REGION: 'eu-west-1', AWS_PROFILE: 'me' }),
    ).toEqual({
      engine: 'aws',
      region: 'eu-west-1',
      profile: 'me',
    });
  });
});

describe('a setting that cannot be used', () => {
  it.each([
    [{ NEVERMORE_BEDROCK: 'gpt' }, 'NEVERMORE_BEDROCK', 'offline, openai, aws'],
    [{ NEVERMORE_BEDROCK: 'openai' }, 'NEVERMORE_OPENAI_URL', 'http://localhost:11434/v1'],
    [{ NEVERMORE_OPENAI_URL: 'localhost:11434' }, 'NEVERMORE_OPENAI_URL', 'http://localhost:11434/v1'],
    [{ NEVERMORE_OPENAI_URL: 'ollama' }, 'NEVERMORE_OPENAI_URL', 'http://localhost:11434/v1'],
    [{ NEVERMORE_OPENAI_URL: 'http://localhost:1/v1' }, 'NEVERMORE_MODEL_MICRO', 'NEVERMORE_MODEL'],
    [{ NEVERMORE_BEDROCK: 'aws' }, 'AWS_REGION', 'eu-central-1'],
  ])('is named with what to set it to: %j', (env, variable, says) => {
    const read = () => readBedrockSettings(env);
    expect(read).toThrow(BedrockSettingsError);
    expect(read).toThrow(expect.objectContaining({ variable, message: expect.stringContaining(says) }));
  });

  it('is not repeated when it may hold a password', () => {
    const read = () => readBedrockSettings({ NEVERMORE_OPENAI_URL: 'http://me:hunter2@host/v1' });
    expect(read).toThrow('NEVERMORE_OPENAI_KEY');
    expect(read).not.toThrow('hunter2');
  });
});
