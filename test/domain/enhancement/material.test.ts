import { checkDraft, gate } from '../../../domain/enhancement/gate';
import { materialFor, partsOf } from '../../../domain/enhancement/material';
import { isHard } from '../../../domain/facts/finding';
import { LIMITS } from '../../../domain/limits';
import { SECTION_IDS } from '../../../domain/sections';
import fc from '../../properties';

const document = {
  timeline: [
    { at: '14:02 UTC', text: 'error rate rose to 37 %' },
    { at: '', text: '' },
    { at: '14:31 UTC', text: 'rolled back\nto 4.1' },
  ],
  summary: 'Checkout failed.',
  impact: '## Orders\nMaybe 3,000 orders failed.',
};

describe('what a section is built from', () => {
  it('is the timeline, then the other sections, each under its heading', () => {
    expect(materialFor('summary', document)).toEqual({
      text: '## Timeline\n- 14:02 UTC error rate rose to 37 %\n- 14:31 UTC rolled back to 4.1\n\n## Impact\n### Orders\nMaybe 3,000 orders failed.',
      parts: ['Timeline', 'Impact'],
      left: [],
    });
  });

  it('asks nothing that another section still asks', () => {
    const asking = 'Orders failed.\n\n- [TODO: How many?]\n- Finance checks. [TODO: Until when?]';
    expect(materialFor('summary', { impact: asking }).text).toBe(
      '## Impact\nOrders failed.\n\n- Finance checks.',
    );
  });

  it('is nothing for an empty document, whatever another client left out of it', () => {
    for (const empty of [{}, { timeline: null, impact: null }, { timeline: [null, {}], impact: ' \n' }]) {
      expect(materialFor('description', empty)).toEqual({ text: '', parts: [], left: [] });
    }
  });

  it('says what finds no room, and ends with a whole line', () => {
    const timeline = Array.from({ length: 500 }, (_, at) => ({ at: `entry ${at}`, text: 'x'.repeat(90) }));
    const { text, left } = materialFor('summary', { timeline, impact: 'Nobody noticed.' });
    expect(text.length).toBeLessThanOrEqual(LIMITS.sectionLength);
    const taken = text.split('\n').length - 1;
    expect(left).toEqual([`${500 - taken} lines of Timeline`, 'one line of Impact']);
    expect(text.endsWith('x'.repeat(90))).toBe(true);
  });

  it('reads back part by part, whatever people write in their sections', () => {
    const written = fc.string({ unit: fc.constantFrom('#', ' ', 'a', '\n', '## Impact\n', '## Timeline\n') });
    fc.assert(
      fc.property(fc.constantFrom(...SECTION_IDS), written, written, (section, impact, lessons) => {
        const { text, parts } = materialFor(section, { timeline: document.timeline, impact, lessons });
        expect([...partsOf(text).keys()]).toEqual(parts);
      }),
    );
  });
});

describe('a draft that was built from the rest of the document', () => {
  const grounds = { source: 'The CDN was purged at 14:10.', material: materialFor('summary', document).text };
  const hard = (draft: string) => {
    const found = checkDraft(grounds, draft);
    return Object.values(found)
      .flat()
      .filter(isHard)
      .map(({ kind, value }) => `${kind} ${value}`);
  };

  it('may use a fact of the timeline, and may leave one there', () => {
    expect(hard('The CDN was purged at 14:10. The error rate rose to 37 % at 14:02 UTC.')).toEqual([]);
  });

  it('may not lose what the author has written in the section itself', () => {
    expect(hard('The error rate rose to 37 % at 14:02 UTC.')).toEqual(['time 14:10']);
  });

  it('may not add what stands nowhere, nor take a doubt away', () => {
    expect(gate(grounds, 'The CDN was purged at 14:10. 51 % of calls failed.').repaired).toEqual(['51 %']);
    expect(hard('The CDN was purged at 14:10. 3,000 orders failed.')).not.toEqual([]);
  });
});
