import { NOVA } from '../../../../domain/enhancement/modelRoles';
import { emptyPostMortem } from '../../../../domain/postMortem';
import type { ModelRemark as Told } from '../../../../domain/review/modelRemarks';
import { RefusedError } from '../../../../src/data/errors';
import { ModelRemark } from '../../../../src/features/review/ModelRemark';
import { ModelRemarks } from '../../../../src/features/review/ModelRemarks';
import type { Asking } from '../../../../src/features/review/remarkStates';
import { rendered } from '../../rendered';

const REMARK: Told = {
  section: 'rootCause',
  start: 0,
  end: 13,
  quote: 'Kim broke it.',
  message: 'It blames a person.',
  instead: 'The change broke it.',
};
const call = {
  ...{ model: 'Nova Lite', modelId: 'lite', writtenBy: 'lite', latencyMs: 1 },
  ...{ inputTokens: 1_200, outputTokens: 90, costUsd: 0.0001 },
};
const answered = (more: object = {}): Asking => ({
  kind: 'answered',
  answer: { remarks: [REMARK], left: [], call, ...more },
});
const shown = (asking: Asking, more: object = {}) =>
  rendered(
    <ModelRemarks
      models={NOVA}
      asking={asking}
      isDone={() => false}
      onAsk={() => {}}
      one={({ quote }, writer) => `${writer} on ${quote}`}
      {...more}
    />,
  ).then(({ words }) => words);

const one = (rootCause: string, remark = REMARK) =>
  rendered(
    <ModelRemark
      remark={remark}
      writer="Nova Lite"
      content={{ ...emptyPostMortem('Down'), rootCause }}
      onAccept={() => {}}
      onRefuse={() => {}}
      onLeave={() => {}}
    />,
  );

it('says that only the rules have read it where no model is configured, and offers nothing to ask', async () => {
  const words = await shown({ kind: 'not-asked' }, { models: { ...NOVA, offline: true } });
  expect(words).toContain('No model is configured, so only the rules have read it.');
  expect(words).not.toMatch(/Ask|Nova/);
});

it('says who would be asked and what it would be sent, and that it is reading', async () => {
  expect(await shown({ kind: 'not-asked' })).toMatch(
    /Nova Lite is sent the whole document.*Ask Nova Lite for remarks/,
  );
  expect(await shown({ kind: 'asking' })).toContain('Nova Lite is reading.');
});

it('tells whose remarks they are, what they cost, and what was left out and why', async () => {
  const words = await shown(
    answered({
      left: [
        { why: 'quote', count: 2 },
        { why: 'facts', count: 1 },
        { why: 'new-reason', count: 1 },
      ],
    }),
  );
  expect(words).toContain('One remark by Nova Lite. 1,200 tokens read, 90 written, $0.0001.');
  expect(words).toContain('Nova Lite on Kim broke it.');
  expect(words).toContain('2 remarks were left out: the words quoted do not stand in that section.');
  expect(words).toContain('One replacement was left out: a fact would have been added or lost.');
  expect(words).toContain('One remark was left out: “new-reason”.');
  const byOther = { ...call, writtenBy: 'openai-compatible: llama3.2', costUsd: 0 };
  expect(await shown(answered({ call: byOther }))).toContain('One remark by llama3.2.');
});

it('counts what was dealt with apart, and says when there is nothing', async () => {
  expect(await shown(answered(), { isDone: () => true })).toContain(
    'Nova Lite has nothing more to remark. 1 dealt with.',
  );
  expect(await shown(answered({ remarks: [] }))).toContain('Nova Lite has nothing to remark.');
});

it('says why nobody remarked, and lets one ask again', async () => {
  const error = new RefusedError('Nova Lite could not be asked for remarks (it took too long).');
  expect(await shown({ kind: 'failed', error })).toMatch(/it took too long.*Ask Nova Lite for remarks/);
});

it('shows the words with what could stand there instead as a difference, to accept or refuse', async () => {
  const { html, words } = await one('Kim broke it.');
  expect(words).toContain('Nova Lite Root cause Kim broke it. It blames a person.');
  expect(html).toMatch(/<del>Kim<\/del><ins>The<\/ins>.*<ins>change <\/ins>/s);
  expect(words).toMatch(/Accept for Kim broke it\. ?Go there: Kim broke it\. ?Refuse: Kim broke it\./);
});

it('offers no change where there is none, or where the words are gone', async () => {
  expect((await one('Kim broke it.', { ...REMARK, instead: null })).words).not.toContain('Accept');
  const gone = (await one('Nobody knows yet.')).words;
  expect(gone).toContain('The passage has changed since.');
  expect(gone).not.toContain('Accept');
  expect((await one(`Kim broke it.${'x'.repeat(19_985)}`)).words).toContain(
    'The section has no room for it.',
  );
});
