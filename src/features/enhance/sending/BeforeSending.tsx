import { lazy, Suspense, useMemo, useState } from 'react';
import { looksLikeInstruction } from '../../../../domain/invisible/looksLikeInstruction';
import type { Section } from '../../../../domain/sections';
import { prepareForSending } from '../../../../domain/sending';
import type { ThemeId } from '../../../../domain/themes';
import { useDebounced } from '../../../components/useDebounced';
import { count } from '../amounts';
import { heldValues } from './held';

const PromptsDialog = lazy(() => import('./PromptsDialog'));

/** Secrets are looked for once the author pauses, not with every key. */
const PAUSE_MS = 400;

/** Beside "Enhance": what is held back before a model sees the text, and the prompts, one click away. */
export default function BeforeSending(props: { section: Section; theme: ThemeId; text: string }) {
  const { section, theme, text } = props;
  const [previewing, setPreviewing] = useState(false);
  const rested = useDebounced(text, PAUSE_MS);
  const sending = useMemo(() => prepareForSending(rested), [rested]);
  const suspicions = useMemo(() => looksLikeInstruction(rested), [rested]);
  const held = heldValues(sending);
  return (
    <>
      <button type="button" className="button button-quiet button-small" onClick={() => setPreviewing(true)}>
        {held.length > 0 ? 'Preview exactly what is sent' : 'Prompts'}
        <span className="visually-hidden"> for {section.label.toLowerCase()}</span>
      </button>
      <span className="small soft" role="status">
        {held.length > 0 &&
          `${count(held.length, 'value')} ${held.length === 1 ? 'is' : 'are'} held back before a model sees this. `}
        {sending.invisible > 0 && `${count(sending.invisible, 'invisible character')} left out. `}
        {suspicions.length > 0 &&
          `“${suspicions[0]?.value}” reads like an order to a model; it is sent as text to edit, nothing more.`}
      </span>
      {previewing && (
        <Suspense fallback={null}>
          <PromptsDialog
            section={section}
            theme={theme}
            sending={prepareForSending(text)}
            onClose={() => setPreviewing(false)}
          />
        </Suspense>
      )}
    </>
  );
}
