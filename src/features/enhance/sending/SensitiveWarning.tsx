import { DEFAULT_THEME, type Theme } from '../../../../domain/themes';
import { Dialog } from '../../../components/Dialog';

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
    <Dialog title={`This section is about ${about}`} onClose={onClose}>
      <p>
        Those who were affected may read this. The {theme.label} voice is darkly funny; this may not be the
        place.
      </p>
      <div className="row">
        <button type="button" className="button button-primary" onClick={onCalm}>
          Use {DEFAULT_THEME.label} instead
        </button>
        <button type="button" className="button" onClick={onGoOn}>
          Go on in {theme.label}
        </button>
        <button type="button" className="button button-quiet" onClick={onClose}>
          Cancel
        </button>
      </div>
    </Dialog>
  );
}
