import { emptyContent } from '../../../../src/data/content';
import { TemplateChoice } from '../../../../src/features/editor/TemplateChoice';
import { rendered } from '../../rendered';

const shown = async (isRead: boolean, names: string[]) => {
  const templates = names.map((name) => ({ name, suits: '', sections: ['summary'] as const, required: [] }));
  const content = { ...emptyContent(), template: 'Payments', layout: ['summary'] };
  const { words } = await rendered(
    <TemplateChoice content={content} onChange={() => {}} onPrivate={null} team={{ templates, isRead }}>
      {null}
    </TemplateChoice>,
  );
  return words;
};

it('a document says that the template it was begun with is gone, once the templates of the team were read', async () => {
  expect(await shown(false, [])).toContain('A template of your team.');
  expect(await shown(true, ['Payments'])).toContain('A template of your team.');
  expect(await shown(true, [])).toContain(
    'No template has this name any more; the document keeps its sections.',
  );
  expect(await shown(true, [])).not.toContain('A template of your team.');
});
