/** Something that can be done on the page, by the name that its control has. */
export interface Command {
  name: string;
  run(): void;
}

/** What can be pressed or followed. What is in a closed menu is there, and what is disabled is not. */
const CONTROLS = 'button:not([disabled]):not([aria-disabled="true"]), a[href], summary';

const nameOf = (control: Element): string =>
  (control.getAttribute('aria-label') ?? control.textContent ?? '').replace(/\s+/g, ' ').trim();

/**
 * Everything that can be done on a page, in its order, each name once. Reading it from the page keeps it
 * complete: a new button is in the list without knowing of it.
 */
export function commandsOf(page: ParentNode): Command[] {
  const found = new Map<string, Command>();
  for (const control of page.querySelectorAll<HTMLElement>(CONTROLS)) {
    const name = nameOf(control);
    if (name === '' || found.has(name) || control.closest('dialog, [inert], [hidden]')) continue;
    found.set(name, {
      name,
      run: () => {
        control.scrollIntoView({ block: 'center' });
        control.focus();
        control.click();
      },
    });
  }
  return [...found.values()];
}

/** The commands whose names have all the typed words, those first that begin with all of it, then with its first word. */
export function matching(commands: readonly Command[], typed: string): Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const beginnings = [words.join(' '), words[0] ?? ''];
  const rank = ({ name }: Command) => {
    const place = beginnings.findIndex((each) => name.toLowerCase().startsWith(each));
    return place < 0 ? beginnings.length : place;
  };
  return commands
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .sort((a, b) => rank(a) - rank(b));
}
