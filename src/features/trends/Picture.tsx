import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { neighbour, type Place } from './neighbour';

/** Something in a picture that leads to what it counts. */
export interface Mark extends Place {
  /** What a screen reader says, the number included. */
  label: string;
  to: string;
  /** Where a finger or a mouse hits it. */
  area: { x: number; y: number; width: number; height: number };
  drawing: ReactNode;
}

/** Room for the names of the lines. */
const LEFT = 52;
/** Before the page has measured itself. */
const USUAL_WIDTH = 640;

interface Props {
  label: string;
  /** Where its columns are narrower than this, it is scrolled. */
  leastWidth: number;
  height: number;
  /** The names of its lines, which stay where it is scrolled. */
  names: ReactNode;
  /** What does not lead anywhere: lines and the names of columns, which the labels of the marks say too. */
  backdrop(width: number): ReactNode;
  marks(width: number): readonly Mark[];
}

/**
 * A picture as wide as its place. One stop of the Tab key, in which the arrow keys go from mark to mark; each mark
 * is a link.
 */
export function Picture({ label, leastWidth, height, names, backdrop, marks }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(USUAL_WIDTH);
  const [at, setAt] = useState<string | null>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => entry && setRoom(Math.floor(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const width = Math.max(room, leastWidth);
  // The present is what is looked for first.
  useEffect(() => {
    place.current?.scrollTo({ left: width, behavior: 'instant' });
  }, [width]);
  const drawn = marks(width);
  const keyOf = ({ row, column }: Place) => `${row} ${column}`;
  const stop = drawn.find((mark) => keyOf(mark) === at) ?? drawn[0];
  const keys = (event: KeyboardEvent<SVGSVGElement>) => {
    if (!stop || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = neighbour(drawn, stop, event.key);
    if (next === null) return;
    event.preventDefault();
    event.currentTarget.querySelector<SVGAElement>(`[data-place="${keyOf(next)}"]`)?.focus();
  };
  return (
    <div className="picture">
      <svg width={LEFT} height={height} aria-hidden="true" focusable="false">
        {names}
      </svg>
      <div className="picture-columns" ref={place}>
        {/* biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset */}
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-label={label}
          onKeyDown={keys}
        >
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
          <g aria-hidden="true">{backdrop(width)}</g>
          {drawn.map((mark) => (
            <Link
              key={keyOf(mark)}
              className="mark"
              to={mark.to}
              aria-label={mark.label}
              data-place={keyOf(mark)}
              tabIndex={mark === stop ? 0 : -1}
              onFocus={() => setAt(keyOf(mark))}
            >
              <title>{mark.label}</title>
              <rect className="mark-area" {...mark.area} rx={3} />
              {mark.drawing}
            </Link>
          ))}
        </svg>
      </div>
    </div>
  );
}
