/** A document as it leaves. */
export interface Exported {
  /** What is copied, printed and downloaded. */
  text: string;
  /** The same with its looks, for a clipboard whose reader takes `text/html`. */
  html?: string;
  /** The messages that `text` has to be sent as, where it is too long for one. */
  messages?: readonly string[];
  /** What became of what the target does not take, in sentences. Nothing is cut or split without one. */
  told: readonly string[];
}
