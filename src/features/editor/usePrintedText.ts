import { type RefObject, useEffect } from 'react';

/**
 * While the page is printed, each text that no Markdown formats stands beside its field (`theme/print.css`): a field is
 * one piece, which a sheet cannot break, and would be pushed whole onto the next one.
 */
export function usePrintedText(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const plain = () =>
      page.current?.querySelectorAll<HTMLTextAreaElement>('.writing:not([data-formatted]) > textarea') ?? [];
    const show = () => {
      for (const field of plain()) field.parentElement?.setAttribute('data-printed', field.value);
    };
    const forget = () => {
      for (const field of plain()) field.parentElement?.removeAttribute('data-printed');
    };
    window.addEventListener('beforeprint', show);
    window.addEventListener('afterprint', forget);
    return () => {
      window.removeEventListener('beforeprint', show);
      window.removeEventListener('afterprint', forget);
    };
  }, [page]);
}
