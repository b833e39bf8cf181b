import { pick, type Random, shuffled } from './factsCorpus';

/** A change of form that leaves every fact as it was. */
type Edit = (text: string, random: Random) => string;

/** What no edit may touch: code, quotations, addresses and links. */
const LITERAL = /```[\s\S]*?```|`[^`\n]*`|"[^"\n]*"|“[^”\n]*”|https?:\/\/\S+|\S+@\S+/g;

/** Replaces outside literals only. */
export function outside(text: string, pattern: RegExp, replace: (...match: string[]) => string): string {
  let result = '';
  let at = 0;
  for (const literal of text.matchAll(LITERAL)) {
    result += text.slice(at, literal.index).replace(pattern, replace as never) + literal[0];
    at = literal.index + literal[0].length;
  }
  return result + text.slice(at).replace(pattern, replace as never);
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

const halfDay: Edit = (text) =>
  outside(
    text,
    /(?<![\d:.-])([01]?\d|2[0-3]):([0-5]\d)(?![\d:]|\**\s?[AP]M|\**\s?[ap]\.?m)/g,
    (_, hours, minutes) => {
      const hour = Number(hours);
      return `${hour % 12 || 12}:${minutes} ${hour < 12 ? 'AM' : 'PM'}`;
    },
  );
const wholeDay: Edit = (text) =>
  outside(
    text,
    /(?<![\d:.])(\d{1,2}):(\d\d) ([AP])M\b/g,
    (_, hours, minutes, half) =>
      `${String((Number(hours) % 12) + (half === 'P' ? 12 : 0)).padStart(2, '0')}:${minutes}`,
  );
const durations: Edit = (text, random) => {
  const style = Math.floor(random() * 3);
  const minutes = (total: number) =>
    style === 0
      ? `${total} minutes`
      : style === 1 && total % 30 === 0
        ? `${total / 60} h`
        : `${Math.floor(total / 60)}h ${total % 60}m`;
  const compound = /(?<![\w.])(\d+)\s?(?:hours?|h)(?:,? and)? (\d+)\s?(?:minutes?|mins?|m)\b/g;
  const simple = /(?<![\w.-])(\d+)[ -]?(?:minutes?|mins?)\b/g;
  return outside(
    outside(text, compound, (_, h, m) => `${Number(h) * 60 + Number(m)} min`),
    simple,
    (_, m) => minutes(Number(m)),
  );
};
const ungrouped: Edit = (text) =>
  outside(text, /(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/g, (number) => number.replaceAll(',', ''));
const grouped: Edit = (text) =>
  outside(text, /(?<![\w.,/:#-])\d{5,6}(?= [a-z])/g, (number) => Number(number).toLocaleString('en'));
const words: Edit = (text) =>
  outside(text, /(?<![\w.,:/$€-])(\d{1,2})(?= [a-z]{4,}s\b)/g, (whole) => WORDS[Number(whole)] ?? whole);
const figures: Edit = (text) =>
  outside(text, /(?<![\w-])(two|three|four|five|six|seven|eight|nine)(?= [a-z]{3,})/g, (word) =>
    String(WORDS.indexOf(word)),
  );
const dates: Edit = (text, random) => {
  const style = Math.floor(random() * 4);
  return outside(text, /(?<![\w-])(20\d\d)-(\d\d)-(\d\d)(?![\w-])/g, (_, year, month, day) => {
    const name = MONTHS[Number(month) - 1] as string;
    if (style === 0) return `${Number(day)} ${name} ${year}`;
    if (style === 1) return `${name.slice(0, 3)} ${Number(day)}, ${year}`;
    if (style === 2) return `${day}/${month}/${year}`;
    return `${name} ${Number(day)}th, ${year}`
      .replace(/([023])1th/, '$11st')
      .replace(/(?<!1)1th/, '1st')
      .replace(/(?<!1)2th/, '2nd')
      .replace(/(?<!1)3th/, '3rd');
  });
};
const bulletsToProse: Edit = (text) =>
  text
    .split(/\n{2,}/)
    .map((block) => block.replace(/(^|\n)\s*[-*] +/g, '$1'))
    .map((block) =>
      block.includes('|') || block.includes('```')
        ? block
        : block.replace(/([^.:!?\n])\n(?=\S)/g, '$1. ').replace(/\n/g, ' '),
    )
    .join('\n\n');
