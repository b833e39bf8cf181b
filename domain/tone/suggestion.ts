export type ToneKind =
  /** A person as the subject of what went wrong. */
  | 'culprit'
  /** A word that judges. */
  | 'blame'
  /** What somebody could or should have done instead. */
  | 'counterfactual'
  /** Language that is louder than the facts; in Professional only. */
  | 'animated'
  /** An action that nobody could tick off. */
  | 'weak-action';

/** A place in a text that could be said better; offsets count UTF-16 units. Nothing is changed. */
export interface ToneSuggestion {
  kind: ToneKind;
  start: number;
  end: number;
  value: string;
  /** Why, in a sentence for the author. */
  reason: string;
  /** What to write instead, or what to say there. */
  suggestion: string;
}
