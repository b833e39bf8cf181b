import { ROLES } from '../postMortem/choices';
import type { AuthoredContent } from '../postMortem/fields';
import type { Row, Wanted } from './rows';

const IN_ROLE = new RegExp(
  String.raw` \((?<role>${ROLES.map(({ label }) => label.toLowerCase()).join('|')})\)$`,
  'i',
);

/** What the columns of such a table are called; other names say what stands below them. */
const COLUMN =
  /^(?:names?|who|persons?|people|participants?|responders?|attendees?|members?|roles?|teams?|title|responsibility|function|column \d+)(?: \d+)?$/;

/** A table without a name of ours in its first row begins with somebody. */
export const PEOPLE_ARE: Wanted = {
  isHead: (cells) => cells.some((cell) => COLUMN.test(cell.toLowerCase())),
};

/** Who took part, out of the lines of a list or the rows of a table. */
export const peopleFrom = (rows: readonly Row[]): AuthoredContent['people'] =>
  rows.flatMap(({ cells }) => {
    const line = [...cells]
      .filter(([, cell]) => cell !== '')
      .map(([name, cell]) => (name === '' || COLUMN.test(name) ? cell : `${name}: ${cell}`))
      .join(', ');
    if (line === '') return [];
    const found = IN_ROLE.exec(line);
    const role = ROLES.find(({ label }) => label.toLowerCase() === found?.groups?.role?.toLowerCase())?.id;
    return found && role && found.index > 0 ? [{ name: line.slice(0, found.index), role }] : [{ name: line }];
  });
