import { useState } from 'react';
import type { Material } from '../../../../domain/enhancement/material';
import type { AnsweringModels } from '../../../../domain/enhancement/modelRoles';
import type { DocumentSoFar } from '../../../../domain/questions';
import type { Section } from '../../../../domain/sections';
import { prepareForSending } from '../../../../domain/sending';
import { isBlank } from '../../../../domain/text';
import type { ThemeId } from '../../../../domain/themes';
import { Dialog } from '../../../components/Dialog';
import { count } from '../amounts';
import { whoDrafts } from '../names';
import { heldValues } from '../sending/held';
import PromptsDialog from '../sending/PromptsDialog';

const AND = new Intl.ListFormat('en', { type: 'conjunction' });

interface Props {
  section: Section;
  theme: ThemeId;
  text: string;
  document: DocumentSoFar;
  models: AnsweringModels;
  material: Material;
  /** "the timeline", or "the other sections". */
  from: string;
  onBuild(): void;
  onClose(): void;
}

/** Shows what a section will be drafted from, before it is. */
export default function BuildDialog(props: Props) {
  const { section, theme, text, document, models, material, from, onBuild, onClose } = props;
  const [reading, setReading] = useState(false);
  const name = section.label.toLowerCase();
  const sending = prepareForSending(text, material.text);
  const held = heldValues(sending).length;
  if (reading) {
    return (
      <PromptsDialog
        section={section}
        theme={theme}
        document={document}
        models={models}
        sending={sending}
        onClose={() => setReading(false)}
      />
    );
  }
  return (
    <Dialog title={`Build ${name} from ${from}`} isWide onClose={onClose}>
      <p>
        It is drafted from {AND.format(material.parts)}. Every number, time and name in a draft is checked
        against all of this{isBlank(text) ? '' : ', and what you have written here stays'}.
      </p>
      {material.left.length > 0 && (
        <p className="message message-warn">There is no room for {AND.format(material.left)}.</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by the keyboard */}
      <section className="prompt-part" tabIndex={0} aria-label="What it is drafted from">
        <pre className="prompt" dir="auto">
          {sending.material}
        </pre>
      </section>
      <p className="small soft">
        {held > 0 &&
          `${count(held, 'value')} ${held === 1 ? 'is' : 'are'} held back before a model sees this. `}
        {whoDrafts(models)}
      </p>
      <div className="row">
        <button type="button" className="button button-primary" onClick={onBuild}>
          Build {name}
        </button>
        <button type="button" className="button" onClick={() => setReading(true)}>
          Prompts
        </button>
        <button type="button" className="button button-quiet" onClick={onClose}>
          Cancel
        </button>
      </div>
    </Dialog>
  );
}
