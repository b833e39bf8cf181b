import type { Slots } from '../phrases';
import { archive } from './archive';
import { choices } from './choices';
import { document } from './document';
import { domain } from './domain';
import { editor } from './editor';
import { enhance } from './enhance';
import { figures } from './figures';
import { library } from './library';
import { remembering } from './remembering';
import { review } from './review';
import { shell } from './shell';
import { signInForm } from './signInForm';
import { timeline } from './timeline';
import { translatorOf } from './translator';
import { verdict } from './verdict';

const ALL = {
  ...domain,
  ...choices,
  ...shell,
  ...library,
  ...editor,
  ...timeline,
  ...enhance,
  ...verdict,
  ...document,
  ...figures,
  ...review,
  ...remembering,
  ...archive,
};

/** Everything that the screen may say: English as the key, Italian as the value. */
type Catalogue = typeof ALL;
/** English of several things, which differs from that of one. */
export type CountedPhrase = {
  [English in keyof Catalogue]: Catalogue[English] extends string ? never : English;
}[keyof Catalogue];
/** Any other English; what Italian has no words for is none, and does not compile where it is said. */
export type Phrase = Exclude<keyof Catalogue, CountedPhrase>;
/** A phrase with nothing to fill in. */
export type Wording = { [English in Phrase]: [Slots<English>] extends [never] ? English : never }[Phrase];

/** What turns English into Italian. Fetched when somebody wants it. */
export const ITALIAN = {
  phrases: ALL as Readonly<Record<string, Catalogue[keyof Catalogue]>>,
  translated: translatorOf(ALL),
  signInForm,
};
export type Italian = typeof ITALIAN;
