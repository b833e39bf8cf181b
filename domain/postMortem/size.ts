/** How much of a database's item a document, or a part of it, takes: bytes of its texts as they are stored. */
export const documentBytes = (content: object): number =>
  new TextEncoder().encode(JSON.stringify(content)).length;
