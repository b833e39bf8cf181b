import { type SECTION_IDS, SECTIONS } from '../../../../domain/sections';
import { THEME_IDS } from '../../../../domain/themes';
import { type DraftStyle, draftOffline } from '../../../../local/bedrock/offline/draftOffline';
import { valuesIn } from '../../../../local/bedrock/offline/values';
import { CLOSINGS, LEAD_INS, OPENINGS, RUN_INS, TAILS } from '../../../../local/bedrock/offline/voice';
import { CASES } from '../../../cases/cases';
import { alongside, readerWords } from './wordOrder';

const STYLES: readonly DraftStyle[] = ['micro', 'lite'];
const TODO = /\[TODO: [^\]]+\]/g;

/** Every word the drafter may add outside its questions. */
const STOCK = new Set(
  readerWords(
    [
      OPENINGS,
      CLOSINGS,
      Object.values(LEAD_INS),
      Object.values(TAILS),
      Object.values(RUN_INS),
      'Still open (continued)',
    ]
      .flat(3)
      .join(' '),
  ),
);

const everyDraft = CASES.flatMap((incident) =>
  (['description', 'rootCause'] as const).flatMap((section) =>
    THEME_IDS.flatMap((theme) =>
      STYLES.map((style) => ({
        name: `${incident.id} ${section} ${theme} ${style}`,
        section,
        theme,
        style,
        source: incident[section],
        draft: draftOffline({ section, theme, style, source: incident[section] }),
      })),
    ),
  ),
);

