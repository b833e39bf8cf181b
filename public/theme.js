// Runs before the first paint, so that nobody sees the wrong theme flash. A file of its own and not inline:
// the content security policy allows scripts from this origin only.
(() => {
  const { dataset } = document.documentElement;
  try {
    // The page puts right what is no theme (any more); until then it looks like the first one.
    dataset.theme = localStorage.getItem('nevermore.theme') ?? dataset.theme;
  } catch {
    // Storage is switched off: the first theme it is.
  }
  for (const font of document.querySelectorAll('link[data-font-of]')) {
    if (font.dataset.fontOf === dataset.theme) font.rel = 'preload';
  }
})();
