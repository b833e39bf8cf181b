import { verdictSchema } from '../../../../../lambda/prompts/judge';
import { grammarSchema } from '../../../../../local/nevermore/answering/llama/grammarSchema';
import { goesInCircles } from '../../../../../local/nevermore/answering/llama/repetition';
import { CASES } from '../../../../cases/cases';

describe('the grammar of a verdict', () => {
  const grammar = grammarSchema(verdictSchema('professional', 3), { scores: 'draft' }) as {
    properties: Record<string, Record<string, unknown>>;
  };

  it('leaves a model only scores from 1 to 5 and drafts that exist', () => {
    const rows = grammar.properties.scores?.prefixItems as Array<{ properties: Record<string, unknown> }>;
    expect(rows.map(({ properties }) => properties.grounded)).toEqual(
      Array(3).fill({ enum: [1, 2, 3, 4, 5] }),
    );
    expect(grammar.properties.best).toEqual({ enum: [1, 2, 3] });
  });

  it('asks for scores of every draft once, and ends texts and lists', () => {
    const rows = grammar.properties.scores?.prefixItems as Array<{ properties: Record<string, unknown> }>;
    expect(rows.map(({ properties }) => properties.draft)).toEqual([
      { const: 1 },
      { const: 2 },
      { const: 3 },
    ]);
    expect(grammar.properties.scores).toMatchObject({ minItems: 3, maxItems: 3 });
    expect(grammar.properties.unsupported_claims).toMatchObject({ maxItems: 3 });
    expect(grammar.properties.reasoning).toMatchObject({ type: 'string', maxLength: 240 });
  });
});

describe('an answer that goes round in circles', () => {
  it.each([
    ', 2'.repeat(100),
    'how it was restored, '.repeat(40),
    'The team was tasked to fix a problem. They were tasked to fix it.\n'.repeat(12),
  ])('is noticed: %.40s', (text) =>
    expect(goesInCircles(`At 10:00 the database failed. ${text}`)).toBe(true),
  );

  it('is not seen in what people wrote', () => {
    for (const { description, rootCause, timeline } of CASES)
      for (const text of [description, rootCause, timeline])
        for (let end = 0; end <= text.length; end += 50)
          expect([end, goesInCircles(text.slice(0, end))]).toEqual([end, false]);
  });
});
