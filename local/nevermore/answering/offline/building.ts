import { partsOf, sectionOfPart, TIMELINE_PART } from '../../../../domain/enhancement/material';
import type { SectionId } from '../../../../domain/sections';
import type { StatementKind } from '../../../../domain/story';
import { withoutOwnAdditions } from './ownAdditions';
import { planOf } from './plan';
import { isDuration, tells, type Unit, unitsOf } from './story';

/** A summary of a whole document says these, in three or four sentences. */
const TOLD_IN_A_SUMMARY: ReadonlyArray<readonly [SectionId, ...StatementKind[]]> = [
  ['impact', 'impact'],
  ['rootCause', 'cause'],
  ['resolution', 'mitigation', 'recovery'],
];

/**
 * What a section says out of the rest of its document, one statement a line: for the description the timeline as
 * it stands, for other sections the statements that tell what the section is for. Nothing where there is none.
 */
export function chosenFrom(material: string, section: SectionId): string {
  const parts = partsOf(material);
  const timeline = withoutBullets(parts.get(TIMELINE_PART) ?? '');
  if (section === 'description' && timeline !== '') return timeline;
  const told = (text: string) => unitsOf(withoutBullets(withoutOwnAdditions(text)));
  const units = new Map([...parts].map(([name, text]) => [name, told(text)]));
  const chosen = section === 'summary' ? summed(units) : saidFor(section, units);
  return [...new Set(chosen.map(lineOf))].join('\n');
}

const withoutBullets = (text: string): string => text.replace(/^[ \t]*[-*+] +/gm, '');

const lineOf = ({ statements }: Unit): string => {
  const line = statements.map(({ text }) => text.trim()).join(' ');
  return /[.!?…:;]$/.test(line) ? line : `${line}.`;
};

function saidFor(section: SectionId, parts: ReadonlyMap<string, readonly Unit[]>): Unit[] {
  const units = [...parts].flatMap(([, all]) => all);
  const surely = planOf(section, units).find(({ purpose }) => purpose === 'opening')?.units ?? [];
  if (surely.some((unit) => !isDuration(unit))) return surely;
  // Nobody wrote whom it hurt; what was seen to break is what there is to say.
  return section === 'impact' ? units.filter((unit) => tells(unit, 'symptom')) : [];
}

/** The opening of a summary over everything, and the first words of each section that it leaves out. */
function summed(parts: ReadonlyMap<string, readonly Unit[]>): Unit[] {
  const units = [...parts].flatMap(([, all]) => all);
  const chosen = [...(planOf('summary', units).find(({ purpose }) => purpose === 'opening')?.units ?? [])];
  for (const [section, ...kinds] of TOLD_IN_A_SUMMARY) {
    // What stands under the heading of a section is of that section, whatever the rules make of it.
    const [, own = []] = [...parts].find(([name]) => sectionOfPart(name) === section) ?? [];
    const isSaid = chosen.some((unit) => own.includes(unit) || tells(unit, ...kinds));
    if (own[0] && !isSaid) chosen.push(own[0]);
  }
  return chosen;
}
