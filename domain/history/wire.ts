/** A JSON text's escape: of a control character by its number, or any other. */
const ESCAPE = /\\(?:u00([01][0-9a-f])|.)/gs;

/**
 * A value as JSON in which control characters stand as they are: the six bytes of an escape would let a document
 * that fills an item of DynamoDB outgrow the item of its revision. `fromWire` reads it.
 */
export const toWire = (value: unknown): string =>
  JSON.stringify(value).replace(ESCAPE, (written, digits?: string) =>
    digits === undefined ? written : String.fromCharCode(Number.parseInt(digits, 16)),
  );

/** @throws SyntaxError for what `toWire` did not write */
export const fromWire = (text: string): unknown =>
  JSON.parse(
    text.replace(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
