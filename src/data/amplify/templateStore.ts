import { readTeamTemplate, TEAM, type TeamTemplate } from '../../../domain/teamTemplates';
import type { TemplateStore } from '../types';
import { type Page, requestPage, requestRecord } from './graphql';

const FIELDS = 'team name suits sections required start { section text } owner';
const LIST = `query TeamTemplates($team: String!, $nextToken: String) {
  listTeamTemplates(team: $team, limit: 200, nextToken: $nextToken) { items { ${FIELDS} } nextToken }
}`;
const CREATE = `mutation SaveTemplate($input: CreateTeamTemplateInput!) { createTeamTemplate(input: $input) { ${FIELDS} } }`;
const DELETE = `mutation DeleteTemplate($input: DeleteTeamTemplateInput!) { deleteTeamTemplate(input: $input) { ${FIELDS} } }`;

/** Templates of the team behind the Amplify data client. */
export const amplifyTemplates: TemplateStore = {
  async list() {
    const templates: TeamTemplate[] = [];
    let nextToken: string | null = null;
    do {
      const page: Page = await requestPage(LIST, { team: TEAM, nextToken });
      templates.push(...page.items.flatMap((record) => readTeamTemplate(record) ?? []));
      nextToken = page.nextToken;
    } while (nextToken);
    return templates.sort((one, other) => one.name.localeCompare(other.name));
  },
  async save({ name, suits, sections, required, start }) {
    const started = Object.entries(start ?? {}).map(([section, text]) => ({ section, text }));
    await requestRecord(CREATE, {
      input: { team: TEAM, name, suits, sections, required, start: started },
    });
  },
  async remove(name) {
    await requestRecord(DELETE, { input: { team: TEAM, name } });
  },
};
