import { asksFor } from '../../../domain/conversation/asked';
import { checkDraft } from '../../../domain/enhancement/gate';
import { isHard } from '../../../domain/facts/finding';
import { LIMITS } from '../../../domain/limits';
import { mayRead } from '../../../domain/postMortem/access';
import { toldIn } from '../../../domain/review/replacement';
import { placeholdersIn } from '../../../domain/secrets/placeholders';
import { parseSection } from '../../../domain/sections';
import type { ReadWholeDocument } from '../../wholeDocument';
import { findingsInWords } from './facts';
import { NOT_THERE } from './read';
import { proposed, refused, type Tool, textOf } from './toolAnswer';

const NOTES = 12;

/**
 * Proposes other words for a section. Nothing is changed here: the page applies it if the person clicks, with their
 * own rights and on the revision that it was made of. What states more than the document or the person has said is
 * not proposed at all.
 */
export const proposeEditWith =
  (document: ReadWholeDocument): Tool =>
  async (input, { caller, words }) => {
    if (!asksFor('EDIT', words)) return refused('', 'No edit was proposed: your message asks for none.');
    const section = parseSection(textOf(input.section));
    const text = typeof input.text === 'string' ? input.text.trim() : '';
    const found = await document(textOf(input.id));
    if (!found || !mayRead({ ...found }, caller)) return refused(textOf(input.id), NOT_THERE);
    const about = found.title;
    if (found.owner !== caller.sub && !found.editors.includes(caller.sub))
      return refused(about, 'You may read this post-mortem and not change it.');
    if (!section) return refused(about, 'There is no such section.');
    if (text === '' || text.length > LIMITS.sectionLength)
      return refused(about, `A section has 1 to ${LIMITS.sectionLength} characters.`);
    const before = found[section];
    if (text === before.trim()) return refused(about, 'That is what the section says already.');
    if (placeholdersIn(text).length > 0)
      return refused(
        about,
        'The proposal holds a placeholder of something that is held back, and cannot stand.',
      );
    const report = checkDraft({ source: before, material: `${toldIn(found)}\n${words}` }, text);
    const { lost, ...rest } = report;
    const wrong = Object.values(rest).flat().filter(isHard);
    if (wrong.length > 0)
      return refused(
        about,
        `Not proposed, because the fact check finds in it: ${findingsInWords({ ...report, lost: [] })
          .slice(0, NOTES)
          .join(' ')}`,
      );
    return {
      text: `Proposed to the person; it changes nothing until they click. The fact check notes: ${findingsInWords(report).slice(0, NOTES).join(' ') || 'nothing.'}`,
      step: {
        about,
        outcome: 'DONE',
        note: lost.length > 0 ? 'The fact check notes what it leaves out.' : '',
        links: [{ postMortemId: found.id, title: found.title, section }],
      },
      proposal: proposed({
        kind: 'EDIT',
        text,
        ...{ postMortemId: found.id, title: found.title, section, before, revision: found.revision },
        notes: findingsInWords(report).slice(0, NOTES),
      }),
    };
  };
