import { type KeyboardEvent, useRef, useState } from 'react';
import type { Mark } from '../../../domain/incident/marks';
import type { Picture } from '../../../domain/incident/picture';
import { countInside, SHAPES } from '../../../domain/incident/shapes';
import { sayCount, translated } from '../../language/say';

/** The drawing. One mark is in the order of tabs, and the arrow keys go from it to the others. */
export function PictureDrawing({ picture, onActivate }: { picture: Picture; onActivate(mark: Mark): void }) {
  const { width, height, axis, phases, lanes, marks } = picture;
  const [wanted, setCurrent] = useState(0);
  const current = Math.min(wanted, marks.length - 1);
  const drawing = useRef<SVGSVGElement>(null);
  const goTo = (index: number) => {
    setCurrent(index);
    drawing.current?.querySelectorAll<SVGGElement>('[data-mark]')[index]?.focus();
  };
  const press = (event: KeyboardEvent, index: number) => {
    const to = target(event.key, marks, index);
    if (to !== null) goTo(to);
    else if (event.key === 'Enter' || event.key === ' ') onActivate(marks[index] as Mark);
    else return;
    event.preventDefault();
  };
  return (
    <div className="incident-scroll">
      {/* biome-ignore lint/a11y/useSemanticElements: SVG has no fieldset */}
      <svg
        ref={drawing}
        className="incident-drawing"
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={sayCount(
          marks.length,
          'The incident as a line of time, {n} mark',
          'The incident as a line of time, {n} marks',
        )}
      >
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
        <g aria-hidden="true">
          {phases.map(({ id, x, width: wide, shown }) => (
            <g key={id} className={`incident-phase-${id}`}>
              <rect className="incident-band" x={x} y={0} width={wide} height={axis.y} />
              <rect className="incident-strip" x={x} y={0} width={wide} height={4} />
              <text x={x + 4} y={17}>
                {translated(shown)}{' '}
              </text>
            </g>
          ))}
          {axis.ticks.map(({ at, x, label, isShown }) => (
            <g key={at} className="incident-tick">
              <line x1={x} x2={x} y1={22} y2={axis.y + 5} />
              {isShown && (
                <text x={x} y={axis.y + 19} textAnchor="middle">
                  {label}
                </text>
              )}
            </g>
          ))}
          {lanes.map(({ kind, label, y }) => (
            <g key={kind} className="incident-lane">
              <line x1={axis.from - 8} x2={axis.to + 8} y1={y} y2={y} />
              <text x={axis.from - 14} y={y + 4} textAnchor="end">
                {translated(label)}
              </text>
            </g>
          ))}
          <line className="incident-axis" x1={axis.from - 8} x2={axis.to + 8} y1={axis.y} y2={axis.y} />
        </g>
        {marks.map((mark, index) => (
          // biome-ignore lint/a11y/useSemanticElements: SVG has no button
          <g
            key={`${mark.kind} ${mark.x} ${mark.beyond}`}
            data-mark
            className={`incident-mark incident-mark-${mark.kind}`}
            role="button"
            tabIndex={index === current ? 0 : -1}
            aria-label={translated(mark.name)}
            transform={`translate(${mark.x} ${mark.y})`}
            onClick={() => {
              setCurrent(index);
              onActivate(mark);
            }}
            onFocus={() => setCurrent(index)}
            onKeyDown={(event) => press(event, index)}
          >
            <title>{translated(mark.name)}</title>
            <Shape mark={mark} />
          </g>
        ))}
      </svg>
    </div>
  );
}

function Shape({ mark: { kind, entries, label, x } }: { mark: Mark }) {
  return (
    <>
      <rect className="incident-halo" x={-12.5} y={-12.5} width={25} height={25} rx={5} />
      {entries.length > 1 ? (
        <>
          <rect className="incident-shape" x={-12} y={-10} width={24} height={20} rx={10} />
          <text className="incident-count" y={4} textAnchor="middle">
            {countInside(entries.length)}
          </text>
        </>
      ) : (
        <path className="incident-shape" d={SHAPES[kind]} />
      )}
      {label && (
        <text x={label.x - x} y={4} textAnchor={label.anchor}>
          {label.text}
        </text>
      )}
    </>
  );
}

/** Left and right go by time, up and down to the nearest mark of the next line; null for other keys. */
function target(key: string, marks: readonly Mark[], index: number): number | null {
  const here = marks[index];
  if (!here) return null;
  switch (key) {
    case 'ArrowRight':
      return Math.min(index + 1, marks.length - 1);
    case 'ArrowLeft':
      return Math.max(index - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return marks.length - 1;
    case 'ArrowUp':
    case 'ArrowDown': {
      const isBeyond = (y: number) => (key === 'ArrowUp' ? y < here.y : y > here.y);
      const others = [...marks.entries()].filter(([, { y }]) => isBeyond(y));
      const near = ([, { x, y }]: [number, Mark]) => Math.abs(y - here.y) * 10_000 + Math.abs(x - here.x);
      return others.sort((a, b) => near(a) - near(b))[0]?.[0] ?? index;
    }
    default:
      return null;
  }
}
