import { newPlace, type Place } from '../cloud/composedCloud';
import { type DiskJournal, waitersOf } from './waiters';

/** As few as show each way of being asleep once; `KILLS=50 npx jest test/local/waiting/killed` takes its time. */
const KILLS = Number(process.env.KILLS ?? 4);
const WAIT_SECONDS = 2;

jest.setTimeout(60_000 + KILLS * 40_000);

let place: Place;
beforeAll(async () => {
  place = await newPlace('waiting');
});
afterAll(() => place.dispose());

/** What a run does until the kill comes, by how it is asleep then. */
const ASLEEP = ['callback', 'resume', 'wait', 'retry'] as const;

const updatesOf = ({ records }: DiskJournal) =>
  records.flatMap((record) => (record.kind === 'checkpointed' ? record.updates : []));

/** Names of the steps of which the handler was told that they are saved. */
const savedSteps = (journal: DiskJournal): string[] =>
  updatesOf(journal)
    .filter(({ Type, Action, Name }) => Type === 'STEP' && Action === 'SUCCEED' && Name !== undefined)
    .map(({ Name }) => Name as string);

test(`killed with -9 ${KILLS} times while runs wait: one outcome each, no saved step again, every wait whole and once`, async () => {
  const waiters = waitersOf(place);
  const runs = Array.from({ length: KILLS }, (_, index) => `run-${index}`);
  const arns = new Map<string, string>();
  const ends = new Map<string, Date | undefined>();
  const saved: { run: string; step: string; attempts: number }[] = [];
  const attempts = (run: string, step: string) =>
    waiters.lines(run).filter((line) => line.split(' ')[0] === step).length;

  let cloud = await place.start();
  for (const [index, run] of runs.entries()) {
    const asleep = ASLEEP[index % ASLEEP.length];
    const arn = await waiters.start(run, WAIT_SECONDS);
    arns.set(run, arn);
    await waiters.event(arn, 'InvocationCompleted');
    if (asleep !== 'callback') await waiters.answer(run);
    if (asleep === 'wait' || asleep === 'retry') {
      const begun = await waiters.event(arn, 'WaitStarted');
      ends.set(run, begun.WaitStartedDetails?.ScheduledEndTimestamp);
    }
    if (asleep === 'retry') await waiters.event(arn, 'StepFailed');
    await cloud.kill();
    for (const journal of waiters.journals())
      for (const step of savedSteps(journal))
        saved.push({
          run: journal.started.executionName,
          step,
          attempts: attempts(journal.started.executionName, step),
        });
    cloud = await place.start();
    if (asleep === 'callback') await waiters.answer(run);
  }

  for (const run of runs) {
    const execution = await waiters.ended(arns.get(run) ?? '');
    expect([run, execution.Status, execution.Result]).toEqual([
      run,
      'SUCCEEDED',
      JSON.stringify({ decision: `"approved ${run}"`, release: 'release one' }),
    ]);
    // What was told of the wait's end before the kill holds after it.
    const { WaitStartedDetails } = await waiters.event(arns.get(run) ?? '', 'WaitStarted');
    if (ends.has(run)) expect(WaitStartedDetails?.ScheduledEndTimestamp).toEqual(ends.get(run));
  }
  for (const { run, step, attempts: before } of saved)
    expect([run, step, attempts(run, step)]).toEqual([run, step, before]);

  const journals = waiters.journals();
  expect(journals).toHaveLength(KILLS);
  for (const journal of journals) {
    const { executionName } = journal.started;
    const { records } = journal;
    expect([executionName, records.filter(({ kind }) => kind === 'ended').length]).toEqual([
      executionName,
      1,
    ]);
    expect(records.filter(({ kind }) => kind === 'callbackCompleted')).toHaveLength(1);
    const waits = updatesOf(journal).filter(({ Type }) => Type === 'WAIT');
    expect(waits).toHaveLength(1);
    const started = records.find(
      (record) => record.kind === 'checkpointed' && record.updates.some(({ Type }) => Type === 'WAIT'),
    );
    const over = records.filter((record) => record.kind === 'elapsed' && record.id === waits[0]?.Id);
    expect(over).toHaveLength(1);
    expect((over[0]?.at ?? 0) - (started?.at ?? 0)).toBeGreaterThanOrEqual(WAIT_SECONDS * 1000);
    expect(savedSteps(journal).sort()).toEqual(['decide', 'record', 'send']);
  }
});
