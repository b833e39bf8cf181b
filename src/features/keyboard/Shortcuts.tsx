import { Dialog } from '../../components/Dialog';
import './keyboard.css';
import type { Wording } from '../../language/italian';
import { say, translated } from '../../language/say';

const COMMAND = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

const SHORTCUTS: ReadonlyArray<readonly [keys: readonly string[], does: Wording]> = [
  [[COMMAND, 'K'], 'Do anything on this page by its name'],
  [[COMMAND, 'Enter'], 'Enhance the section you are writing'],
  [[COMMAND, 'B'], 'Bold; with I instead, italic'],
  [[COMMAND, 'Shift', 'V'], 'Paste without formatting'],
  [[COMMAND, 'Click'], 'Follow a link in a section'],
  [['?'], 'Show this list, while you are not writing'],
  [['Esc'], 'Close a question or a menu'],
  [['Tab'], 'Go to the next control; everything can be reached so'],
];

/** Which keys do what. */
export default function Shortcuts({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={say('Keyboard shortcuts')} onClose={onClose}>
      <dl className="shortcuts">
        {SHORTCUTS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{translated(key)}</kbd>
              ))}
            </dt>
            <dd>{say(does)}</dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <button type="button" className="button" onClick={onClose}>
          {say('Close')}
        </button>
      </div>
    </Dialog>
  );
}
