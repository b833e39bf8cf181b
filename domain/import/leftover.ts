/** A piece of a document that no field is for. */
export interface Leftover {
  name: string;
  /** As it is kept in the document. */
  markdown: string;
}
