import type { Draft } from '../../../../../domain/enhancement';
import { offeredChanges, passages } from '../../../../../src/features/enhance/result/changes';
import { findingKey } from '../../../../../src/features/enhance/result/FindingLine';
import { ResultView } from '../../../../../src/features/enhance/result/ResultView';
import {
  firstState,
  nextState,
  type ResultEvent,
} from '../../../../../src/features/enhance/result/resultState';
import { rendered } from '../../../rendered';
import { run } from '../enhancement';
import { draft, finding } from './draft';

const OWN = 'The cache fell over at 14:02. Orders failed for 12 minutes.';
const OTHER = 'At 14:02 the cache fell over. Orders failed for 12 minutes. Nobody was paged.';
const WRONG = 'The cache fell over at 14:02. Orders failed for 37 minutes.';
const wrongFinding = finding(WRONG, '37 minutes', { kind: 'duration', instead: '12 minutes' });

const verdict = {
  ...{ outcome: 'JUDGED' as const, winner: 1, reasoning: '', scores: [] },
  ...{ unsupportedClaims: [], tieBreak: null, fallbackReason: null, judges: [] },
};

/** A result as it looks after the author did this with it. */
const resultAfter = (drafts: Draft[], events: ResultEvent[], text = OWN) =>
  rendered(
    <ResultView
      run={run(5, 'FINISHED', { source: OWN, drafts, verdict })}
      text={text}
      otherVoice={undefined}
      onAccept={() => {}}
      onKeepMine={() => {}}
      onTryAgain={null}
      state={events.reduce(nextState, firstState(1))}
      send={() => {}}
    />,
  );

const groupsOf = (text: string) => new Set(offeredChanges(passages(OWN, text)).map(({ group }) => group));

describe('choosing change by change', () => {
  const choosing: ResultEvent = { type: 'startChoosing', base: OWN };

  it('begins with nothing taken, so that nothing can be accepted by mistake', async () => {
    const { html, words } = await resultAfter([draft(OTHER)], [choosing]);
    expect(words).toMatch(/0 of \d changes? taken/);
    expect(html).toMatch(/<button[^>]*disabled=""[^>]*>Accept/);
    expect(html).not.toContain('checked=""');
    expect(words).toContain('Back to the whole draft');
  });

  it('shows each change with the words that go and the words that come', async () => {
    const { html } = await resultAfter([draft(OTHER)], [choosing]);
    expect(html).toMatch(/nothing<\/span>.*becomes.*<ins>Nobody was paged\.<\/ins>/s);
    expect(html).toMatch(/<del>The cache fell over at 14:02\.<\/del>/);
  });

  it('ticks what was taken, counts it, and lets it be accepted', async () => {
    const groups = groupsOf(OTHER);
    const { html, words } = await resultAfter([draft(OTHER)], [choosing, { type: 'choose', taken: groups }]);
    expect(words).toContain(`${groups.size} of ${groups.size} changes taken`);
    expect(html.match(/data-taken="true"/g)?.length).toBeGreaterThanOrEqual(groups.size);
    expect(html).not.toContain('data-taken="false"');
    expect(html).not.toMatch(/<button[^>]*disabled=""[^>]*>Accept/);
  });

  it('warns of what the chosen words would bring in, before they are taken', async () => {
    const taken: ResultEvent = { type: 'choose', taken: groupsOf(WRONG) };
    const { words } = await resultAfter([draft(WRONG, [wrongFinding])], [choosing, taken]);
    expect(words).toContain('1 of 1 change taken');
    // The value that came in, and the one that went.
    expect(words).toContain('Accept with 2 open findings…');
    const none = await resultAfter([draft(WRONG, [wrongFinding])], [choosing]);
    expect(none.words).not.toContain('open finding');
  });
});

describe('a draft with open findings', () => {
  const confirm: ResultEvent = { type: 'confirm', text: WRONG, open: [wrongFinding], isCurrent: false };
  const wrong = draft(WRONG, [wrongFinding]);

  it('is taken only after each finding was looked at', async () => {
    const { html, words } = await resultAfter([wrong], [confirm]);
    expect(words).toContain('Look at each of these before the draft replaces your text');
    expect(words).toContain('Your text says: “12 minutes”');
    expect(html).toMatch(/disabled=""[^>]*>Accept \(1 left to check\)/);
    const looked = await resultAfter([wrong], [confirm, { type: 'check', key: findingKey(wrongFinding) }]);
    expect(looked.words).not.toContain('left to check');
    expect(looked.html).not.toContain('disabled=""');
  });

  it('can be unticked again', async () => {
    const check: ResultEvent = { type: 'check', key: findingKey(wrongFinding) };
    expect((await resultAfter([wrong], [confirm, check, check])).words).toContain('1 left to check');
  });
});

describe('a section that was written on since', () => {
  const replace: ResultEvent = { type: 'replace', text: OTHER };

  it('is not replaced unseen: what would change stands there, and both can be kept', async () => {
    const { words, html } = await resultAfter([draft(OTHER)], [replace], `${OWN} I wrote on.`);
    expect(words).toContain('You have changed this section since the draft was written.');
    expect(words).toMatch(/Replace my text.*Put it below my text.*Back/);
    expect(html).toContain('<del>wrote</del>');
    expect(words).not.toContain('Keep mine');
  });

  it('has no room for both when both would be too long, and says so', async () => {
    const { html } = await resultAfter([draft(OTHER)], [replace], 'x'.repeat(19_990));
    expect(html).toMatch(/disabled=""[^>]*>Put it below my text \(no room for both\)/);
  });
});

describe('a draft that is edited', () => {
  it('is shown with its edits, which can be dropped', async () => {
    const edited: ResultEvent = { type: 'edit', text: 'The cache fell over at 14:02, twice.' };
    const { words } = await resultAfter([draft(OTHER)], [{ type: 'startEditing' }, edited]);
    expect(words).toContain('The cache fell over at 14:02, twice.');
    expect(words).toMatch(/with your edits.*Draft to edit before accepting.*Stop editing.*Drop my edits/);
  });

  it('that has become too long says how much must go, and cannot be taken', async () => {
    const { words, html } = await resultAfter(
      [draft(OTHER)],
      [{ type: 'edit', text: 'word '.repeat(4_001) }],
    );
    expect(words).toContain('20,005 characters, and a section holds 20,000. Edit it first: 5 characters');
    expect(html).toMatch(/<button[^>]*disabled=""[^>]*>Accept/);
  });
});
