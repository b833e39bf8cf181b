import { NOVA } from '../../../../domain/enhancement/modelRoles';
import { sectionById } from '../../../../domain/sections';
import { OfflineError } from '../../../../src/data/errors';
import { EnhanceSection } from '../../../../src/features/enhance/EnhanceSection';
import {
  type EnhanceEvent,
  firstEnhanceState,
  nextEnhanceState,
} from '../../../../src/features/enhance/enhanceState';
import { rendered } from '../../rendered';
import { run } from './enhancement';
import { draft, finding } from './result/draft';

const section = 'description';
const NOW = new Date().toISOString();
const TEXT = 'it broke for 12 minutes';
const started = { startedAt: NOW, source: TEXT };

/** The section as it looks after all of this. */
function sectionAfter(events: EnhanceEvent[], { text = TEXT, isInTheCalmVoice = true } = {}) {
  const state = events.reduce(nextEnhanceState, firstEnhanceState(new Set()));
  return rendered(
    <EnhanceSection
      section={sectionById(section)}
      theme={isInTheCalmVoice ? 'professional' : 'addams'}
      text={text}
      document={{ timeline: [] } as never}
      enhancements={{
        state,
        userId: 'me',
        send: () => {},
        start: async () => {},
        decide: () => {},
        undo: () => null,
        checkAgain: () => {},
      }}
      models={NOVA}
      prepare={async () => {}}
      onText={() => {}}
    />,
  );
}

const ask: EnhanceEvent = { type: 'ask', section, id: 'run', at: NOW };
const told = (...[progress, stage, more]: Parameters<typeof run>): EnhanceEvent => ({
  type: 'told',
  run: run(progress, stage, { ...started, ...more }),
});
const lite = draft('It broke for 12 minutes.');
const micro = {
  ...draft('It was broken for 12 minutes.'),
  model: 'Nova Micro',
  modelId: 'micro',
  writtenBy: 'Nova Micro',
};
const verdict = {
  ...{ outcome: 'JUDGED' as const, winner: 1, reasoning: 'It is clearer.', scores: [] },
  ...{ unsupportedClaims: [], tieBreak: null, fallbackReason: null, judges: [] },
};
const finished = told(5, 'FINISHED', { drafts: [micro, lite], verdict });

describe('a section’s place for enhancing says', () => {
  it('who will draft, before anything is asked', async () => {
    const { html, words } = await sectionAfter([]);
    expect(words).toContain('Nova Micro and Nova Lite draft, Nova Pro judges');
    expect(html).not.toContain('class="stages"');
    expect(html).toContain('aria-disabled="false"');
  });

  it('that a text is too long, and takes no click', async () => {
    const { html, words } = await sectionAfter([], { text: 'x'.repeat(20_001) });
    expect(words).toContain('Too long to enhance.');
    expect(html).toContain('aria-disabled="true"');
  });

  it('what makes a joke wrong, with the calm voice first, and nothing goes on meanwhile', async () => {
    const { html, words } = await sectionAfter([{ type: 'warn', section, about: 'harm to people' }], {
      isInTheCalmVoice: false,
    });
    expect(words).toMatch(/about harm to people.*Use Professional instead.*Go on in Addams.*Cancel/);
    expect(html).not.toContain('class="stages"');
  });

  it('that the text is being sent, from the click on', async () => {
    const { html, words } = await sectionAfter([ask]);
    expect(words).toContain('Your text is being sent.');
    expect(html).toContain('aria-disabled="true"');
  });

  it('that the run is queued, and behind how many of one’s own', async () => {
    const { words } = await sectionAfter([
      ask,
      told(0, 'QUEUED'),
      { type: 'inLine', runId: 'run', ahead: 2 },
    ]);
    expect(words).toContain('Enhancement queued.');
    expect(words).toContain('In line behind 2 earlier runs of yours.');
  });

  it('that a run stands first in its line when it has waited and none of one’s own is before it', async () => {
    const waited = { startedAt: new Date(Date.now() - 20_000).toISOString() };
    expect((await sectionAfter([told(0, 'QUEUED', waited)])).words).toContain('none of your earlier runs');
    expect((await sectionAfter([told(0, 'QUEUED')])).words).not.toContain('In line');
  });

  it('that a run which nobody drafts yet may wait for an earlier one, and no more once a draft is there', async () => {
    const inLine: EnhanceEvent = { type: 'inLine', runId: 'run', ahead: 1 };
    const { words } = await sectionAfter([told(1, 'DRAFTING'), inLine]);
    expect(words).toContain('1 earlier run of yours goes on too, and may have to finish first.');
    expect((await sectionAfter([told(2, 'DRAFTING', { drafts: [lite] }), inLine])).words).not.toContain(
      'earlier run',
    );
  });

  it('which drafts are on their way, which are there, and lets them be read', async () => {
    const { words } = await sectionAfter([told(1, 'DRAFTING')]);
    expect(words).toContain('The drafts are being written.');
    expect(words).toMatch(/Nova Micro on its way….*Nova Lite on its way…/);
    const one = await sectionAfter([told(2, 'DRAFTING', { drafts: [micro] })]);
    expect(one.words).toContain('Nova Micro finished drafting.');
    expect(one.words).toContain('It was broken for 12 minutes.');
    expect(one.words).not.toContain('Nova Micro on its way');
    expect(one.words).toContain('Nova Lite on its way');
  });

  it('which drafter did not answer and why, while the other one is judged', async () => {
    const failed = { ...micro, text: null, error: 'throttled' };
    const { words } = await sectionAfter([told(4, 'JUDGING', { drafts: [failed, lite] })]);
    expect(words).toContain('The drafts are being judged.');
    expect(words).toContain('did not answer: throttled');
  });

  it('that live updates are cut off and the run goes on', async () => {
    const { words } = await sectionAfter([told(1, 'DRAFTING'), { type: 'interrupted' }]);
    expect(words).toContain('Live updates are interrupted; the run goes on by itself.');
    expect(words).toContain('Check again');
    expect(words).not.toContain('Start a new run');
  });

  it('that a run takes longer than usual, and lets another be started', async () => {
    const late = { startedAt: new Date(Date.now() - 120_000).toISOString() };
    const { words } = await sectionAfter([told(1, 'DRAFTING', late)]);
    expect(words).toContain('This takes longer than usual.');
    expect(words).toContain('Start a new run');
  });

  it('why a run could not be started, and offers another try', async () => {
    const problem = new OfflineError();
    const { html, words } = await sectionAfter([ask, { type: 'answered', section, id: 'run', problem }]);
    expect(words).toContain(problem.message);
    expect(words).toContain('Try again');
    expect(html).not.toContain('class="stages"');
  });

  it('what won, with both texts, the reasons, and what can be done', async () => {
    const { words } = await sectionAfter([finished]);
    expect(words).toContain('The draft by Nova Micro won');
    expect(words).toContain('It is clearer.');
    expect(words).toMatch(/Winner: Nova Micro.*Other draft: Nova Lite/);
    expect(words).toMatch(/Accept.*Keep mine.*Edit first.*Choose change by change.*Try again/);
  });

  it('that a draft has open findings, on the button that would take it', async () => {
    const text = 'It broke for 37 minutes.';
    const wrong = draft(text, [finding(text, '37 minutes', { kind: 'duration', instead: '12 minutes' })]);
    const { words } = await sectionAfter([told(5, 'FINISHED', { drafts: [wrong], verdict })]);
    expect(words).toContain('Accept with 1 open finding…');
  });

  it('that a run failed and the author’s text stands', async () => {
    const failed = { status: 'FAILED' as const, message: 'Both models were throttled.' };
    const { words } = await sectionAfter([told(5, 'FINISHED', failed)]);
    expect(words).toContain('The run ended without a verdict');
    expect(words).toContain('Both models were throttled.');
    expect(words).toContain('Your own text stands.');
    expect(words).not.toContain('Accept');
  });

  it('that a run which nobody heard of again has ended, and nothing was lost', async () => {
    const unheard = { startedAt: new Date(Date.now() - 130 * 60_000).toISOString() };
    const { words } = await sectionAfter([told(4, 'JUDGING', unheard)]);
    expect(words).toContain('Nothing was lost');
    expect(words).toContain('Try again');
  });

  it('that a colleague asked for the drafts', async () => {
    const { words } = await sectionAfter([told(1, 'DRAFTING', { owner: 'colleague' })]);
    expect(words).toContain('A colleague who may edit this document asked for these drafts.');
    expect((await sectionAfter([told(1, 'DRAFTING')])).words).not.toContain('colleague');
  });
});

