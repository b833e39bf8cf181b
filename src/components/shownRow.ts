import { useEffect, useRef } from 'react';

const SHOW_ROW = 'nevermore:show-row';

/** Asks the list of rows with this name ("timeline entry") to show one (from 0) and to give it the focus. */
export const showRow = (list: string, row: number): void =>
  void window.dispatchEvent(new CustomEvent(SHOW_ROW, { detail: { list, row } }));

/** Shows a row of this list when another part of the page asks for it, whatever part of the list is on the screen. */
export function useShownRow(list: string, show: (row: number) => void): void {
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    const listen = (event: Event) => {
      const { detail } = event as CustomEvent<{ list: string; row: number }>;
      if (detail.list === list) latest.current(detail.row);
    };
    window.addEventListener(SHOW_ROW, listen);
    return () => window.removeEventListener(SHOW_ROW, listen);
  }, [list]);
}
