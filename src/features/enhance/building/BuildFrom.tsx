import { Suspense, useMemo, useState } from 'react';
import { materialFor, TIMELINE_PART } from '../../../../domain/enhancement/material';
import type { AnsweringModels } from '../../../../domain/enhancement/modelRoles';
import type { DocumentSoFar } from '../../../../domain/questions';
import type { Section } from '../../../../domain/sections';
import type { ThemeId } from '../../../../domain/themes';
import { lazily } from '../../../components/lazily';
import { say, translated } from '../../../language/say';
import { saying } from '../../../language/saying';

const BuildDialog = lazily(() => import('./BuildDialog'));

interface Props {
  section: Section;
  theme: ThemeId;
  text: string;
  document: DocumentSoFar;
  models: AnsweringModels;
  onBuild(material: string): void;
}

/** Offers to draft a section from what stands in the rest of the document; nothing where that is empty. */
export default function BuildFrom({ section, theme, text, document, models, onBuild }: Props) {
  const [isOpen, setOpen] = useState(false);
  const material = useMemo(() => materialFor(section.id, document), [section.id, document]);
  if (material.text === '') return null;
  const from = material.parts.includes(TIMELINE_PART) ? say('the timeline') : say('the other sections');
  return (
    <>
      <button type="button" className="button button-quiet button-small" onClick={() => setOpen(true)}>
        <span>
          {saying('Build{name} from {from}', {
            name: <span className="visually-hidden"> {translated(section.label).toLowerCase()}</span>,
            from,
          })}
        </span>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <BuildDialog
            section={section}
            theme={theme}
            text={text}
            document={document}
            models={models}
            material={material}
            from={from}
            onBuild={() => {
              setOpen(false);
              onBuild(material.text);
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
