import { gate } from '../../../../domain/enhancement/gate';
import { isHard } from '../../../../domain/facts/finding';
import { isEnglish } from '../../../../domain/language';
import { replacementIn, reworded } from '../../../../domain/memory/replacement';
import type { SectionId } from '../../../../domain/sections';
import { DEFAULT_THEME, type ThemeId } from '../../../../domain/themes';
import { chosenFrom } from './building';
import { withoutOwnAdditions } from './ownAdditions';
import { isTimeline, planOf } from './plan';
import { type Segment, segmentsOf } from './segments';
import { unitsOf } from './story';
import { type Voice, voiceOf } from './voice';
import { tidyParagraph, writeTimeline } from './wording/paragraph';
import { withCapital, withFullStop } from './wording/tidy';
import { type DraftStyle, isTimelineLed, writePassages } from './writing';

export type { DraftStyle } from './writing';

export interface OfflineRequest {
  section: SectionId;
  theme: ThemeId;
  source: string;
  /** The rest of the document, where the section is to be told from it. */
  material?: string;
  style: DraftStyle;
  /** What the draft asks, most important first: the questions that the document leaves open. */
  questions: readonly string[];
  /** Of these it follows the ones that say one word for another, and no others. */
  houseRules?: readonly string[];
  /** Another seed gives other phrases in the macabre voice, and the same facts. */
  seed?: string;
}

/** More questions than this are a form, not a draft. */
const MOST_QUESTIONS = 4;

/**
 * Drafts a section by rules, without a model. Every word of the author that carries something stays; what is
 * added is order, structure, full words for short ones, phrases from a fixed stock in the macabre voice, and
 * `[TODO: …]` for the questions that it is given. It knows its own additions, so a draft may be enhanced
 * again. A draft in which the fact check would find something is replaced by a plainer one, at last by the
 * author's own text. Never throws; time grows with the text's length.
 */
export function draftOffline(request: OfflineRequest): string {
  const { material = '' } = request;
  const own = withoutOwnAdditions(request.source).trim();
  const source = [own, chosenFrom(material, request.section)].filter(Boolean).join('\n');
  // Nothing to tell: what is missing is asked for, in no voice at all.
  if (source === '') return asking(request, () => 'Open questions').join('\n\n');
  const attempts = isEnglish(source)
    ? [() => structured(request, source), () => plain(request, source)]
    : [() => foreign(request, source)];
  for (const attempt of attempts) {
    const draft = attempt();
    if (!gate({ source: own, material }, draft).findings.some(isHard))
      return inHouseWords(request, own, draft);
  }
  return source;
}

/** The draft with the team's words for others, each only where the fact check finds nothing more in it for that. */
function inHouseWords({ houseRules = [], material = '' }: OfflineRequest, source: string, draft: string) {
  const found = (text: string) => gate({ source, material }, text).findings.length;
  return houseRules.reduce((words, rule) => {
    const replacement = replacementIn(rule);
    const next = replacement ? reworded(words, replacement) : words;
    return next === words || found(next) > found(words) ? words : next;
  }, draft);
}

function structured(request: OfflineRequest, source: string): string {
  const { section, style } = request;
  const voice = voiceOf(request.theme, source, section, `${style}${request.seed ?? ''}`);
  const segments = segmentsOf(source);
  const opening = voice.opening();
  const body =
    segments.length === 1 && segments[0]?.kind === 'prose'
      ? writePassages(planOf(section, unitsOf(segments[0].text)), style, voice)
      : inPlace(segments, style, voice);
  return framed(opening, [...body, ...asking(request, voice.questionsLabel)], voice.closing());
}

/** A text that the author gave a structure keeps it: only what stands between its marks is written better. */
function inPlace(segments: readonly Segment[], style: DraftStyle, voice: Voice): string[] {
  const prose = segments.filter(({ kind }) => kind === 'prose').map(({ text }) => text);
  const asTimeline = isTimelineLed(style) && isTimeline(prose.flatMap(unitsOf));
  return segments.map(({ kind, text }, index) =>
    kind === 'fixed'
      ? text
      : asTimeline
        ? writeTimeline(text, voice)
        : runningOn(text, tidyParagraph(text, voice), segments[index - 1], segments[index + 1]),
  );
}

/** A sentence with code or a list in its middle: no capital behind it, and no full stop before it. */
function runningOn(
  text: string,
  tidy: string,
  before: Segment | undefined,
  after: Segment | undefined,
): string {
  const start = before?.kind === 'fixed' && /^\p{Ll}/u.test(text) && !/^[#*]/.test(before.text);
  const end = after?.kind === 'fixed' && !/^[#*]/.test(after.text) && !/[.!?…]\s*$/.test(text);
  const begun = start ? tidy.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()) : tidy;
  return end ? begun.replace(/\.$/, '') : begun;
}

/** The author's sentences where they stand, spelled out; nothing is moved. */
function plain(request: OfflineRequest, source: string): string {
  const voice = voiceOf(DEFAULT_THEME.id, source, request.section, '');
  const segments = segmentsOf(source);
  const body = segments.map(({ kind, text }, index) =>
    kind === 'fixed'
      ? text
      : runningOn(text, tidyParagraph(text, voice), segments[index - 1], segments[index + 1]),
  );
  return framed(undefined, [...body, ...asking(request, voice.questionsLabel)], undefined);
}

/** Words of another language are left alone: each statement gets its line, a capital and a full stop. */
function foreign({ style }: OfflineRequest, source: string): string {
  const segments = segmentsOf(source);
  if (!isTimelineLed(style) || segments.some(({ kind }) => kind === 'fixed')) return source;
  const statements = unitsOf(source).flatMap((unit) => unit.statements);
  if (statements.length < 3) return source;
  return statements.map(({ text }) => `- ${withFullStop(withCapital(text, false))}`).join('\n');
}

function asking({ questions, style }: OfflineRequest, label: () => string): string[] {
  const asked = questions.slice(0, MOST_QUESTIONS).map((question) => `[TODO: ${question}]`);
  if (asked.length === 0) return [];
  return isTimelineLed(style)
    ? [`**${label()}:**`, asked.map((todo) => `- ${todo}`).join('\n')]
    : [asked.join('\n')];
}

const framed = (opening: string | undefined, body: readonly string[], closing: string | undefined): string =>
  [opening, ...body, closing].filter((block) => block !== undefined && block !== '').join('\n\n');