describe('after a decision', () => {
  const decide = (text: string, kind: 'accepted' | 'kept'): EnhanceEvent => ({
    type: 'decide',
    section,
    decision: { kind, runId: 'run', before: TEXT, after: text },
  });
  const taken = 'It was broken for 12 minutes.';

  it('the drafts are put away, and what was done can be undone until the author writes on', async () => {
    const { words } = await sectionAfter([finished, decide(taken, 'accepted')], { text: taken });
    expect(words).toContain('The draft is in your section now. Undo');
    expect(words).not.toContain('Keep mine');
    const written = await sectionAfter([finished, decide(taken, 'accepted')], { text: `${taken} And then.` });
    expect(written.words).not.toContain('Undo');
  });

  it('for the author’s own text it says that nothing changed', async () => {
    const { words } = await sectionAfter([finished, decide(TEXT, 'kept')]);
    expect(words).toContain('Your text stays as it is. Undo');
  });

  it('that was undone the drafts stand there again', async () => {
    const { words } = await sectionAfter([finished, decide(taken, 'accepted'), { type: 'undo', section }]);
    expect(words).toContain('Keep mine');
    expect(words).not.toContain('The draft is in your section now.');
  });

  it('of an earlier visit the last drafts can be shown again', async () => {
    const { words } = await sectionAfter([finished], { text: taken });
    expect(words).toContain('Show the last drafts of description');
    expect(words).not.toContain('Keep mine');
    const again = await sectionAfter([finished, { type: 'reopen', section, runId: 'run' }], { text: taken });
    expect(again.words).toContain('Keep mine');
  });
});

describe('questions that a text still asks', () => {
  const asking = 'It broke. [TODO: For how long?]';

  it('have room for an answer, one each', async () => {
    const { words, html } = await sectionAfter([], { text: asking });
    expect(words).toMatch(/What is missing\? in your text For how long\? Answer: For how long\?/);
    expect(html.match(/<form/g)).toHaveLength(1);
  });

  it('are asked of the draft in front once there is a result, and not twice', async () => {
    const asks = told(5, 'FINISHED', { source: asking, drafts: [draft(asking)], verdict });
    const { words } = await sectionAfter([asks], { text: 'Something else. [TODO: Who noticed?]' });
    expect(words).toContain('What is missing? in the draft by');
    expect(words).not.toContain('What is missing? in your text');
  });
});
