import { ROLES } from '../postMortem/choices';
import type { AuthoredContent } from '../postMortem/fields';
import type { Row } from './rows';

const IN_ROLE = new RegExp(
  String.raw` \((?<role>${ROLES.map(({ label }) => label.toLowerCase()).join('|')})\)$`,
  'i',
);

/** Who took part, out of the lines of a list or the rows of a table. */
export const peopleFrom = (rows: readonly Row[]): AuthoredContent['people'] =>
  rows.flatMap(({ cells }) => {
    const line = [...cells.values()].filter((cell) => cell !== '').join(', ');
    if (line === '') return [];
    const found = IN_ROLE.exec(line);
    const role = ROLES.find(({ label }) => label.toLowerCase() === found?.groups?.role?.toLowerCase())?.id;
    return found && role && found.index > 0 ? [{ name: line.slice(0, found.index), role }] : [{ name: line }];
  });
