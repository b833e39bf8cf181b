import { Dialog } from '../../../components/Dialog';

interface Props {
  /** Such as "harm to people". */
  about: string;
  onProfessional(): void;
  onAddams(): void;
  onClose(): void;
}

/** Asked before a section that nobody should joke about is enhanced in the voice that jokes. */
export function SensitiveWarning({ about, onProfessional, onAddams, onClose }: Props) {
  return (
    <Dialog title={`This section is about ${about}`} onClose={onClose}>
      <p>
        Those who were affected may read this. The Addams voice is darkly funny; this may not be the place.
      </p>
      <div className="row">
        <button type="button" className="button button-primary" onClick={onProfessional}>
          Use Professional instead
        </button>
        <button type="button" className="button" onClick={onAddams}>
          Go on in Addams
        </button>
        <button type="button" className="button button-quiet" onClick={onClose}>
          Cancel
        </button>
      </div>
    </Dialog>
  );
}
