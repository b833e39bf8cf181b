import { type Draft, writerOf } from '../../../domain/enhancement';
import type { ModelCall } from '../../../domain/enhancement/modelCall';
import {
  type AnsweringModels,
  DRAFTERS,
  type Drafter,
  JUDGE,
  MODEL_NAMES,
  OFFLINE_DRAFTER,
  styleOf,
} from '../../../domain/enhancement/modelRoles';
import { listed } from '../../language/formats';
import { say, translated } from '../../language/say';

/** What a draft is called on the screen. It never bears the name of a model that did not write it. */
export interface DraftName {
  /** For a tab: "Timeline-led", "Nova Lite", "llama3.2, second". */
  short: string;
  /** Before what is said of it: "Timeline-led draft", "Nova Lite’s draft". */
  title: string;
  /** In a sentence: "the timeline-led draft by rules", "the draft by Nova Lite". */
  long: string;
}

/** How the drafter by rules wrote in the place of this model. */
function styleInPlaceOf(model: string): string | undefined {
  const role = DRAFTERS.find((drafter) => MODEL_NAMES[drafter] === model);
  return role && styleOf(role);
}

/** Whether rules answered, and so no model, no tokens and no cost. */
export const isByRules = ({ writtenBy }: Pick<ModelCall, 'writtenBy'>): boolean =>
  writtenBy === OFFLINE_DRAFTER;

/** The names of a run's drafts, in their order. */
export function draftNames(drafts: readonly Draft[]): DraftName[] {
  return drafts.map((draft, index) => {
    const writer = writerOf(draft);
    if (isByRules(draft)) {
      const style = styleInPlaceOf(draft.model);
      return style
        ? {
            short: capitalised(translated(style)),
            title: capitalised(say('{style} draft', { style: translated(style) })),
            long: say('the {style} draft by rules', { style: translated(style) }),
          }
        : {
            short: say('Draft {n}', { n: index + 1 }),
            title: say('Draft {n}', { n: index + 1 }),
            long: say('draft {n} by rules', { n: index + 1 }),
          };
    }
    if (drafts.filter((other) => writerOf(other) === writer).length === 1) {
      return {
        short: writer,
        title: say('{writer}’s draft', { writer }),
        long: say('the draft by {writer}', { writer }),
      };
    }
    const which = index === 0 ? say('first') : index === 1 ? say('second') : say('{n}th', { n: index + 1 });
    return {
      short: `${writer}, ${which}`,
      title: say('{writer}’s {which} draft', { writer, which }),
      long: say('the {which} draft by {writer}', { which, writer }),
    };
  });
}

/** The drafts that have not arrived, by what they will be called. */
export const expectedDrafts = (models: AnsweringModels, arrived: readonly Draft[]): string[] =>
  DRAFTERS.filter((role) => !arrived.some(({ model }) => model === MODEL_NAMES[role])).map((role) =>
    models.offline ? capitalised(say('{style} draft', { style: translated(styleOf(role)) })) : models[role],
  );

/** The judge's words with the drafts' names in place of the roles that it knows them by. */
export const withDraftNames = (reasoning: string, drafts: readonly Draft[]): string =>
  draftNames(drafts).reduce((text, { long }, index) => {
    const known = ` ${index + 1} (${drafts[index]?.model})`;
    return text.replaceAll(`draft${known}`, long).replaceAll(`Draft${known}`, capitalised(long));
  }, reasoning);

/** Said before the click: who will draft and who will judge. */
export function whoDrafts(models: AnsweringModels): string {
  if (models.offline) return say('Drafts by rules on this computer, no model');
  const drafters = [...new Set(DRAFTERS.map((role) => models[role]))];
  if (drafters.length === 1 && drafters[0] === models.pro)
    return say('{pro} drafts twice and judges', { pro: models.pro });
  const judge = models.pro;
  return drafters.length === 1
    ? say('{drafter} drafts twice, {judge} judges', { drafter: drafters[0] ?? '', judge })
    : say('{drafters} draft, {judge} judges', { drafters: listed(drafters), judge });
}

/** Why a verdict deserves less trust when a model judges what it wrote itself; null when none does. */
export function selfPreference(models: AnsweringModels): string | null {
  const own = DRAFTERS.filter((role) => models[role] === models.pro).length;
  if (models.offline || own === 0) return null;
  return own === DRAFTERS.length
    ? say(
        '{pro} judges its own drafts. Models pass their own mistakes more often, so trust the marks of the fact check more than the verdict.',
        { pro: models.pro },
      )
    : say('{pro} judges a draft of its own beside another one. Models prefer their own, so read both.', {
        pro: models.pro,
      });
}

/** The same, of a run that is over: by who really answered. */
export function judgedItself(drafts: readonly Draft[], judges: readonly ModelCall[]): string | null {
  const [first] = drafts;
  const [judge] = judges;
  if (!first || !judge || isByRules(judge)) return null;
  const writers = DRAFTERS.map((role, index) => [role, writerOf(drafts[index] ?? first)]);
  return selfPreference({
    ...(Object.fromEntries(writers) as Record<Drafter, string>),
    [JUDGE]: writerOf(judge),
    offline: false,
  });
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
