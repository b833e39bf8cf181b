import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AGES } from '../../../domain/actions/age';
import { COMMENT_PLACES } from '../../../domain/comments/comment';
import { CRITERIA } from '../../../domain/enhancement/criteria';
import { DRAFTERS, OFFLINE_DRAFTER, styleOf } from '../../../domain/enhancement/modelRoles';
import { EXPORTS } from '../../../domain/export';
import { GUARDRAIL_POLICIES, type GuardrailFinding, reportInWords } from '../../../domain/guardrail/report';
import { ORIGINS } from '../../../domain/history/revision';
import { REVIEW_OUTCOMES } from '../../../domain/humanReview';
import { followUpMessage, invitation, outcomeMessage, reminder } from '../../../domain/humanReview/messages';
import { clockOf } from '../../../domain/incident/clocks';
import { durationsOf } from '../../../domain/incident/durations';
import { flagsAbout } from '../../../domain/incident/flags';
import { pictureOf } from '../../../domain/incident/picture';
import { howOf } from '../../../domain/incident/telling';
import { LIMITS } from '../../../domain/limits';
import { SHARED_FOR } from '../../../domain/postMortem/access';
import * as choices from '../../../domain/postMortem/choices';
import { postMortemContent } from '../../../domain/postMortem/content';
import { FIELDS } from '../../../domain/postMortem/fields';
import { nextSteps, readersOf } from '../../../domain/publication';
import { rulesFor } from '../../../domain/publicVersion/rules';
import { reservationsAbout } from '../../../domain/readiness';
import { REMARK_KINDS, reviewOf } from '../../../domain/review';
import { LEFT_OUT } from '../../../domain/review/modelRemarks';
import { SECTIONS } from '../../../domain/sections';
import { wrongTemplateName } from '../../../domain/teamTemplates';
import { TEMPLATES } from '../../../domain/templates';
import { THEMES } from '../../../domain/themes';
import { readTimeline } from '../../../domain/timeline';
import { MEASURES } from '../../../domain/trends/durations';
import { PERIODS } from '../../../domain/trends/period';
import { emptyContent } from '../../../src/data/content';
import type { DocumentContent } from '../../../src/data/types';
import { ITALIAN } from '../../../src/language/italian';
import { REMARKS } from '../../../src/language/italian/translator';

const { translated } = ITALIAN;
const untranslated = (texts: readonly (string | undefined)[]) => [
  ...new Set(texts.filter((text) => text && translated(text) === undefined)),
];

const labels = (rows: ReadonlyArray<{ label: string; meaning?: string }>) =>
  rows.flatMap(({ label, meaning }) => [label, meaning]);

/** One of each that goes out about a review. */
function messages() {
  const subject = { title: 'A pool too small', link: '' };
  const submittedBy = { id: 'ada', name: 'Ada' };
  const dueAt = '2026-03-09T12:00:00.000Z';
  return [
    invitation(subject, { submittedBy }, { message: '', dueAt, remarks: 0 }),
    reminder(subject, { dueAt }),
    outcomeMessage(subject, { outcome: 'TIMED_OUT', by: null, at: dueAt, comment: '', fingerprint: '' }, ''),
    followUpMessage(subject, ''),
  ];
}

it('knows every word of the domain that the screen shows', () => {
  const columns = FIELDS.flatMap((field) => (field.kind === 'rows' ? Object.values(field.columns) : []));
  const words = [
    ...SECTIONS.flatMap(({ label, hint, example }) => [label, hint, example]),
    ...TEMPLATES.flatMap(({ name, suits }) => [name, suits]),
    ...FIELDS.flatMap((field) => [
      field.label,
      'beyond' in field ? field.beyond : undefined,
      'required' in field ? field.required : undefined,
      'example' in field && field.id !== 'layout' ? field.example : undefined,
    ]),
    ...labels(columns),
    ...Object.values(choices).flatMap(labels),
    ...SHARED_FOR.flatMap(({ label, can }) => [label, can]),
    ...choices.STATUSES.flatMap(({ id }) => nextSteps(id).flatMap(({ label, means }) => [label, means])),
    ...choices.STATUSES.flatMap(({ id: status }) =>
      [true, false].map((isPrivate) => readersOf({ status, isPrivate })),
    ),
    ...labels(MEASURES),
    ...labels(PERIODS),
    ...labels(AGES),
    ...labels(ORIGINS),
    ...labels(COMMENT_PLACES),
    ...EXPORTS.flatMap(({ label, suits }) => [label, suits]),
    ...labels(rulesFor(emptyContent(), [], [])),
    ...Object.values(REMARK_KINDS),
    ...CRITERIA.flatMap(({ label, asks }) => [label, asks]),
    ...THEMES.flatMap(({ label, welcome, judgedBy, said }) => [
      label,
      welcome,
      judgedBy ?? undefined,
      said.nothingToEnhance,
      said.noDraft,
    ]),
    ...DRAFTERS.map(styleOf),
    OFFLINE_DRAFTER,
    ...labels(REVIEW_OUTCOMES),
    ...Object.values(LEFT_OUT).map(({ why }) => why),
    ...messages().map(({ about }) => about),
    ...durationsOf({ ...emptyContent(), timeline: [] }).flatMap(({ label, words }) => [label, words]),
  ];
  expect(untranslated(words)).toEqual([]);
});

