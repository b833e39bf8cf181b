// Runs before the first paint, so that nobody sees the wrong theme flash. A file of its own and not inline:
// the content security policy allows scripts from this origin only.
(() => {
  let theme = 'professional';
  try {
    if (localStorage.getItem('nevermore.theme') === 'addams') theme = 'addams';
  } catch {
    // Storage is switched off: the first theme it is.
  }
  document.documentElement.dataset.theme = theme;
  const font = document.getElementById('display-font');
  if (font && theme === 'addams') font.rel = 'preload';
})();
