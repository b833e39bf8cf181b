import { shownTags } from '../../../../src/features/editor/FactFields';

it.each([
  ['the tags there are, before anybody types', null, ['database', 'queue'], 'database, queue'],
  ['what is being typed, to the letter', ' #database,queue , ', ['database', 'queue'], ' #database,queue , '],
  [
    'a colleague’s new tag, which the next key would have overwritten',
    'database, ',
    ['database', 'queue'],
    'database, queue',
  ],
  ['nothing, where a colleague removed the last one', 'database', [], ''],
  ['a comma typed before any tag', ',', [], ','],
])('the field of tags shows %s', (_, typed, tags, shown) => {
  expect(shownTags(typed, tags)).toBe(shown);
});
