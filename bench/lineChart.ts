export interface Chart {
  title: string;
  x: string;
  y: string;
  lines: Array<{ name: string; points: Array<[number, number]> }>;
}

const WIDTH = 720;
const HEIGHT = 400;
const LEFT = 60;
const RIGHT = 210;
const TOP = 46;
const BOTTOM = 54;
/** Okabe and Ito's colours, which people with any colour vision tell apart. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7'];

/** A small line chart as SVG: axes, ticks, one labelled line for each series. */
export function lineChart({ title, x, y, lines }: Chart): string {
  const all = lines.flatMap(({ points }) => points);
  const low = Math.floor((Math.min(...all.map(([, value]) => value)) - 2) / 5) * 5;
  const right = Math.ceil(Math.max(...all.map(([value]) => value)) / 5) * 5;
  const across = (value: number) => LEFT + (value / right) * (WIDTH - LEFT - RIGHT);
  const down = (value: number) => TOP + ((100 - value) / (100 - low)) * (HEIGHT - TOP - BOTTOM);
  const text = (at: [number, number], words: string, more = '') =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" ${more}>${words}</text>`;
  const parts = [
    text([LEFT, 24], title, 'font-size="16" font-weight="600"'),
    text([(LEFT + WIDTH - RIGHT) / 2, HEIGHT - 12], x, 'text-anchor="middle"'),
    text([LEFT - 10, TOP - 8], y, 'text-anchor="end"'),
  ];
  for (let value = low; value <= 100; value += 10) {
    parts.push(`<path d="M${LEFT} ${down(value).toFixed(1)}H${WIDTH - RIGHT}" stroke="#ddd"/>`);
    parts.push(text([LEFT - 10, down(value) + 4], String(value), 'text-anchor="end"'));
  }
  for (let value = 0; value <= right; value += 10) {
    parts.push(text([across(value), HEIGHT - BOTTOM + 18], String(value), 'text-anchor="middle"'));
  }
  lines.forEach(({ name, points }, index) => {
    const colour = COLOURS[index % COLOURS.length];
    const path = points.map(([a, b]) => `${across(a).toFixed(1)} ${down(b).toFixed(1)}`).join('L');
    const [lastX, lastY] = points[points.length - 1] as [number, number];
    parts.push(`<path d="M${path}" fill="none" stroke="${colour}" stroke-width="2.5"/>`);
    parts.push(text([across(lastX) + 8, down(lastY) + 4], name, `fill="${colour}"`));
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="13" fill="#333">`,
    `<title>${title}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}
