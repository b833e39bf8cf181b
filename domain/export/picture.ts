import type { TimedDocument } from '../incident/moments';
import { type Picture, pictureOf } from '../incident/picture';
import { countInside, SHAPES } from '../incident/shapes';
import { escapeMarkup } from './markup';

/** How the picture looks, for a page that takes styles; both schemes. */
export const PICTURE_STYLE = `
figure { margin: 1rem 0; overflow-x: auto; --c: #555; --undetected: #b3261e; --unmitigated: #8a5a00; --unresolved: #1a6334; --open: #555; --trigger: #b3261e; --detection: #8a5a00; --escalation: #a34a00; --keyMoment: #14564c; --mitigation: #1b6fd0; --resolution: #1a6334; --other: #555; --fact: #222; }
@media (prefers-color-scheme: dark) { figure { --c: #aaa; --undetected: #ff8a80; --unmitigated: #f0b95c; --unresolved: #8fd19e; --open: #aaa; --trigger: #ff8a80; --detection: #f0b95c; --escalation: #ff9f5a; --keyMoment: #6fd3c0; --mitigation: #82b6ff; --resolution: #8fd19e; --other: #aaa; --fact: #eee; } }
figure svg { display: block; width: 100%; min-width: 40rem; font: 12px system-ui, sans-serif; }
figure text { fill: currentColor; }
figure line { stroke: var(--c); opacity: 0.4; }
figure .count { fill: Canvas; font-weight: 600; }
figure .band { opacity: 0.14; }
${['undetected', 'unmitigated', 'unresolved', 'open', 'trigger', 'detection', 'escalation', 'keyMoment', 'mitigation', 'resolution', 'other', 'fact'].map((name) => `figure .${name} { fill: var(--${name}); }`).join('\n')}
@media print { figure { overflow: visible; break-inside: avoid; } figure svg { min-width: 0; } }
`;

/** The picture of an incident as markup that loads, runs and links nothing; empty where there is nothing to draw. */
export function pictureMarkup(document: TimedDocument): string {
  const picture = pictureOf(document);
  if (!picture) return '';
  return `<figure>\n${drawing(picture)}\n</figure>\n`;
}

/** Its phases in words, and the clocks; what happened stands in the table below. Nothing of it is outside the drawing, so that nothing is read back. */
const captionsOf = ({ phases, days, zone }: Picture): string[] => [
  phases.map(({ label, words }) => `${label}: ${words}.`).join(' '),
  `${days}, times in ${zone}.`,
];

function drawing(picture: Picture): string {
  const { width, height, axis, phases, lanes, marks } = picture;
  const parts = [
    ...phases.map(
      ({ id, x, width: wide, shown }) =>
        `<rect class="band ${id}" x="${round(x)}" y="0" width="${round(wide)}" height="${axis.y}"/>` +
        `<rect class="${id}" x="${round(x)}" y="0" width="${round(wide)}" height="4"/>` +
        text(x + 4, 17, shown),
    ),
    ...axis.ticks.map(
      ({ x, label, isShown }) =>
        line(x, 22, x, axis.y + 5) + (isShown ? text(x, axis.y + 19, label, 'middle') : ''),
    ),
    ...lanes.map(
      ({ label, y }) => line(axis.from - 8, y, axis.to + 8, y) + text(axis.from - 14, y + 4, label, 'end'),
    ),
    line(axis.from - 8, axis.y, axis.to + 8, axis.y),
    ...marks.map(({ kind, x, y, entries, name, label }) => {
      const shape =
        entries.length > 1
          ? `<rect class="${kind}" x="-12" y="-10" width="24" height="20" rx="10"/>` +
            `<text class="count" y="4" text-anchor="middle">${countInside(entries.length)}</text>`
          : `<path class="${kind}" d="${SHAPES[kind]}"/>`;
      return `<g transform="translate(${round(x)} ${round(y)})"><title>${escapeMarkup(name)}</title>${shape}${label ? text(label.x - x, 4, label.text, label.anchor) : ''}</g>`;
    }),
  ];
  const captions = captionsOf(picture).filter((each) => each !== '');
  const told = captions.map((each, index) => text(axis.from - 8, height + 14 + 17 * index, each));
  const label = escapeMarkup(['Picture of the incident.', ...captions].join(' '));
  const box = `0 0 ${width} ${height + 5 + 17 * captions.length}`;
  return `<svg viewBox="${box}" role="img" aria-label="${label}">\n${[...parts, ...told].join('\n')}\n</svg>`;
}

const round = (value: number): string => `${Math.round(value * 10) / 10}`;

const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"/>`;

const text = (x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end' = 'start'): string =>
  words === ''
    ? ''
    : `<text x="${round(x)}" y="${round(y)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escapeMarkup(words)}</text>`;
