/** What the page knows that comments stand on. */
export interface RoomView {
  mayComment: boolean;
  /** Every thread, and not only one's own. */
  mayResolve: boolean;
  /** Others can be here. */
  isShared: boolean;
  /** The text of a place in which words can be quoted, as it stands here; null where there is none. */
  textOf(place: string): string | null;
}