it('keeps the values of every sentence', () => {
  const slots = (text: string) => [...text.matchAll(/\{=?(\w+)\}/g)].map(([, slot]) => slot).sort();
  for (const [english, italian] of REMARKS)
    expect([english, slots(italian)]).toEqual([english, slots(english)]);
});

interface Case {
  title: string;
  description: string;
  rootCause: string;
  timeline?: string;
}
const CASES = readFileSync(join(__dirname, '../../cases/cases.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

const documentOf = ({ title, description, rootCause, timeline = '' }: Case): DocumentContent => ({
  ...emptyContent(),
  title,
  description,
  rootCause,
  summary: `${description} It lasted 3 hours, says ana@example.org. [TODO: who?] Bob forgot the flag.`,
  startedAt: '2020-02-12T13:00:00.000Z',
  timeline: timeline.split('\n').map((line) => ({ at: /\d{1,2}:\d\d/.exec(line)?.[0] ?? '', text: line })),
  actionItems: [
    { text: 'Be more careful', owner: '', dueDate: '', done: false },
    { text: 'Alert on age', owner: 'Ana', dueDate: '', done: false },
  ],
});

/** What contradicts itself in every way that is told. */
const CONTRADICTING: DocumentContent = {
  ...emptyContent(),
  startedAt: '2026-03-04T14:00:00.000Z',
  detectedAt: '2026-03-04T13:00:00.000Z',
  mitigatedAt: '2026-03-05T14:00:00.000Z',
  resolvedAt: '2026-03-04T15:00:00.000Z',
  impact: 'On 30 February 2026 it was down. The outage lasted 45 minutes. Friday, 4 March 2026 was busy.',
  description:
    'Downtime: 2 hours. Memory 512 MB, later 480 MB memory. Outage of 30 minutes (14:00 - 16:00 UTC). At 14:00 CET.',
  timeline: [
    { at: '2026-03-04 14:30 UTC', text: 'Deployed.', kind: 'trigger', moment: '2026-03-04T14:30:00Z' },
    { at: '2026-03-04 14:10 UTC', text: 'Alert.', kind: 'detection', moment: '2026-03-04T14:11:00Z' },
    { at: '2026-03-04 13:10 UTC', text: 'Back.', kind: 'mitigation', moment: '2026-03-04T13:10:00Z' },
    { at: '2199-03-04 13:10 UTC', text: 'Over.', kind: 'resolution', moment: '2199-03-04T13:10:00Z' },
    { at: '', text: 'Nobody knows.' },
    { at: 'soon', text: 'Later.' },
    { at: '15:10', text: 'A rollback.' },
    { at: '15:00', text: 'Calm.' },
    { at: '4 March', text: 'Quiet.' },
    { at: '2026-03-04 14:02 BST', text: 'acknowledged by Ana', moment: '2026-03-04T13:02:00Z' },
  ],
};

const DOCUMENTS = [...CASES.map(documentOf), CONTRADICTING, emptyContent()];

it('says what speaks against publishing, and what a review remarks, of real incidents', () => {
  const told = DOCUMENTS.flatMap((document) => [
    ...reservationsAbout(document, { now: Date.parse('2026-11-29') }),
    ...reviewOf(document, 'professional'),
    ...reviewOf(document, 'addams'),
  ]).map(({ message }) => message);
  expect(told.length).toBeGreaterThan(200);
  expect(untranslated(told)).toEqual([]);
});

it('says what is flagged at an entry, and how a time was computed', () => {
  const told = DOCUMENTS.flatMap((document) => [
    ...flagsAbout(document, Date.parse('2026-11-29')).flatMap(({ message, advice }) => [message, advice]),
    ...durationsOf(document).flatMap((duration) => [duration.words, howOf(duration, clockOf(document))]),
    ...(pictureOf(document)?.phases ?? []).flatMap(({ label, words }) => [label, words]),
    ...(pictureOf(document)?.lanes ?? []).map(({ label }) => label),
  ]);
  expect(told.length).toBeGreaterThan(100);
  expect(untranslated(told)).toEqual([]);
});

it('says why a line is no entry, or has no certain moment', () => {
  const pasted = [
    '',
    'Timeline:',
    '---',
    '| Time | What |',
    'All times are in CET',
    '2026-03-04',
    '14:02 deploy started',
    ':tada: 3',
    'Ana has joined the channel',
    'Today at 14:30 it was noticed',
    '03/04/2026 14:40 it went on',
    '2026-03-29 02:30 Europe/Rome it never was',
    '2026-10-25 02:30 Europe/Rome it was twice',
    '14:02 IST it ended',
    '2 May it was told',
  ];
  const told = [...pasted.map((line) => readTimeline(line)), readTimeline(pasted.join('\n'))]
    .flat()
    .map((reading) => ('why' in reading ? reading.why : 'note' in reading ? (reading.note ?? '') : ''));
  expect(told.filter((text) => text !== '').length).toBeGreaterThan(20);
  expect(untranslated(told)).toEqual([]);
});

it('says what keeps a document from being saved', () => {
  const long = 'x'.repeat(LIMITS.sectionLength + 1);
  const { error } = postMortemContent.safeParse({
    ...emptyContent(),
    editors: [],
    title: long,
    service: long,
    summary: long,
    tags: Array.from({ length: LIMITS.tags + 1 }, (_, index) => `t${index}`),
    timeline: [{ at: '', text: long }],
    people: Array.from({ length: LIMITS.people + 1 }, () => ({ name: 'Ana' })),
  });
  const told = error?.issues.map(({ message }) => message) ?? [];
  expect(told.length).toBeGreaterThan(4);
  expect(untranslated(told)).toEqual([]);
  expect(
    untranslated(['', 'x'.repeat(200), 'Standard'].map((name) => wrongTemplateName(name, TEMPLATES) ?? '')),
  ).toEqual([]);
});

it('says what a guardrail did, whichever of its policies found how much', () => {
  const found = (one: Partial<GuardrailFinding>): GuardrailFinding => ({
    ...{ policy: 'WORDS', action: 'BLOCKED', side: 'OUTPUT', name: 'EMAIL' },
    ...{ hint: null, score: null, threshold: null },
    ...one,
  });
  const hints = [null, '4 characters', 'AK…, 20 characters'];
  const findings = [
    ...GUARDRAIL_POLICIES.flatMap((policy) =>
      hints.map((hint) => found({ policy, hint, score: 0.4, threshold: 0.5 })),
    ),
    found({ side: 'INPUT' }),
  ];
  const told = findings.flatMap((one) =>
    (['BLOCKED', 'ANONYMIZED', 'NONE'] as const).flatMap((action) =>
      reportInWords({ guardrail: 'Nevermore', action, findings: [{ ...one, action }] }, 'draft'),
    ),
  );
  told.push(...reportInWords({ guardrail: 'Nevermore', action: 'BLOCKED', findings }, 'draft'));
  told.push(...reportInWords({ guardrail: 'Nevermore', action: 'BLOCKED', findings: [] }, 'draft'));
  expect(told.length).toBeGreaterThan(findings.length);
  expect(untranslated(told)).toEqual([]);
  const two = [
    found({ name: 'incompetent' }),
    found({ policy: 'PERSONAL_DATA', hint: 'AK…, 20 characters' }),
  ];
  const [both = ''] = reportInWords({ guardrail: 'Nevermore', action: 'BLOCKED', findings: two }, 'draft');
  expect(translated(both)).toBe(
    'Il guardrail “Nevermore” ha bloccato questa bozza: parole vietate, “incompetent”; dati personali, email (AK…, 20 caratteri).',
  );
});

it('tells the values of an author as they are, and words of ours in Italian', () => {
  expect(
    translated('Root cause is empty. What would have made it worse, and did not happen by chance.'),
  ).toBe('Causa radice: manca il testo. Che cosa l’avrebbe aggravato, e per caso non è successo.');
  expect(translated('“Summary is empty” has no owner.')).toBe('“Summary is empty” non ha un responsabile.');
  expect(translated('Impact tells 2 phone numbers and 1 secret. Whoever has read a key can use it.')).toBe(
    'Impatto rivela 2 numeri di telefono e 1 segreto. Chi ha letto una chiave può usarla.',
  );
  // It "tells" something, and no section does.
  expect(
    translated(
      'It is louder than the facts and tells no size. Give the figure: how many, how long, which part.',
    ),
  ).toBe('È più rumoroso dei fatti e non dice quanto. Dai la cifra: quanti, per quanto tempo, quale parte.');
  expect(translated('3 d 4 h')).toBe('3 g 4 h');
  expect(translated('Nobody has said this.')).toBeUndefined();
});
