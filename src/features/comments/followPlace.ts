import { type Where, whereInPage } from './placesInPage';

/** Scrolling and the focus rest for a moment before they say where somebody is. */
const RESTS_MS = 400;

/** Tells where in the document this person is, now and whenever they move on. Returns what ends that. */
export function followPlace(tell: (where: Where) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => tell(whereInPage()), RESTS_MS);
  };
  document.addEventListener('focusin', soon);
  document.addEventListener('focusout', soon);
  window.addEventListener('scroll', soon, { passive: true });
  soon();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('focusin', soon);
    document.removeEventListener('focusout', soon);
    window.removeEventListener('scroll', soon);
  };
}
