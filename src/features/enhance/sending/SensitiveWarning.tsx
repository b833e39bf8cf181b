import { DEFAULT_THEME, type Theme } from '../../../../domain/themes';
import { Dialog } from '../../../components/Dialog';
import { say, translated } from '../../../language/say';

interface Props {
  /** Such as "harm to people". */
  about: string;
  /** The voice that was chosen. */
  theme: Theme;
  onCalm(): void;
  onGoOn(): void;
  onClose(): void;
}

/** Asked before a section that nobody should joke about is enhanced in the voice that jokes. */
export function SensitiveWarning({ about, theme, onCalm, onGoOn, onClose }: Props) {
  return (
    <Dialog title={say('This section is about {about}', { about: translated(about) })} onClose={onClose}>
      <p>
        {say(
          'Those who were affected may read this. The {label} voice is darkly funny; this may not be the place.',
          { label: translated(theme.label) },
        )}
      </p>
      <div className="row">
        <button type="button" className="button button-primary" onClick={onCalm}>
          {say('Use {label} instead', { label: translated(DEFAULT_THEME.label) })}
        </button>
        <button type="button" className="button" onClick={onGoOn}>
          {say('Go on in {label}', { label: translated(theme.label) })}
        </button>
        <button type="button" className="button button-quiet" onClick={onClose}>
          {say('Cancel')}
        </button>
      </div>
    </Dialog>
  );
}
