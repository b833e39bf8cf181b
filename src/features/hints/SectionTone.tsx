import type { ThemeId } from '../../../domain/themes';
import ToneList from '../../components/ToneList';
import { useDebounced } from '../../components/useDebounced';

/** Hints come when the author pauses; while he types they would only be in his way. */
const PAUSE_MS = 800;

/** Suggestions on the tone of a section, below its text. */
export default function SectionTone({ text, theme }: { text: string; theme: ThemeId }) {
  return <ToneList text={useDebounced(text, PAUSE_MS)} theme={theme} />;
}
