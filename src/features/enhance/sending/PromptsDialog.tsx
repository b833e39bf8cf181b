import { useEffect, useState } from 'react';
import { type AnsweringModels, DRAFTERS } from '../../../../domain/enhancement/modelRoles';
import { houseRulesOf } from '../../../../domain/memory/houseRules';
import { type DocumentSoFar, openQuestions } from '../../../../domain/questions';
import type { Section } from '../../../../domain/sections';
import { hideRequest } from '../../../../domain/sending/request';
import { composed } from '../../../../domain/sending/sendable';
import { isBlank } from '../../../../domain/text';
import { type ThemeId, themeById } from '../../../../domain/themes';
import { draftPrompt, type Prompt } from '../../../../lambda/prompts/draft';
import { judgePrompt } from '../../../../lambda/prompts/judge';
import { Dialog } from '../../../components/Dialog';
import { explain } from '../../../data/errors';
import { useServices } from '../../../data/services';
import { listed } from '../../../language/formats';
import { numberWords, say, translated } from '../../../language/say';
import { saying } from '../../../language/saying';
import { namedBeside } from './namedBeside';

interface Props {
  section: Section;
  theme: ThemeId;
  text: string;
  /** What else it is drafted from; null when there is nothing. */
  material: string | null;
  /** What else is known, which nobody is asked for again. */
  document: DocumentSoFar;
  models: AnsweringModels;
  onClose(): void;
}

/** What the drafters and the judge are sent, word for word, and what is not sent. */
export default function PromptsDialog({ section, theme, text, document, models, onClose, ...props }: Props) {
  const rules = useHouseRules();
  const houseRules = rules.kind === 'read' ? rules.rules : [];
  const questions = openQuestions({ section: section.id, text, document });
  // As a run is started with it.
  const named = namedBeside(document, [text, props.material ?? '', ...questions, ...houseRules]);
  const { held, ...sent } = hideRequest({
    source: text,
    material: props.material,
    questions,
    houseRules,
    named,
  });
  const request = {
    ...{ enhancementId: 'preview', section: section.id, theme },
    ...sent,
  };
  const drafters = listed(DRAFTERS.map((role) => models[role]));
  const about = { label: translated(section.label).toLowerCase(), voice: translated(themeById(theme).label) };
  return (
    <Dialog
      title={say(
        models.offline
          ? 'What a model would be sent for {label} ({voice})'
          : 'What is sent for {label} ({voice})',
        about,
      )}
      isWide
      onClose={onClose}
    >
      {models.offline && (
        <p>
          {say(
            'Nothing is sent now: rules on this computer draft. This is what leaves it once a model drafts.',
          )}
        </p>
      )}
      {isBlank(sent.source) && sent.material === null && (
        <p>{say('This section is empty, so nothing would be sent to any model.')}</p>
      )}
      {held.length > 0 && (
        <div className="stack-tight">
          <h3>{say('Held back')}</h3>
          <p className="small soft">
            {say('These stay here. A model sees the placeholder; the value is put back in what comes back.')}
          </p>
          <ul className="stack-tight small">
            {held.map(({ placeholder, kind, value }) => (
              <li key={placeholder}>
                {saying('{placeholder} for {kind} {value}', {
                  placeholder: <code>{placeholder}</code>,
                  kind: translated(kind),
                  value: <code>{value}</code>,
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {rules.kind === 'failed' && (
        <p className="small soft">
          {say('House rules could not be read, and are not shown here.')} {explain(rules.error).message}
        </p>
      )}
      {models.offline && request.houseRules.length > 0 && (
        <p className="small soft">
          {say('Of house rules, the rules on this computer follow those that say one word for another.')}
        </p>
      )}
      <ShownPrompt
        title={[say('To both drafters'), ...(models.offline ? [] : [drafters])].join(', ')}
        prompt={draftPrompt(request)}
      />
      <ShownPrompt
        title={
          models.offline
            ? say('To the judge, in two orders')
            : say('To the judge, {judge}, in two orders', { judge: models.pro })
        }
        prompt={judgePrompt({
          ...request,
          drafts: [
            ...(isBlank(sent.source) ? [] : [sent.source]),
            ...DRAFTERS.map((_, index) =>
              composed(index === 0 ? '(one draft stands here)' : '(the other draft stands here)'),
            ),
          ],
        })}
      />
      <p className="small soft">
        {say(
          'The judge reads your own text among the drafts, under a number like theirs. The mark beside SOURCE is another one in every run.',
        )}
      </p>
      <div className="row">
        <button type="button" className="button button-primary" onClick={onClose}>
          {say('Close')}
        </button>
      </div>
    </Dialog>
  );
}

type HouseRules =
  | { kind: 'reading' }
  | { kind: 'read'; rules: readonly string[] }
  | { kind: 'failed'; error: unknown };

/** The house rules that a run which is started now is sent with. */
function useHouseRules(): HouseRules {
  const { memories } = useServices();
  const [rules, setRules] = useState<HouseRules>({ kind: 'reading' });
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      const store = await memories();
      const pages = await Promise.all([store.list(false, null), store.list(true, null)]);
      if (isWanted) setRules({ kind: 'read', rules: houseRulesOf(pages.flatMap(({ items }) => items)) });
    };
    read().catch((error: unknown) => isWanted && setRules({ kind: 'failed', error }));
    return () => {
      isWanted = false;
    };
  }, [memories]);
  return rules;
}

function ShownPrompt({ title, prompt }: { title: string; prompt: Prompt }) {
  return (
    <div className="stack-tight">
      <h3>{title}</h3>
      <h4 className="small soft">{say('System')}</h4>
      <pre className="prompt" dir="auto">
        {prompt.system}
      </pre>
      <h4 className="small soft">{say('User')}</h4>
      <pre className="prompt" dir="auto">
        {prompt.user}
      </pre>
      <p className="small soft">
        {say('At most {n} tokens of answer.', { n: numberWords(prompt.maxTokens) })}
      </p>
    </div>
  );
}
