import { gate } from '../../../../../domain/enhancement/gate';
import { SECTION_IDS, SECTIONS } from '../../../../../domain/sections';
import { THEME_IDS } from '../../../../../domain/themes';
import { valuesIn, wordsIn } from '../../../../../local/nevermore/answering/offline/values';
import { CASES } from '../../../../cases/cases';
import { asidesIn, draft, NOTES, STYLES, sentencesOf } from './notes';

const everyDraft = [
  ...CASES.flatMap(({ id, description, rootCause }) => [
    { id, section: 'description' as const, source: description },
    { id, section: 'rootCause' as const, source: rootCause },
  ]),
  ...Object.entries(NOTES).flatMap(([id, source]) => SECTION_IDS.map((section) => ({ id, section, source }))),
].flatMap((each) =>
  THEME_IDS.flatMap((theme) =>
    STYLES.map((style) => ({
      ...each,
      theme,
      style,
      name: `${each.id} ${each.section} ${theme} ${style}`,
      draft: draft(each.source, { ...each, theme, style }),
    })),
  ),
);

describe('an offline draft', () => {
  it.each(everyDraft)('has nothing that the fact check calls added, lost or moved: $name', (each) => {
    const hard = gate(each, each.draft).findings.filter(({ severity }) => severity === 'hard');
    expect(hard).toEqual([]);
  });

  it.each(everyDraft)('has exactly the figures and identifiers of its source: $name', (each) => {
    const figures = (text: string) =>
      [...valuesIn(text.toLowerCase())].filter((value) => /\d/.test(value)).sort();
    expect(figures(each.draft)).toEqual(figures(each.source));
  });

  it.each(everyDraft)('copies code byte for byte: $name', (each) => {
    for (const code of each.source.match(/`[^`\n]+`/g) ?? []) expect(each.draft).toContain(code);
  });

  it('hardly ever begins a sentence with a small letter', () => {
    const all = everyDraft.filter(({ id }) => id !== 'italian').flatMap((each) => sentencesOf(each.draft));
    const small = all.filter((sentence) => /^\p{Ll}[\p{L}'’]*(?:[\s,.;:!?]|$)/u.test(sentence));
    expect(small.length / all.length).toBeLessThanOrEqual(0.02);
  });

  it('is the same every time', () => {
    for (const { draft: first, ...request } of everyDraft.slice(0, 20)) {
      expect(draft(request.source, request)).toBe(first);
    }
  });

  it('may be enhanced again without piling up questions or asides', () => {
    for (const each of everyDraft) {
      const again = draft(each.draft, each);
      const grown = (count: (text: string) => number) => count(again) / Math.max(1, count(each.draft));
      const words = (text: string) =>
        wordsIn(asidesIn(text).reduce((rest, aside) => rest.replace(aside, ''), text)).length;
      // An aside may be another one, and longer: their number counts, and every other word.
      expect([each.name, grown((text) => asidesIn(text).length) <= 1.34]).toEqual([each.name, true]);
      expect([each.name, words(again) <= words(each.draft) * 1.15 + 8]).toEqual([each.name, true]);
    }
  });

  it('loses its asides, and no figure, when a macabre draft is enhanced in the calm voice', () => {
    for (const each of everyDraft.filter(({ theme }) => theme === 'addams')) {
      const calm = draft(each.draft, { ...each, theme: 'professional' });
      expect(asidesIn(calm)).toEqual([]);
      expect([...valuesIn(calm.toLowerCase())].sort()).toEqual(
        expect.arrayContaining([...valuesIn(each.source.toLowerCase())].filter((value) => /\d/.test(value))),
      );
    }
  });
});

describe('a description with three or more times', () => {
  const timed = Object.entries(NOTES).filter(([id]) => !['italian', 'prose'].includes(id));

  it.each(timed)('is told in their order, each leading its item: %s', (_id, source) => {
    for (const theme of THEME_IDS) {
      const text = draft(source, { theme });
      const clock = /\b\d{1,2}:\d\d\b/g;
      const leads = [...text.matchAll(/^- \*\*~?(\d{1,2}:\d\d)/gm)].map(([, time]) => time as string);
      const told = new Set(source.match(clock));
      expect(leads.length / told.size).toBeGreaterThanOrEqual(0.9);
      const minutes = leads.map((time) => Number(time.slice(0, -3)) * 60 + Number(time.slice(-2)));
      const fromTheFirst = minutes.map((at) => (at - (minutes[0] as number) + 24 * 60) % (24 * 60));
      expect(fromTheFirst).toEqual([...fromTheFirst].sort((a, b) => a - b));
      // The words of a time stand in front only.
      for (const time of leads) expect(text.split(time)).toHaveLength(2);
    }
  });

  it('keeps the time where a statement would be another one without it', () => {
    const text = draft('crash since build 88 fri 17:00. saw it only sat 10:00 in firebase. fixed sat 12:00.');
    expect(text).toContain('only');
    expect(text).not.toMatch(/only in Firebase/i);
  });

  it.each([
    [
      'mqtt bridge lost its session 05:52 devices in a loop',
      '**05:52** MQTT bridge lost its session, devices in a loop.',
    ],
    ['the flag was switched off 12:14 manually', '**12:14** The flag was switched off manually.'],
    ['[06:12] <sam> is login broken for anyone else?', '**06:12** Sam: is login broken for anyone else?'],
    [
      'all fine until 00:17 when broker 1 was restarted',
      '**00:17** All fine until then, when broker 1 was restarted.',
    ],
    ["purge at 13:48 didn't help", "**13:48** Purge didn't help."],
    ['wrong pages for 25 mins (12:30-12:55 UTC)', '**12:30-12:55 UTC** Wrong pages for 25 mins.'],
    [
      'gates opened by hand, pier by pier, 05:20-05:50',
      '**05:20-05:50** Gates opened by hand, pier by pier.',
    ],
    ['SLA (04:00) missed', '**04:00** SLA missed.'],
    ['pm pinged me 09:15', '**09:15**: PM pinged me.'],
    ['hr rang at 08:10', '**08:10**: HR rang.'],
    ['14:12 ok', '**14:12** Ok.'],
    ['db went read only at 04:51, no writes', '**04:51** Database went read only, no writes.'],
    ['uploads failed between 2 and 3 pm', '**2 to 3 pm** Uploads failed.'],
    ['it went out at 10:00 UTC peak', '**10:00 UTC** It went out at 10:00 UTC peak.'],
  ])('tells a time once: %s', (notes, item) => {
    expect(draft(`${notes}\npaged 13:00\nover 14:00`)).toContain(`- ${item}`);
  });

  it('opens with what happened and how long', () => {
    expect(draft(NOTES.certificate)).toMatch(
      /^Cert for \*\.api\.internal expired: all service-to-service calls 503 \(~67 min\)\.\n\n- \*\*03:00 UTC Sunday\*\* Cert/,
    );
    expect(draft(NOTES.leak)).toMatch(/^Memory leak in worker 2\.9\.0 \(shipped Tuesday\)\./);
  });

  it('goes over midnight, and the end told first stands last', () => {
    const text = draft(NOTES.midnight);
    expect([...text.matchAll(/^- \*\*(\S+?)\*\*/gm)].map(([, time]) => time)).toEqual([
      '23:40',
      '23:42',
      '00:20',
      '00:58',
      '01:15',
    ]);
  });

  it('says what a preposition means, with the time in front', () => {
    const text = draft(NOTES.leak);
    expect(text).toContain('- **13:40** Queue drained by then.');
    expect(text).toContain('- **11:20 Wednesday** We saw it when queue depth hit 120k.');
    expect(draft('down since about 9:10. fixed 9:40. ok at 10:00 UTC.')).toContain(
      '- **~9:10** Down since then.',
    );
    const [down, fixed, ok] = ['08:15', '09:00', '10:20'].map((time) => `2026-03-04T${time}:00-10:00`);
    expect(draft(`down since ${down}. fixed at ${fixed}. ok at ${ok}.`)).toContain(
      `- **${down}** Down since then.`,
    );
  });
});

describe('what belongs together', () => {
  const night = 'disk full 10:00. paged 10:05. freed 80 GB 10:20. writes ok 10:25.';

  it('whom it hurt is told behind what happened, and not before it', () => {
    const text = draft(`${night} 41 orders failed in that time.`, { style: 'lite' });
    expect(text).toMatch(/^Disk full 10:00\. 41 orders failed in that time\.\n\n/);
  });

  it('what is told behind the last time does not stand at it, in whatever section', () => {
    for (const section of ['description', 'rootCause', 'impact'] as const)
      expect(draft(`${night} had 800 in 2020.`, { section })).toMatch(/- \*\*10:25\*\* Writes ok\.(?:\n|$)/);
  });

  it('what has no meaning without the time before it stays behind it', () => {
    const text = draft(`rotated the key 09:50. calls were refused since then. ${night}`);
    expect(text).toContain('- **09:50** Rotated the key. Calls were refused since then.\n');
  });

  it('a span told at the end sums up, and is no step of the story', () => {
    const text = draft(`${night} mail was down from 10:00 to 10:25.`);
    expect(text).not.toMatch(/\*\*10:00 to/);
    expect(text).toContain('Mail was down from 10:00 to 10:25.');
  });

  it('two times are enough to lead their items', () => {
    const text = draft(
      'the primary stopped at 3am. nobody saw it. vacuum ran until 11:45. three tables are large.',
    );
    expect(text).toMatch(/^- \*\*3am\*\* The primary stopped\.\n- Nobody saw it\./);
  });

  it('two lists never run into one', () => {
    const causes = 'cause: a limit was off. reason: nobody knew of it.';
    const text = draft(`${causes} ${night}`, { section: 'rootCause' });
    expect(text).toContain('\n\n**Timeline:**\n\n- **10:00**');
  });

  it('a few statements are a paragraph', () => {
    expect(draft('dns gone 10 min, someone deleted the zone. fixed.')).not.toContain('\n');
  });
});

describe('the two drafts', () => {
  it('differ truly wherever there is something to tell: a timeline, and prose', () => {
    for (const id of ['certificate', 'leak', 'chat', 'midnight'] as const) {
      const [led, prose] = STYLES.map((style) => draft(NOTES[id], { style }));
      expect(led).toMatch(/^- \*\*/m);
      expect(prose).not.toMatch(/^- /m);
    }
  });

  it('leave a text alone to which they can bring nothing', () => {
    for (const style of STYLES) {
      expect(draft('The database was slow.', { style })).toBe('The database was slow.');
      expect(draft('x', { style })).toBe('X.');
    }
  });

  it('give a text in another language structure, and no English words', () => {
    const text = draft(NOTES.italian, { questions: [] });
    expect(text).toContain('- Alle 09:15 il servizio ordini ha iniziato a rispondere 500.');
    expect(wordsIn(text)).toEqual(wordsIn(NOTES.italian));
  });
});

describe('labels', () => {
  it('stand over what surely is of their kind, and over nothing else', () => {
    const text = draft(NOTES.certificate);
    expect(text).toContain('**Impact:** Maybe 3k orders lost, finance is checking.');
    expect(text).toContain('**Contributing factors:** Nobody got the renewal mail');
    expect(text).not.toMatch(/\*\*Contributing factors:\*\* (?:PagerDuty|Issued|All)/);
    expect(text).not.toMatch(/\*\*What ended it:\*\*[^\n]*orders lost/);
  });

  it.each([
    [
      'root cause is that the table was baked into the image',
      '**Root cause:** The table was baked into the image.',
    ],
    ['cause: new default for session expiry', '**Cause:** New default for session expiry.'],
    ['TODO upgrade velero', '**What remains:** Upgrade Velero.'],
    ['follow up: unmute, move backup', '**What remains:** Unmute, move backup.'],
    ['63 pipelines failed, 2 releases postponed', '**Impact:** 63 pipelines failed, 2 releases postponed.'],
  ])('are the author’s own words where there are any, and said once: %s', (notes, written) => {
    expect(draft(`disk full 10:00. paged 10:05. writes ok 10:25. ${notes}`)).toContain(written);
  });

  it('keep what is suspected apart from what is known', () => {
    const text = draft(
      'we suspect a race in the lock. probably the cause is the cache. the limit was never set because of a bug.',
      { section: 'rootCause' },
    );
    expect(text.indexOf('Suspected')).toBeGreaterThan(text.indexOf('never set'));
  });
});

describe('questions', () => {
  it.each(SECTIONS.map(({ id }) => id))('are those that were given, and no other: %s', (section) => {
    for (const style of STYLES) {
      expect(draft(NOTES.certificate, { section, style })).not.toContain('[TODO');
      const asked = draft(NOTES.certificate, { section, style, questions: ['Who owns it?', 'By when?'] });
      expect(asked.match(/\[TODO: [^\]]+\]/g)).toEqual(['[TODO: Who owns it?]', '[TODO: By when?]']);
    }
  });

  it('of the author stay where they are', () => {
    expect(draft('The error rate was [TODO: error rate].')).toContain(
      'The error rate was [TODO: error rate].',
    );
    expect(draft('It broke.\n\n[TODO: ask Kim]')).toContain('[TODO: ask Kim]');
  });
});

describe('a structure of the author’s', () => {
  it('keeps code, tables, quotations, headings and numbered lists byte for byte and in place', () => {
    const pieces = [
      '```sh\nkubectl  get pods   # two  spaces\n```',
      '| a | b |\n|---|---|\n| 1  |  2 |',
      '> it is  down\n> again',
      '1. first  thing\n2. second',
      '### What we saw',
      '    indented   code',
    ];
    for (const style of STYLES) {
      const text = draft(pieces.join('\n\n'), { style });
      const places = pieces.map((piece) => text.indexOf(piece));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places).not.toContain(-1);
    }
  });

  it('runs on around code in the middle of a sentence', () => {
    const text = draft('bumped memory with\n```\nkubectl  patch sts cart\n```\nand restarted.', {
      style: 'lite',
    });
    expect(text).toBe('Bumped memory with\n\n```\nkubectl  patch sts cart\n```\n\nand restarted.');
  });
});
