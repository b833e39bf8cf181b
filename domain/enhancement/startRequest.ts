import type { SectionId } from '../sections';
import type { ThemeId } from '../themes';

/** The arguments of the mutation `startEnhancement`, by their GraphQL types. */
export const START_REQUEST = {
  /** Names the run, so that asking twice starts one; without it the server names it. */
  id: 'ID',
  postMortemId: 'ID!',
  section: 'String!',
  theme: 'String!',
  text: 'String!',
  /** What else it is drafted from: the rest of the document, from `materialFor`. */
  material: 'String',
} as const;

interface Narrower {
  section: SectionId;
  theme: ThemeId;
}

/** What starts a run. */
export type StartRequest = {
  [Name in Exclude<keyof typeof START_REQUEST, 'material'>]: Name extends keyof Narrower
    ? Narrower[Name]
    : string;
} & { material?: string | null };

/** The mutation as GraphQL, answered with this selection of the run. */
export function startMutation(selection: string): string {
  const variables = Object.entries(START_REQUEST).map(([name, type]) => `$${name}: ${type}`);
  const given = Object.keys(START_REQUEST).map((name) => `${name}: $${name}`);
  return `mutation StartEnhancement(${variables.join(', ')}) {
  startEnhancement(${given.join(', ')}) { ${selection} }
}`;
}
