import { OFFLINE_ASSISTANT } from '../../../../domain/conversation/conversation';
import {
  isDrafter,
  MODEL_NAMES,
  type ModelRole,
  OFFLINE_DRAFTER,
} from '../../../../domain/enhancement/modelRoles';
import { parseSection, SECTION_IDS, type SectionId } from '../../../../domain/sections';
import { parseTheme, THEME_IDS, type ThemeId } from '../../../../domain/themes';
import { unfence } from '../../../../lambda/prompts/delimiter';
import { houseRulesIn, questionsIn } from '../../../../lambda/prompts/draft';
import {
  type ConverseCall,
  type ConverseReply,
  type Engine,
  type ReplyBlock,
  textOf,
  userText,
} from '../../../bedrock/converse';
import { BedrockError } from '../../../bedrock/errors';
import { answerOffline } from '../offline/answers/answerOffline';
import { assistantOffline } from '../offline/assistantOffline';
import { chosenFrom } from '../offline/building';
import { draftOffline } from '../offline/draftOffline';
import { followUpOffline } from '../offline/followUpOffline';
import { judgeOffline } from '../offline/judgeOffline';
import { requireRole } from '../roles';

/** Roughly what Nova's tokenizer makes of English text; the offline drafter has no tokens of its own. */
const CHARACTERS_PER_TOKEN = 4;

/**
 * Answers Nevermore's own prompts by rules. It ignores `maxTokens` and `temperature`: a draft is the
 * author's text in order with a bounded frame around it, and cutting that off would lose the author's words.
 */
export function offlineEngine(): Engine {
  return {
    name: 'offline',
    describe: () => OFFLINE_DRAFTER,
    converse: async (call) => reply(call),
    // Some words at a time, as a model would; never half a character.
    stream: async function* (call) {
      const whole = reply(call);
      for (const block of whole.output.message.content)
        if ('text' in block) yield* block.text.match(/[\s\S]{1,48}/gu) ?? [];
      yield whole;
    },
  };
}

function reply(call: ConverseCall): ConverseReply {
  const started = performance.now();
  const blocks = answer(requireRole(call), call);
  const who = isAssistant(call) ? OFFLINE_ASSISTANT : OFFLINE_DRAFTER;
  return replyWith(blocks, call, Math.round(performance.now() - started), who);
}

function answer(role: ModelRole, call: ConverseCall): ReplyBlock[] {
  if (isAssistant(call)) return assistantOffline(call.body);
  const fenced = unfence(userText(call.body));
  if (call.body.requestMetadata?.task === 'ask') return [{ text: answered(fenced) }];
  const source = fenced.get('SOURCE');
  if (source === undefined) throw unknownPrompt('the user message holds no SOURCE between marked lines');
  if (call.body.requestMetadata?.task === 'follow-up')
    return [{ text: followUpOffline(source, themeIn(call.body.requestMetadata.theme)) }];
  const { task, section, theme } = readMetadata(call);
  const material = fenced.get('MATERIAL') ?? '';
  if (task === 'draft') {
    if (!isDrafter(role)) throw unknownPrompt(`${MODEL_NAMES[role]} judges here and does not draft`);
    const questions = questionsIn(userText(call.body));
    const seed = seedIn(userText(call.body));
    const houseRules = houseRulesIn(userText(call.body));
    const asked = { section, theme, source, material, style: role, questions, houseRules, seed };
    return [{ text: draftOffline(asked) }];
  }
  const drafts = draftsOf(fenced);
  if (drafts.length === 0) throw unknownPrompt('the user message holds no DRAFT 1 between marked lines');
  // What is told from a whole document is measured by what of it the section is for.
  const basis = [source, chosenFrom(material, section)].filter((text) => text.trim() !== '').join('\n');
  const verdict = judgeOffline({ section, theme, source: basis, drafts });
  const tool = call.body.toolConfig?.toolChoice?.tool?.name;
  return tool
    ? [{ toolUse: { toolUseId: 'tooluse_offline', name: tool, input: verdict } }]
    : [{ text: JSON.stringify(verdict) }];
}

function answered(fenced: ReadonlyMap<string, string>): string {
  const question = fenced.get('QUESTION');
  if (question === undefined) throw unknownPrompt('the user message holds no QUESTION between marked lines');
  const passages = [...fenced].flatMap(([name, text]) => {
    if (!name.startsWith('PASSAGE ')) return [];
    const [heading = '', ...lines] = text.split('\n');
    return [{ heading, text: lines.join('\n') }];
  });
  return answerOffline(question, passages, fenced.get('EARLIER')?.split('\n\n')[0]);
}

function readMetadata(call: ConverseCall): { task: 'draft' | 'judge'; section: SectionId; theme: ThemeId } {
  const { task, section, theme } = call.body.requestMetadata ?? {};
  if (task === undefined) throw unknownPrompt('requestMetadata has no "task"');
  if (task !== 'draft' && task !== 'judge')
    throw unknownPrompt(`the task "${task}" is none of "draft", "judge", "ask", "follow-up" and "assistant"`);
  const sectionId = parseSection(section ?? '');
  if (!sectionId) throw unknownPrompt(`the section "${section}" is none of ${SECTION_IDS.join(', ')}`);
  return { task, section: sectionId, theme: themeIn(theme) };
}

function themeIn(theme: string | undefined): ThemeId {
  const themeId = parseTheme(theme ?? '');
  if (!themeId) throw unknownPrompt(`the theme "${theme}" is none of ${THEME_IDS.join(', ')}`);
  return themeId;
}

function draftsOf(fenced: ReadonlyMap<string, string>): string[] {
  const drafts: string[] = [];
  for (let number = 1; fenced.has(`DRAFT ${number}`); number++)
    drafts.push(fenced.get(`DRAFT ${number}`) ?? '');
  return drafts;
}

const unknownPrompt = (what: string) =>
  new BedrockError(
    'ValidationException',
    `The offline drafter is not a model and answers only Nevermore's own prompts: ${what}. ` +
      'For anything else set NEVERMORE_OPENAI_URL to a model server, or NEVERMORE_BEDROCK=aws.',
  );

const isAssistant = ({ body }: ConverseCall): boolean => body.requestMetadata?.task === 'assistant';

function replyWith(
  content: ReplyBlock[],
  call: ConverseCall,
  latencyMs: number,
  writtenBy: string,
): ConverseReply {
  const [first] = content;
  const inputTokens = tokens(textOf(call.body.system) + userText(call.body));
  const outputTokens = tokens(JSON.stringify(first && 'text' in first ? first.text : first));
  return {
    output: { message: { role: 'assistant', content } },
    stopReason: first && 'toolUse' in first ? 'tool_use' : 'end_turn',
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    metrics: { latencyMs },
    trace: { promptRouter: { invokedModelId: writtenBy } },
  };
}

/** The run's mark: another run may choose other phrases. */
const seedIn = (prompt: string): string => /^<<<SOURCE ([0-9a-f]{8})>>>$/m.exec(prompt)?.[1] ?? '';

const tokens = (text: string): number => Math.ceil(text.length / CHARACTERS_PER_TOKEN);
