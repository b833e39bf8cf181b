import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { Dialog } from '../../components/Dialog';
import { type Command, commandsOf, matching } from './commands';
import './keyboard.css';
import { say } from '../../language/say';

/** More than these are found by typing another letter. */
const SHOWN = 12;

/** Does anything on the page by its name. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const commands = useMemo(() => commandsOf(document), []);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = matching(commands, typed).slice(0, SHOWN);
  const chosen = Math.min(at, found.length - 1);
  const run = (command: Command) => {
    onClose();
    // The dialog gives the focus back first.
    setTimeout(command.run, 0);
  };
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const command = found[chosen];
    if (step && found.length > 0) setAt((chosen + step + found.length) % found.length);
    else if (event.key === 'Enter' && command) run(command);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={say('What would you like to do?')} focusFirst={field} onClose={onClose}>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={say('Command')}
        aria-expanded={found.length > 0}
        aria-controls={`${id}list`}
        aria-activedescendant={found.length > 0 ? `${id}${chosen}` : undefined}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={keys}
      />
      <div className="command-list" role="listbox" id={`${id}list`} aria-label={say('Commands')}>
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active one
          <div
            key={command.name}
            id={`${id}${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => run(command)}
          >
            {command.name}
          </div>
        ))}
      </div>
      <p className="small soft" role="status">
        {found.length === 0 ? say('Nothing on this page is called so.') : ''}
      </p>
    </Dialog>
  );
}
