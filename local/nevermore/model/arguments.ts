import { parseArgs } from 'node:util';
import { MODEL_NAMES, type ModelRole } from '../../../domain/enhancement/modelRoles';
import { UsageError } from '../commandLine/errors';
import { CATALOGUE } from './catalogue';

export const USAGE = `Usage:
  npm run model                                fetch the model that suits this computer, and use it
  npm run model -- ${CATALOGUE.map(({ id }) => id).join(' | ')}
  npm run model -- --file path.gguf            use a model that is already here
  npm run model -- … --for micro,lite          for some roles only: micro and lite draft, pro judges
  npm run model -- --list                      what there is, and what is in use
  npm run model -- --offline                   back to the offline drafter (files stay)
  npm run model -- --remove ID                 delete a fetched model
  --yes agrees to the licence without asking.`;

export type Wanted =
  | { what: 'list' | 'offline' }
  | { what: 'remove'; id: string }
  | { what: 'use'; id?: string; file?: string; roles: readonly ModelRole[]; agreed: boolean };

const ROLES = Object.keys(MODEL_NAMES) as ModelRole[];

/** @throws UsageError */
export function readArguments(args: readonly string[]): Wanted {
  const { values, positionals } = parse(args);
  if (values.list) return { what: 'list' };
  if (values.offline) return { what: 'offline' };
  if (values.remove) return { what: 'remove', id: known(values.remove) };
  const [id, ...more] = positionals;
  if (more.length > 0 || (id && values.file)) throw new UsageError(`One model at a time.\n${USAGE}`);
  return {
    what: 'use',
    roles: rolesIn(values.for),
    agreed: values.yes ?? false,
    ...(id && { id: known(id) }),
    ...(values.file && { file: values.file }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        list: { type: 'boolean' },
        offline: { type: 'boolean' },
        remove: { type: 'string' },
        file: { type: 'string' },
        for: { type: 'string' },
        yes: { type: 'boolean' },
      },
    });
  } catch (cause) {
    throw new UsageError(`${(cause as Error).message}\n${USAGE}`, { cause });
  }
}

function known(id: string): string {
  if (CATALOGUE.some((model) => model.id === id)) return id;
  throw new UsageError(`There is no model "${id}" in the list.\n${USAGE}`);
}

function rolesIn(given: string | undefined): readonly ModelRole[] {
  if (given === undefined) return ROLES;
  const names = given.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !ROLES.includes(name as ModelRole));
  if (unknown !== undefined)
    throw new UsageError(`"${unknown}" is no role; there are ${ROLES.join(', ')}.\n${USAGE}`);
  return names as ModelRole[];
}
