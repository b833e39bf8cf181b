/** Where something stands in a picture: its line and its column, counted from the top left. */
export interface Place {
  row: number;
  column: number;
}

/**
 * Where an arrow key leads from a place: to the next one in its line, to the nearest one of the next line that has
 * any, or to the first or last of the line. Null for other keys and where there is none.
 */
export function neighbour<P extends Place>(places: readonly P[], from: Place, key: string): P | null {
  const line = places.filter(({ row }) => row === from.row).sort((a, b) => a.column - b.column);
  switch (key) {
    case 'ArrowRight':
      return line.find(({ column }) => column > from.column) ?? null;
    case 'ArrowLeft':
      return line.findLast(({ column }) => column < from.column) ?? null;
    case 'Home':
      return line[0] ?? null;
    case 'End':
      return line.at(-1) ?? null;
    case 'ArrowDown':
      return nearest(
        places.filter(({ row }) => row > from.row),
        from,
      );
    case 'ArrowUp':
      return nearest(
        places.filter(({ row }) => row < from.row),
        from,
      );
    default:
      return null;
  }
}

function nearest<P extends Place>(places: readonly P[], from: Place): P | null {
  const away = (one: Place) => [Math.abs(one.row - from.row), Math.abs(one.column - from.column)] as const;
  return places.reduce<P | null>((best, one) => {
    if (best === null) return one;
    const [[row, column], [bestRow, bestColumn]] = [away(one), away(best)];
    return row < bestRow || (row === bestRow && column < bestColumn) ? one : best;
  }, null);
}
