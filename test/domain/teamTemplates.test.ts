import { emptyPostMortem } from '../../domain/postMortem';
import { readTeamTemplate, templateFrom, wrongTemplateName } from '../../domain/teamTemplates';
import { shownSections, withTemplate } from '../../domain/templates';
import fc from '../properties';

const document = {
  ...emptyPostMortem('Checkout down'),
  layout: ['summary', 'rootCause', 'gotLucky'],
  rootCause:
    'The pool was empty.\n1. [TODO: Why did it happen?]\nMore text.\n2. So it was. [TODO: Why was that possible?]',
};
const named = { name: 'Payments', suits: 'Outages of the provider.' };

describe('a template that a team saves', () => {
  it('keeps the sections in their order and the questions in them, and no other text', () => {
    expect(templateFrom(document)).toEqual({
      sections: ['summary', 'rootCause', 'gotLucky'],
      required: ['summary'],
      start: { rootCause: '1. [TODO: Why did it happen?]\n2. [TODO: Why was that possible?]' },
    });
  });

  it('comes back from the server as it went, and begins the next document', () => {
    const saved = { ...templateFrom(document), ...named };
    const start = Object.entries(saved.start ?? {}).map(([section, text]) => ({ section, text }));
    const read = readTeamTemplate({ ...saved, start, owner: 'ada', team: 'everybody' });
    expect(read).toEqual({ ...saved, owner: 'ada' });
    const next = emptyPostMortem('Next one');
    const begun = { ...next, ...withTemplate(next, read ?? saved) };
    expect(shownSections(begun).map(({ id }) => id)).toEqual(saved.sections);
    expect(begun.rootCause).toBe(saved.start?.rootCause);
    expect(begun.template).toBe('Payments');
  });

  it('is left out when another client has stored nonsense, and drops sections that do not exist', () => {
    fc.assert(fc.property(fc.jsonValue(), (record) => void readTeamTemplate(record)));
    expect(readTeamTemplate({ name: 'x', sections: ['alibi'] })).toBeNull();
    expect(readTeamTemplate({ name: 'Standard', sections: ['impact'] })).toBeNull();
    const kept = readTeamTemplate({
      name: 'x',
      sections: ['impact', 'alibi', 'impact'],
      start: [{ section: 'alibi', text: 'Where were you?' }],
    });
    expect(kept).toMatchObject({ sections: ['impact'], start: {} });
  });

  it('needs a name of its own', () => {
    expect(wrongTemplateName(' ', [])).toMatch(/needs a name/);
    expect(wrongTemplateName('x'.repeat(81), [])).toMatch(/at most 80/);
    expect(wrongTemplateName('standard', [])).toMatch(/is a template with this name/);
    expect(wrongTemplateName('payments ', [named])).toMatch(/is a template with this name/);
    expect(wrongTemplateName('Payments EU', [named])).toBeNull();
  });
});
