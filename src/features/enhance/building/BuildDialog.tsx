import { useState } from 'react';
import type { Material } from '../../../../domain/enhancement/material';
import type { AnsweringModels } from '../../../../domain/enhancement/modelRoles';
import type { DocumentSoFar } from '../../../../domain/questions';
import type { Section } from '../../../../domain/sections';
import { prepareForSending } from '../../../../domain/sending';
import { isBlank } from '../../../../domain/text';
import type { ThemeId } from '../../../../domain/themes';
import { Dialog } from '../../../components/Dialog';
import { listed } from '../../../language/formats';
import { say, sayCount, translated } from '../../../language/say';
import { whoDrafts } from '../names';
import { namedBeside } from '../sending/namedBeside';
import PromptsDialog from '../sending/PromptsDialog';

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
  const name = translated(section.label).toLowerCase();
  const sending = prepareForSending(text, material.text, namedBeside(document, [text, material.text]));
  const held = sending.held.length;
  if (reading) {
    return (
      <PromptsDialog
        section={section}
        theme={theme}
        document={document}
        models={models}
        text={text}
        material={material.text}
        onClose={() => setReading(false)}
      />
    );
  }
  return (
    <Dialog title={say('Build {name} from {from}', { name, from })} isWide onClose={onClose}>
      <p>
        {say(
          isBlank(text)
            ? 'It is drafted from {parts}. Every number, time and name in a draft is checked against all of this.'
            : 'It is drafted from {parts}. Every number, time and name in a draft is checked against all of this, and what you have written here stays.',
          { parts: listed(material.parts.map(translated)) },
        )}
      </p>
      {material.left.length > 0 && (
        <p className="message message-warn">
          {say('There is no room for {left}.', { left: listed(material.left.map(translated)) })}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by the keyboard */}
      <section className="prompt-part" tabIndex={0} aria-label={say('What it is drafted from')}>
        <pre className="prompt" dir="auto">
          {sending.material}
        </pre>
      </section>
      <p className="small soft">
        {held > 0 &&
          `${sayCount(held, '{n} value is held back before a model sees this.', '{n} values are held back before a model sees this.')} `}
        {whoDrafts(models)}
      </p>
      <div className="row">
        <button type="button" className="button button-primary" onClick={onBuild}>
          {say('Build {name}', { name })}
        </button>
        <button type="button" className="button" onClick={() => setReading(true)}>
          {say('Prompts')}
        </button>
        <button type="button" className="button button-quiet" onClick={onClose}>
          {say('Cancel')}
        </button>
      </div>
    </Dialog>
  );
}
