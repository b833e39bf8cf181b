import { BEAT_MS, GONE_AFTER_MS } from '../../../../domain/comments/presence';
import { OfflineError } from '../../../../src/data/errors';
import { PresenceDesk } from '../../../../src/features/comments/presenceDesk';
import { FakeDocument } from '../../fakes/fakeTalk';

beforeEach(() => void jest.useFakeTimers({ now: Date.parse('2026-03-04T12:00:00Z') }));
afterEach(() => void jest.useRealTimers());

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
const EIGHT_HOURS = 8 * 3_600_000;

/** Somebody who opens the document. */
async function come(document: FakeDocument, person: string, page = person) {
  const screen = { isSeen: true, changes: 0 };
  const desk = new PresenceDesk({
    postMortemId: 'pm',
    userId: person,
    page,
    presence: document.of(person),
    now: Date.now,
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    isSeen: () => screen.isSeen,
    onSessionExpired: () => {},
  });
  desk.subscribe(() => {
    screen.changes += 1;
  });
  const leave = desk.open();
  // Whoever is greeted answers, and is answered once.
  await pass(2_000);
  const sees = () => desk.others().map(({ name, place }) => `${name.split('@')[0]} ${place}`);
  return { desk, screen, leave, sees };
}

test('whoever comes sees at once who was there, and is seen', async () => {
  const document = new FakeDocument();
  const ada = await come(document, 'ada');
  ada.desk.move({ place: 'rootCause', isWriting: true });
  await pass(EIGHT_HOURS);
  const ben = await come(document, 'ben');
  expect([ada.sees(), ben.sees()]).toEqual([['ben null'], ['ada rootCause']]);
  expect(ben.desk.others()[0]?.isWriting).toBe(true);
});

test('somebody who is alone says once that they came, and nothing for eight hours', async () => {
  const document = new FakeDocument();
  await come(document, 'ada');
  await pass(EIGHT_HOURS);
  expect(document.told).toHaveLength(1);
});

test('two people who stay see each other without a flicker, for a message each every twenty seconds', async () => {
  const document = new FakeDocument();
  const [ada, ben] = [await come(document, 'ada'), await come(document, 'ben')];
  const [before, list] = [document.told.length, ada.desk.others()];
  ada.screen.changes = 0;
  await pass(30 * 60_000);
  expect([ada.screen.changes, ada.desk.others() === list, ben.sees()]).toEqual([0, true, ['ada null']]);
  expect(document.told.length - before).toBeLessThanOrEqual((2 * 30 * 60_000) / BEAT_MS);
});

test('who moves on is seen where they came to rest, and one message tells it', async () => {
  const document = new FakeDocument();
  const [ada, ben] = [await come(document, 'ada'), await come(document, 'ben')];
  const before = document.told.length;
  for (const place of ['summary', 'impact', 'rootCause']) ada.desk.move({ place, isWriting: false });
  await pass(1_000);
  expect([ben.sees(), document.told.length - before]).toEqual([['ada rootCause'], 1]);
});

test('who leaves is gone at once, and who falls silent after three quarters of a minute', async () => {
  const document = new FakeDocument();
  const [ada, ben, cyn] = [
    await come(document, 'ada'),
    await come(document, 'ben'),
    await come(document, 'cyn'),
  ];
  ben.leave();
  await pass(0);
  expect(ada.sees()).toEqual(['cyn null']);
  cyn.screen.isSeen = false;
  await pass(GONE_AFTER_MS + BEAT_MS + 5_000);
  expect(ada.sees()).toEqual([]);
  cyn.screen.isSeen = true;
  cyn.desk.turn();
  await pass(1_000);
  expect(ada.sees()).toEqual(['cyn null']);
});

test('one’s own other pages are nobody else', async () => {
  const document = new FakeDocument();
  const [first, second] = [await come(document, 'ada', 'one'), await come(document, 'ada', 'two')];
  expect([first.sees(), second.sees()]).toEqual([[], []]);
});

test('without a connection nothing is sent, and when it is back everybody sees everybody again', async () => {
  const document = new FakeDocument();
  const [ada, ben] = [await come(document, 'ada'), await come(document, 'ben')];
  document.connect(false);
  const before = document.told.length;
  ada.desk.move({ place: 'impact', isWriting: true });
  await pass(10 * 60_000);
  expect([document.told.length - before, ada.sees(), ben.sees()]).toEqual([0, [], []]);
  document.connect(true);
  await pass(1_000);
  expect([ada.sees(), ben.sees()]).toEqual([['ben null'], ['ada impact']]);
});

test('an announcement that finds no network is the last one until the connection is back', async () => {
  const document = new FakeDocument();
  const [ada] = [await come(document, 'ada'), await come(document, 'ben')];
  document.failure = new OfflineError();
  ada.desk.move({ place: 'impact', isWriting: true });
  await pass(1_000);
  const before = document.told.filter(({ person }) => person === 'ada').length;
  await pass(10 * 60_000);
  expect(document.told.filter(({ person }) => person === 'ada')).toHaveLength(before);
});
