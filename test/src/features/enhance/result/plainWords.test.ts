import { gate } from '../../../../../domain/enhancement/gate';
import { inPlainWords, measure } from '../../../../../src/features/enhance/result/plainWords';

const own =
  'at 14:25 we rolled back. it began at 14:02 when 12 pods were oomkilled. maybe 3k orders lost. the queue was drained by 14:40';
const inOrder =
  '- **14:02** 12 pods were OOMKilled.\n- **14:25** We rolled back.\n- **14:40** The queue was drained.\n\nMaybe 3k orders were lost.\n\n[TODO: Who was paged?]';
const words = (source: string, draft: string) =>
  inPlainWords(measure(source, draft, gate({ source }, draft).findings));

describe('a draft in plain words', () => {
  it('says what order it is told in, what it keeps and what it asks', () => {
    expect(words(own, inOrder)).toBe(
      'puts the times in order, keeps all 5 figures and the one doubt and asks one question',
    );
  });

  it('says it when a figure is lost', () => {
    expect(words(own, inOrder.replace('12 pods', 'The pods'))).toContain('keeps 4 of 5 figures');
  });

  it('says it when a doubt became a certainty', () => {
    expect(words(own, inOrder.replace('Maybe 3k orders were', '3k orders were'))).toContain(
      'and none of 1 doubt',
    );
  });

  it('says it when the times do not rise, and counts midnight as rising', () => {
    expect(words(own, own)).toContain('tells its times out of order');
    const night = 'At 23:50 the disk filled. At 00:10 we freed it.';
    expect(words(night, night)).toContain('tells it in order');
  });

  it('says that a figure was invented, which a question about it does not count as', () => {
    const text = 'The cache was full.';
    expect(measure(text, 'The cache was full.', []).unsupported).toBe(0);
    expect(words(text, 'The cache was full. We restarted it in `eu-west-1`.')).not.toContain('figure');
  });

  it('counts what moved, where moving is not what puts it in order', () => {
    const first = 'The cache was full. Checkout failed. Nobody was paged.';
    expect(words(first, 'Nobody was paged. The cache was full. Checkout failed.')).toContain(
      'moves one sentence',
    );
  });

  it('counts only the questions that are the draft’s own', () => {
    const asking = 'It broke. [TODO: When?]';
    expect(measure(asking, asking, []).questions).toBe(0);
    expect(measure(asking, `${asking} [TODO: Who noticed?]`, []).questions).toBe(1);
  });

  it('has something to say where there are neither figures nor times', () => {
    expect(words('it broke', 'It broke.')).toBe('takes 2 words for your 2');
    expect(words('', '')).toBe('says it in 0 words');
  });
});
