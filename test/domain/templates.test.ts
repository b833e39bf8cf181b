import { emptyPostMortem } from '../../domain/postMortem';
import { SECTION_IDS, type SectionId } from '../../domain/sections';
import {
  requiredSections,
  STANDARD,
  shownSections,
  TEMPLATES,
  type Template,
  templateNamed,
  templateNameOf,
  withTemplate,
} from '../../domain/templates';
import fc from '../properties';

const blank = () => emptyPostMortem('Checkout down');
const shown = (document: Parameters<typeof shownSections>[0]) => shownSections(document).map(({ id }) => id);

it('a document that was written before there were templates shows the standard one', () => {
  expect(shown(blank())).toEqual(STANDARD.sections);
  expect(templateNameOf(blank())).toBe('Standard');
});

it.each(TEMPLATES)(
  '$name names sections that exist, each once, and requires only what it shows',
  (template) => {
    expect(new Set(template.sections).size).toBe(template.sections.length);
    expect(SECTION_IDS).toEqual(expect.arrayContaining([...template.sections]));
    for (const id of [...template.required, ...Object.keys(template.start ?? {})]) {
      expect(template.sections).toContain(id);
    }
    expect(TEMPLATES.filter(({ name }) => name === template.name)).toEqual([template]);
    const document = { ...blank(), ...withTemplate(blank(), template) };
    expect(shown(document)).toEqual(template.sections);
    expect(templateNameOf(document)).toBe(template.name);
    expect(requiredSections(document)).toEqual(template.required);
  },
);

it('changing the template hides no text and changes none, whatever stands where', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...SECTION_IDS), fc.string({ minLength: 1, maxLength: 40 })),
      fc.array(fc.constantFrom(...TEMPLATES), { minLength: 1, maxLength: 4 }),
      fc.array(fc.oneof(fc.constantFrom<string>(...SECTION_IDS), fc.string()), { maxLength: 5 }),
      (texts, templates, layout) => {
        let document = { ...blank(), ...texts, layout };
        for (const template of templates) document = { ...document, ...withTemplate(document, template) };
        for (const [id, text] of Object.entries(texts)) {
          if (text.trim() === '') continue;
          expect(document[id as SectionId]).toBe(text);
          expect(shown(document)).toContain(id);
        }
        expect(new Set(shown(document)).size).toBe(shown(document).length);
      },
    ),
  );
});

it('a section starts with the questions of its template, unless something stands there', () => {
  const coe = templateNamed('Amazon COE');
  if (!coe) throw new Error('no template');
  expect(withTemplate(blank(), coe).rootCause).toMatch(/^1\. \[TODO: Why did it happen\?\]/);
  expect(withTemplate({ ...blank(), rootCause: 'Known.' }, coe)).not.toHaveProperty('rootCause');
});

it('questions that nobody has touched go with the template that asked them, and take no word of the author along', () => {
  const [coe, nearMiss, atlassian] = ['Amazon COE', 'Near miss', 'Atlassian'].map((name) => {
    const template = templateNamed(name);
    if (!template) throw new Error('no template');
    return template;
  }) as [Template, Template, Template];
  const begun = {
    ...blank(),
    ...withTemplate(blank(), coe),
    resolution: '[TODO: How could it be halved?] Rolled back.',
  };
  expect(begun.detection).toMatch(/^\[TODO/);
  const next = { ...begun, ...withTemplate(begun, nearMiss) };
  expect(next.detection).toBe('');
  expect(next.rootCause).toBe('');
  expect(shown(next)).toEqual([...nearMiss.sections, 'resolution']);
  // What the next template asks in the same words stays, and an answered question does.
  expect({ ...begun, ...withTemplate(begun, atlassian) }.rootCause).toBe(begun.rootCause);
  const answered = { ...begun, rootCause: `${begun.rootCause}\nA lock.` };
  expect({ ...answered, ...withTemplate(answered, nearMiss) }.rootCause).toBe(answered.rootCause);
});

it('a layout that another program wrote shows the sections that exist, and the standard ones where none does', () => {
  expect(shown({ ...blank(), layout: ['impact', 'nonsense', 'impact', 'summary'] })).toEqual([
    'impact',
    'summary',
  ]);
  expect(shown({ ...blank(), layout: ['nonsense'] })).toEqual(STANDARD.sections);
  expect(templateNameOf({ template: 'Our own' })).toBe('Our own');
  expect(requiredSections({ ...blank(), template: 'Our own', layout: ['impact'] })).toEqual(['impact']);
});
