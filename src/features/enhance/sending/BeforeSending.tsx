import { Suspense, useMemo, useState } from 'react';
import type { AnsweringModels } from '../../../../domain/enhancement/modelRoles';
import { looksLikeInstruction } from '../../../../domain/invisible/looksLikeInstruction';
import type { DocumentSoFar } from '../../../../domain/questions';
import type { Section } from '../../../../domain/sections';
import { prepareForSending } from '../../../../domain/sending';
import type { ThemeId } from '../../../../domain/themes';
import { lazily } from '../../../components/lazily';
import { useDebounced } from '../../../components/useDebounced';
import { say, sayCount, translated } from '../../../language/say';

import { selfPreference, whoDrafts } from '../names';
import { namedBeside } from './namedBeside';

const PromptsDialog = lazily(() => import('./PromptsDialog'));

/** Secrets are looked for once the author pauses, not with every key. */
const PAUSE_MS = 400;

/**
 * Beside "Enhance": who will draft, what is held back before a model sees the text, and the prompts, one
 * click away. While rules draft nothing is sent, so there is a preview only of what would be held back.
 */
export default function BeforeSending(props: {
  section: Section;
  theme: ThemeId;
  text: string;
  document: DocumentSoFar;
  models: AnsweringModels;
}) {
  const { section, theme, text, document, models } = props;
  const [previewing, setPreviewing] = useState(false);
  const rested = useDebounced(text, PAUSE_MS);
  const quiet = useDebounced(document, PAUSE_MS);
  const sending = useMemo(
    () => prepareForSending(rested, null, namedBeside(quiet, [rested])),
    [rested, quiet],
  );
  const suspicions = useMemo(() => looksLikeInstruction(rested), [rested]);
  const { held } = sending;
  const warning = selfPreference(models);
  return (
    <>
      <span className="small soft">{whoDrafts(models)}</span>
      {(held.length > 0 || !models.offline) && (
        <button
          type="button"
          className="button button-quiet button-small"
          onClick={() => setPreviewing(true)}
        >
          {held.length > 0 ? say('Preview exactly what is sent to a model') : say('Prompts')}
          <span className="visually-hidden">
            {' '}
            {say('for {label}', { label: translated(section.label).toLowerCase() })}
          </span>
        </button>
      )}
      {warning && <span className="small verdict-warning">{warning}</span>}
      <span className="small soft" role="status">
        {held.length > 0 &&
          `${sayCount(held.length, '{n} value is held back before a model sees this.', '{n} values are held back before a model sees this.')} `}
        {sending.invisible > 0 &&
          `${sayCount(sending.invisible, '{n} invisible character left out.', '{n} invisible characters left out.')} `}
        {suspicions.length > 0 &&
          say('“{value}” reads like an order to a model; it is sent as text to edit, nothing more.', {
            value: suspicions[0]?.value ?? '',
          })}
      </span>
      {previewing && (
        <Suspense fallback={null}>
          <PromptsDialog
            section={section}
            theme={theme}
            document={document}
            models={models}
            text={text}
            material={null}
            onClose={() => setPreviewing(false)}
          />
        </Suspense>
      )}
    </>
  );
}
