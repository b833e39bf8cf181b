import { checkFacts } from '../../../domain/facts';
import { THEME_IDS } from '../../../domain/themes';
import { CASES } from '../../cases/cases';
import { newPlace, type Place } from './composedCloud';
import { demoPerson, finished, type Person, request, start, writePostMortem } from './people';

let place: Place;
let author: Person;
let postMortemId: string;

beforeAll(async () => {
  place = await newPlace();
  author = await demoPerson(await place.start());
  postMortemId = await writePostMortem(author);
}, 60_000);
afterAll(() => place.dispose());

/** Everything with a digit in it, apart from the numbers of a list: a check of its own beside the fact check. */
const figures = (text: string) =>
  (text.replace(/^\s*\d+[.)](?:\s|$)/gm, '').match(/[\w.:/%#-]*\d[\w:/%#-]*(?:\.\d+)*/g) ?? []).sort();

const RUNS = CASES.flatMap((incident) =>
  (['description', 'rootCause'] as const).flatMap((section) =>
    THEME_IDS.map((theme) => ({ id: incident.id, section, theme, source: incident[section] })),
  ),
);

it.each(RUNS)('$id, $section, $theme: what Accept takes adds and loses no fact', async (run) => {
  const { section, theme, source } = run;
  const { id } = await start(author, request(postMortemId, { section, theme, text: source }));
  const { verdict, drafts, status } = await finished(author, id);
  expect(status).toBe('SUCCEEDED');
  const winner = verdict?.winner ?? 0;
  const accepted = winner === 0 ? source : (drafts[winner - 1]?.text ?? '');
  const { added, lost, moved, hedges } = checkFacts(source, accepted);
  expect([...added, ...lost, ...moved, ...hedges].filter(({ severity }) => severity === 'hard')).toEqual([]);
  expect(figures(accepted)).toEqual(figures(source));
});