describe('an offline draft of a published incident', () => {
  it.each(everyDraft)(
    'keeps every word of the author in order and adds only stock phrases: $name',
    (each) => {
      const { missing, extra } = alongside(each.source, each.draft.replace(TODO, ' '));
      expect(missing).toBeUndefined();
      expect(extra.filter((word) => !STOCK.has(word))).toEqual([]);
    },
  );

  it.each(everyDraft)(
    'has exactly the figures, times, identifiers and addresses of its source: $name',
    (each) => {
      expect([...valuesIn(each.draft)].sort()).toEqual([...valuesIn(each.source)].sort());
    },
  );

  it.each(everyDraft)('copies code and list items byte for byte: $name', (each) => {
    for (const code of each.source.match(/`[^`\n]+`/g) ?? []) expect(each.draft).toContain(code);
    for (const item of each.source.match(/^ +[-\d].*$/gm) ?? []) expect(each.draft).toContain(item);
  });

  it.each(everyDraft)(
    'asks at most four questions, and only those of the section or of its own text: $name',
    (each) => {
      const asked = each.draft.match(TODO) ?? [];
      expect(asked.length).toBeLessThanOrEqual(each.style === 'micro' ? 3 : 4);
      expect(new Set(asked).size).toBe(asked.length);
    },
  );

  it('differs between the two drafters', () => {
    for (const { name, draft, ...request } of everyDraft.filter(({ style }) => style === 'micro')) {
      expect([name, draftOffline({ ...request, style: 'lite' })]).not.toEqual([name, draft]);
    }
  });

  it('is the same every time', () => {
    for (const { draft, name: _, ...request } of everyDraft) expect(draftOffline(request)).toBe(draft);
  });

  it.each(everyDraft)(
    'may be enhanced again without piling up questions, lead-ins or jokes: $name',
    (each) => {
      const { section, theme, style } = each;
      const again = draftOffline({ section, theme, style, source: each.draft });
      const once = (text: string) => (text.match(TODO) ?? []).sort();
      expect(once(again)).toEqual(once(each.draft));
      expect(alongside(each.source, again).missing).toBeUndefined();
      expect(readerWords(again).length).toBeLessThanOrEqual(readerWords(each.draft).length + 12);
      for (const line of [...OPENINGS, ...CLOSINGS]) expect(again.split(line).length).toBeLessThanOrEqual(2);
    },
  );

  it('loses its jokes, and nothing else, when a macabre draft is enhanced in the professional voice', () => {
    for (const each of everyDraft.filter(({ theme }) => theme === 'addams')) {
      const calm = draftOffline({
        section: each.section,
        theme: 'professional',
        style: 'lite',
        source: each.draft,
      });
      expect(alongside(each.source, calm).missing).toBeUndefined();
      for (const phrase of [
        ...OPENINGS,
        ...CLOSINGS,
        ...Object.values(TAILS).flat(),
        ...Object.values(RUN_INS).flat(),
      ]) {
        expect(calm).not.toContain(phrase);
      }
    }
  });
});

const draft = (
  source: string,
  section: (typeof SECTION_IDS)[number] = 'description',
  style: DraftStyle = 'lite',
) => draftOffline({ section, theme: 'professional', style, source });

describe('what the drafter does with notes from the night', () => {
  it('makes a run of timestamped statements one list, in the order given', () => {
    const source =
      '23:58 deploy of v2.3.1\n0:04 alerts firing\n23:59 (other zone) first report\n0:31 all green';
    expect(draft(source)).toContain(
      '- 23:58 deploy of v2.3.1.\n- 0:04 alerts firing.\n- 23:59 (other zone) first report.\n- 0:31 all green.',
    );
  });

  it('ends statements that have a line each, and joins lines that an editor wrapped', () => {
    const notes = draft('db went down\nno alert\nrestarted it', 'description', 'micro');
    expect(notes).toContain('db went down. No alert.');
    const wrapped = draft(
      'Deleted the pods that had been running since the upgrade of the cluster, then\nall went back to normal.',
    );
    expect(wrapped).toContain('then all went back');
  });

  it('gives ordinary words a capital and leaves names that are written small', () => {
    const text = draft('kubectl apply failed. we restarted it.');
    expect(text).toContain('kubectl apply failed.');
    expect(text).toContain('We restarted it.');
  });

  it('groups sentences under lead-ins and puts a question where its answer belongs', () => {
    const text = draft('Binder was down for all users.\n\nDeleted the pods, then all went back to normal.');
    expect(text).toBe(
      [
        '**What happened:** Binder was down for all users.',
        '**Detection:** [TODO: How was the incident detected?]',
        '**What was done:** Deleted the pods, then all went back to normal.',
        '[TODO: When was service restored?]',
      ].join('\n\n'),
    );
  });

  it('finds the parts of a story told in one breath, around code in the middle of a sentence', () => {
    const text = draft(
      [
        'at 3:10 UTC a grafana alert for checkout fired.  we think a load test hit prod, not confirmed. bumped memory with',
        '```\nkubectl  patch sts cart\n```',
        'and restarted. p99 back to 180ms at 3:52 UTC. roughly 1,900 carts lost their items.',
        'todo: ask for an alert on evictions',
      ].join('\n'),
    );
    expect(text).toBe(
      [
        '**Detection:** At 3:10 UTC a grafana alert for checkout fired.',
        '**Contributing factors:** We think a load test hit prod, not confirmed.',
        '**What was done:** Bumped memory with',
        '```\nkubectl  patch sts cart\n```',
        'and restarted. p99 back to 180ms at 3:52 UTC.',
        '**Impact:** Roughly 1,900 carts lost their items.',
        '**What follows:** todo: ask for an alert on evictions.',
      ].join('\n\n'),
    );
  });

  it('asks which note is to be settled, right where it stands', () => {
    expect(draft('Noticed at 0:59 CET (need to convert to PST). The proxy was down.')).toContain(
      '[TODO: A note in this text is not settled yet; what should it say?]',
    );
  });

  it('asks for the system behind a sentence that blames a person', () => {
    expect(draft('An engineer deleted the cluster because he forgot the workspace.', 'rootCause')).toContain(
      '[TODO: What in the system made this possible?]',
    );
  });

  it('does not ask when service was restored after a near miss', () => {
    expect(draft('A node failed. Increased risk only, users noticed nothing.')).not.toContain('restored');
  });

  it('keeps code fences, tables, quotations and numbered lists byte for byte', () => {
    const pieces = [
      '```sh\nkubectl  get pods   # two  spaces\n```',
      '| a | b |\n|---|---|\n| 1  |  2 |',
      '> it is  down\n> again',
      '1. first  thing\n2. second',
      '    indented   code',
    ];
    for (const style of STYLES) {
      const text = draft(pieces.join('\n\n'), 'description', style);
      for (const piece of pieces) expect(text).toContain(piece);
    }
  });

  it.each(SECTIONS.map(({ id }) => id))('turns a single word into a skeleton of questions: %s', (section) => {
    const text = draft('payments', section);
    expect(text).toContain('payments');
    expect(text.match(TODO)?.length).toBeGreaterThanOrEqual(2);
    expect(alongside('payments', text.replace(TODO, '')).extra.filter((word) => !STOCK.has(word))).toEqual(
      [],
    );
  });

  it('asks nothing that the text has answered', () => {
    const complete =
      'PagerDuty alerted at 14:05 UTC that checkout was down. We rolled back. Service was restored at 14:31 UTC.';
    expect(draft(complete)).not.toContain('[TODO');
  });

  it('leaves a question that the author wrote', () => {
    expect(draft('The error rate was [TODO: error rate].')).toContain(
      'The error rate was [TODO: error rate].',
    );
  });
});
