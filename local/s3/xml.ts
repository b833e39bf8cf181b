export type XmlContent = string | number | boolean | readonly XmlElement[];
export type XmlElement = readonly [name: string, content: XmlContent];

const xmlText = (text: string): string =>
  text.replace(/[&<>"'\r]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Writes a document of elements without attributes, which is all that S3's answers are. */
export const xmlDocument = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element(root)}`;

function element([name, content]: XmlElement): string {
  const inner = typeof content === 'object' ? content.map(element).join('') : xmlText(String(content));
  return `<${name}>${inner}</${name}>`;
}
