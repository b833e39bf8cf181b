/** The mutation that asks the archive, by the GraphQL types of its arguments. AppSync answers before anything is known. */
const ARGUMENTS = {
  /** Names the answer, so that asking twice asks once. */
  id: 'ID!',
  question: 'String!',
  followUpOf: 'ID',
  service: 'String',
  severities: '[String!]',
  from: 'String',
  to: 'String',
} as const;

const names = Object.keys(ARGUMENTS);
export const ASK_ARCHIVE = `mutation AskArchive(${Object.entries(ARGUMENTS)
  .map(([name, type]) => `$${name}: ${type}`)
  .join(', ')}) { askArchive(${names.map((name) => `${name}: $${name}`).join(', ')}) { success } }`;
