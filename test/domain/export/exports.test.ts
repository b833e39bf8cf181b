import { EXPORTS } from '../../../domain/export';
import { emptyPostMortem } from '../../../domain/postMortem';
import { type AuthoredContent, FIELDS } from '../../../domain/postMortem/fields';

/** A document in which every field says its own name, or holds what no other field does. */
const told = Object.fromEntries(
  FIELDS.map((field, index) => {
    switch (field.kind) {
      case 'choice':
        return [field.id, field.choices[0].id];
      case 'moment':
        return [field.id, `2026-03-${String(index + 1).padStart(2, '0')}T10:00:00.000Z`];
      case 'labels':
        return [field.id, ['of tags']];
      case 'rows':
        return [
          field.id,
          [Object.fromEntries(Object.keys(field.columns).map((column) => [column, `${field.id}-${column}`]))],
        ];
      default:
        return [field.id, `words of ${field.id}`];
    }
  }),
) as unknown as AuthoredContent;

it.each(EXPORTS)(
  '$label holds every field of the document under the name its author knows',
  async (target) => {
    const { text } = await target.write(told);
    // How the page is laid out is not the document's business.
    for (const field of FIELDS.filter(({ exported }) => exported !== 'not')) {
      const isSmall = target.id === 'front-matter' && field.exported === 'fact';
      if (field.exported !== 'heading')
        expect(text).toContain(isSmall ? `${field.label.toLowerCase()}: ` : field.label);
      if (field.kind === 'line' || field.kind === 'prose') expect(text).toContain(told[field.id]);
      if (field.kind === 'labels') expect(text).toContain('of tags');
      if (field.kind === 'moment') expect(text).toContain(told[field.id]?.slice(0, 10));
      if (field.kind === 'choice') expect(text).toContain(field.choices[0].label);
      // A public version names nobody.
      if (field.id === 'people' && target.id === 'public') expect(text).toMatch(/- \S*person \d/);
      else if (field.kind === 'rows')
        expect(text).toContain(`${field.id}-${field.id === 'people' ? 'name' : 'text'}`);
    }
  },
);

it.each(EXPORTS)(
  '$label has a name and a file name of its own, and writes a document without text',
  async (target) => {
    expect(EXPORTS.filter(({ id, label }) => id === target.id || label === target.label)).toEqual([target]);
    expect(target.fileName('Checkout down')).toMatch(/^(?:checkout-down|public-version)\.\w+$/);
    expect((await target.write(emptyPostMortem('Quiet'))).text).toContain('Quiet');
  },
);
