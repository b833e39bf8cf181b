import { CLOSINGS, LEAD_INS, OPENINGS, RUN_INS, TAILS } from '../../../../local/bedrock/offline/voice';

const phrases = [
  ...OPENINGS,
  ...CLOSINGS,
  ...Object.values(LEAD_INS),
  ...Object.values(TAILS).flat(),
  ...Object.values(RUN_INS).flat(),
];

describe('the phrases the drafter adds of its own', () => {
  it.each([
    [
      'figures or number words',
      /\d|\b(?:one|two|three|first|second|third|once|twice|half|dozen|hundreds?|many|few|most)\b/i,
    ],
    ['times of day', /\b(?:midnight|noon|night|dawn|dusk|morning|evening|hour|today|yesterday|minutes?)\b/i],
    ['claims of cause', /\b(?:because|caused?|due to|root|led to|therefore|fault|blame|culprit)\b/i],
    ['doubts or negations', /\b(?:probably|perhaps|maybe|might|seem|likely|not|no|never|nobody|without)\b/i],
    [
      'claims of what happened',
      /\b(?:outage|down|failed|broke|broken|lost|died|dead|killed|users?|customers?)\b/i,
    ],
  ])('hold no %s', (_, forbidden) => {
    expect(phrases.filter((phrase) => forbidden.test(phrase))).toEqual([]);
  });

  it('hold no name: nothing but a sentence begins with a capital', () => {
    const inside = phrases.map((phrase) => phrase.replace(/^\p{Lu}|[.:]\s\p{Lu}/gu, ''));
    expect(inside.filter((phrase) => /\p{Lu}/u.test(phrase))).toEqual([]);
  });
});
