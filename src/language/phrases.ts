/** The names in braces of a phrase: `'n' | 'title'` of "{n} of {title}". */
export type Slots<Phrase extends string> = Phrase extends `${string}{${infer Slot}}${infer Rest}`
  ? Slot | Slots<Rest>
  : never;

/** A phrase that counts, as its language says it of one and of all other numbers. */
export interface Counted {
  one: string;
  other: string;
}

/** What a screen may say: each English phrase with the same in another language. */
export type Phrases = Readonly<Record<string, string | Counted>>;

/** Says why a translation does not compile. */
interface OtherSlots<Slot> {
  'has other names in braces than the English': Slot;
}

type SameSlots<English extends string, Other extends string> = [
  Exclude<Slots<Other>, Slots<English>> | Exclude<Slots<English>, Slots<Other>>,
] extends [never]
  ? string
  : OtherSlots<Exclude<Slots<Other>, Slots<English>> | Exclude<Slots<English>, Slots<Other>>>;

/** Of one thing the number need not be said. */
type SlotsOfCounted<English extends string, Forms extends Counted> = [
  Exclude<Slots<Forms['one' | 'other']>, Slots<English> | 'n'>,
] extends [never]
  ? Counted
  : OtherSlots<Exclude<Slots<Forms['one' | 'other']>, Slots<English> | 'n'>>;

type Faithful<All extends Phrases> = {
  [English in keyof All & string]: All[English] extends string
    ? SameSlots<English, All[English]>
    : All[English] extends Counted
      ? SlotsOfCounted<English, All[English]>
      : never;
};

/** A part of a catalogue; a translation that has other names in braces than its English does not compile. */
export const phrases = <const All extends Phrases>(all: All & Faithful<All>): All => all;
