import { OriginLog } from '../../../../src/features/editor/originLog';

test('says of each saved field where it came from; what nobody noted was typed', () => {
  const log = new OriginLog();
  log.note(['summary'], 'micro');
  expect(log.take(['summary', 'impact'])).toEqual({ summary: 'micro', impact: 'typed' });
  expect(log.take(['summary'])).toEqual({ summary: 'typed' });
});

test('a draft that was worked on before it was saved is told as that, and a new draft as itself', () => {
  const log = new OriginLog();
  log.note(['summary'], 'lite');
  log.note(['summary'], 'typed');
  expect(log.pending).toEqual({ summary: 'edited' });
  log.note(['summary'], 'micro');
  expect(log.pending).toEqual({ summary: 'micro' });
});

test('a save that failed says the same again, with what was typed since', () => {
  const log = new OriginLog();
  log.note(['summary', 'impact'], 'imported');
  const said = log.take(['summary', 'impact']);
  log.note(['summary'], 'typed');
  log.putBack(said);
  expect(log.take(['summary', 'impact'])).toEqual({ summary: 'edited', impact: 'imported' });
});

test('what this device kept of an earlier visit is told with the save that follows', () => {
  const log = new OriginLog();
  log.putBack({ summary: 'micro' });
  expect(log.take(['summary'])).toEqual({ summary: 'micro' });
});
