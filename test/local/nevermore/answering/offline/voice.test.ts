import { looksLikeInstruction } from '../../../../../domain/invisible/looksLikeInstruction';
import {
  BEFORE,
  BEFORE_ANYTHING,
  BEFORE_HOURS,
} from '../../../../../domain/themes/addams/phrases/beforeStatements';
import {
  CLOSINGS,
  OPENINGS,
  QUESTION_LABELS,
  SOLEMN_OPENINGS,
} from '../../../../../domain/themes/addams/phrases/frames';
import { checkTone } from '../../../../../domain/tone';
import { asidesIn, draft, NOTES, STYLES } from './notes';

const phrases = [
  ...Object.values(BEFORE).flat(),
  ...BEFORE_ANYTHING,
  ...BEFORE_HOURS.flatMap((hours) => hours.phrases),
  ...OPENINGS,
  ...CLOSINGS,
  ...SOLEMN_OPENINGS,
  ...QUESTION_LABELS,
];

describe('the phrases the macabre voice adds', () => {
  it('are many, and none stands there twice', () => {
    expect(phrases.length).toBeGreaterThanOrEqual(120);
    expect(new Set(phrases).size).toBe(phrases.length);
  });

  it.each([
    ['figures', /\d|\b(?:two|three|second|third|twice|half|dozen|hundreds?)\b/i],
    [
      'weekdays, months or names of people',
      /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|june|morticia|gomez|wednesday)\b/i,
    ],
    ['claims of cause', /\b(?:because|caused?|due to|therefore|fault|blame|culprit)\b/i],
    [
      'doubts or negations',
      /\b(?:probably|perhaps|maybe|might|seems?|likely|not|no|never|nobody|without)\b/i,
    ],
    ['claims of what happened', /\b(?:failed|broke|lost|killed|users?|customers?|engineers?|deployed)\b/i],
  ])('hold no %s', (_, forbidden) => {
    expect(phrases.filter((phrase) => forbidden.test(phrase))).toEqual([]);
  });

  it('read like no order to a model, and blame nobody', () => {
    expect(phrases.filter((phrase) => looksLikeInstruction(phrase).length > 0)).toEqual([]);
    expect(phrases.filter((phrase) => checkTone(phrase, { theme: 'addams' }).length > 0)).toEqual([]);
  });
});

describe('a macabre draft', () => {
  it('has an aside at every item of its timeline, and none twice', () => {
    for (const source of [NOTES.certificate, NOTES.chat, NOTES.midnight]) {
      const text = draft(source, { theme: 'addams' });
      const items = text.match(/^- \*\*.*$/gm) ?? [];
      expect(items.length).toBeGreaterThan(2);
      for (const item of items) expect(asidesIn(item)).toHaveLength(1);
      expect(new Set(asidesIn(text)).size).toBe(asidesIn(text).length);
    }
  });

  it('never stands in the middle of a fact: an aside is a sentence of its own', () => {
    for (const style of STYLES) {
      const text = draft(NOTES.certificate, { theme: 'addams', style });
      for (const aside of asidesIn(text)) {
        const at = text.indexOf(aside);
        expect(text.slice(0, at)).toMatch(/(?:^|\n|[.!?)]\s|\*\*\s|-\s)$/);
      }
    }
  });

  it('opens each section of a document with another phrase', () => {
    const openings = (['summary', 'impact', 'description', 'rootCause', 'resolution'] as const).map(
      (section) => draft(NOTES.certificate, { section, theme: 'addams' }).split('\n')[0],
    );
    expect(new Set(openings).size).toBeGreaterThanOrEqual(4);
  });

  it('makes no jokes beside people who came to harm', () => {
    const text = draft('ambulance dispatch was down 10:00 to 10:40. two patients waited. restarted 10:41.', {
      theme: 'addams',
    });
    expect(asidesIn(text)).toHaveLength(1);
  });
});