const proseToBullets: Edit = (text) =>
  text
    .split('\n')
    .map((line) =>
      /^[\s|#>-]|`|^\d/.test(line) ? line : line.replace(/(?<=[a-z)%][.!?]) (?=[A-Z])/g, '\n- '),
    )
    .join('\n');
const numbered: Edit = (text) => {
  let number = 0;
  return text.replace(/^(\s*)[-*] +/gm, (_all, indent: string) => {
    number += 1;
    return `${indent}${number}. `;
  });
};
const reordered: Edit = (text, random) =>
  text.replace(/(?:^- [^\n]*(?:\n {2,}[^\n]*)*(?:\n|$)){2,}/gm, (list) => {
    const items = list.replace(/\n$/, '').split(/\n(?=- )/);
    return `${shuffled(random, items).join('\n')}${list.endsWith('\n') ? '\n' : ''}`;
  });
const decorated: Edit = (text) =>
  outside(text, /^((?:- )?)([A-Z][A-Za-z ]{3,30}):(?=\s)/gm, (_, bullet, label) => `${bullet}**${label}:**`);
const bold: Edit = (text) =>
  outside(text, /(?<![\w.:*/-])(\d{1,2}:\d{2}|\d+%)(?![\w:%])/g, (_, value) => `**${value}**`);
const typographic: Edit = (text) =>
  text
    .split(/(```[\s\S]*?```|`[^`\n]*`)/)
    .map((part) => (part.startsWith('`') ? part : curled(part)))
    .join('');
const curled = (text: string): string =>
  text
    .replace(/ - /g, ' — ')
    .replace(/(?<=\w)'(?=\w)/g, '’')
    .replace(/"([^"\n]*)"/g, '“$1”')
    .replace(/(\d) (%|GB|ms|min)/g, '$1\u00a0$2');
const headed: Edit = (text) =>
  `## Summary\n\n${text}\n\n[TODO: who was on call, and were more than 40 % of users affected?]`;
const wrapped: Edit = (text) =>
  text
    .split('\n')
    .map((line) =>
      /^[|#`]/.test(line) || line.includes('`') ? line : line.replace(/(.{50,72}\S) (?=[a-zA-Z])/g, '$1\n  '),
    )
    .join('\n');
const tabled: Edit = (text) =>
  text.replace(
    /(?:^(?:- )?(?:20\d\d-\d\d-\d\d )?\*{0,2}\d{1,2}:\d\d\*{0,2}(?: [AP]M)?(?: UTC)?(?::| -) [^\n|]*(?:\n|$)){2,}/gm,
    (list) => {
      const rows = list
        .trim()
        .split('\n')
        .map((line) =>
          line.replace(/^(?:- )?(.*?\d:\d\d\*{0,2}(?: [AP]M)?(?: UTC)?)(?::| -) (.*)$/, '| $1 | $2 |'),
        );
      return `\n| Time | Event |\n| --- | --- |\n${rows.join('\n')}\n\n`;
    },
  );
const dateOnce: Edit = (text) => {
  const days = [...text.matchAll(/^- (20\d\d-\d\d-\d\d) \d\d:\d\d/gm)].map(([, day]) => day as string);
  const day = days[0];
  if (!day || days.some((other) => other !== day)) return text;
  const first = text.indexOf(`- ${day}`);
  return `${text.slice(0, first)}**${day}**\n\n${text.slice(first).replaceAll(`- ${day} `, '- ')}`;
};

export const EDITS: Record<string, Edit> = {
  halfDay,
  wholeDay,
  durations,
  ungrouped,
  grouped,
  words,
  figures,
  dates,
  bulletsToProse,
  proseToBullets,
  numbered,
  reordered,
  decorated,
  bold,
  typographic,
  headed,
  wrapped,
  tabled,
  dateOnce,
};

/** Between one and four edits, one after the other, and their names. */
export function reformatted(text: string, random: Random): { text: string; by: string[] } {
  const by: string[] = [];
  let result = text;
  for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1) {
    const name = pick(random, Object.keys(EDITS));
    if (by.includes(name)) continue;
    const next = (EDITS[name] as Edit)(result, random);
    if (next === result) continue;
    result = next;
    by.push(name);
  }
  return { text: result, by };
}
