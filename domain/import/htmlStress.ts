export const STRESSABLE = new Set('b strong i em code s del strike span'.split(' '));

/** Words that stand out, from where in the line on. Without a mark they only look as they do. */
export interface Stress {
  name: string;
  mark: string;
  at: number;
}

/** How Markdown stresses what HTML does; by its style too, which is how document editors say it. */
export function markOf(name: string, style: string): string {
  if (/^(?:s|del|strike)$/.test(name)) return '~~';
  if (name === 'code') return '`';
  const weight = /(?<![\w-])font-weight\s*:\s*(\w+)/i.exec(style)?.[1];
  if (weight ? /^(?:bold|[6-9]00)$/i.test(weight) : /^(?:b|strong)$/.test(name)) return '**';
  const slant = /(?<![\w-])font-style\s*:\s*(\w+)/i.exec(style)?.[1];
  return (slant ? /^(?:italic|oblique)$/i.test(slant) : /^(?:i|em)$/.test(name)) ? '*' : '';
}
