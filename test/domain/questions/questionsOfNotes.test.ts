import { openQuestions } from '../../../domain/questions';
import { SECTIONS, type SectionId } from '../../../domain/sections';

const open = (section: SectionId, text: string) => openQuestions({ section, text, document: {} });

const [detected] = SECTIONS.find(({ id }) => id === 'description')?.questions ?? [];
const [affected] = SECTIONS.find(({ id }) => id === 'impact')?.questions ?? [];
const [, , caught] = SECTIONS.find(({ id }) => id === 'rootCause')?.questions ?? [];
const [ended] = SECTIONS.find(({ id }) => id === 'resolution')?.questions ?? [];

it.each<[string | undefined, SectionId, string]>([
  [detected, 'description', 'redis failed over 08:00. 08:04 page. restarted the web tier'],
  [ended, 'resolution', '07:25 raises interval to 15m, deploys'],
  [affected, 'impact', 'approx 9% of page views had broken images'],
  [caught, 'rootCause', 'it threw on cold start only so canary (warm) was green'],
  [caught, 'rootCause', 'pager silent as the synthetic check only hits the API'],
  [caught, 'rootCause', 'validation exists in CI but the bot pushes straight to main'],
  [caught, 'rootCause', 'nothing visible for 2 days until the first node drained'],
])('what notes say in the words of the trade is not asked: %s', (question, section, text) => {
  expect(open(section, 'The job failed on Monday.')).toContain(question);
  expect(open(section, text)).not.toContain(question);
});

it('a label in the form of a question asks nothing, and local times have a zone', () => {
  expect(
    open(
      'description',
      'pool full at 13:40. alert 13:41. why? new report query holds a connection. killed it, 14:12 ok',
    ),
  ).toEqual(['Which time zone are the times in?']);
  expect(
    open('description', 'cron at 02:30 local did not run. alert 02:40. ran by hand 9:40, done 10:15'),
  ).toEqual([]);
});
