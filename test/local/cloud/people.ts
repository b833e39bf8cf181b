import { Amplify } from 'aws-amplify';
import { confirmSignUp, fetchAuthSession, signIn, signOut, signUp } from 'aws-amplify/auth';
import type { EnhancementProgress } from '../../../domain/enhancement';
import { emptyPostMortem } from '../../../domain/postMortem';
import { ENHANCEMENT_FIELDS } from '../../../lambda/enhancementFields';
import type { ComposedCloud } from './composedCloud';
import { until } from './processes';

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape.
  data: any;
  errors?: Array<{ message: string; errorType?: string }>;
}

/** A run as the API returns it. */
export type Run = EnhancementProgress & { id: string; postMortemId: string; owner: string };

/** Somebody signed in. */
export interface Person {
  sub: string;
  token: string;
  ask(query: string, variables?: object): Promise<Answer>;
}

/** The part of a local cloud that people meet. */
export type CloudOfPeople = Pick<ComposedCloud, 'userPoolId' | 'clientId' | 'endpoints' | 'codes'>;

/** Signs in with Amplify's own client; it keeps one person at a time, so the token is taken along. */
async function tokenOf(
  cloud: CloudOfPeople,
  email: string,
  password: string,
  isNew: boolean,
): Promise<Person> {
  const warnings = jest.spyOn(console, 'warn').mockImplementation();
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: cloud.userPoolId,
        userPoolClientId: cloud.clientId,
        userPoolEndpoint: cloud.endpoints.cognito,
      },
    },
  });
  if (isNew) {
    await signUp({ username: email, password, options: { userAttributes: { email } } });
    const delivery = await until(() => cloud.codes.find((code) => code.email === email));
    await confirmSignUp({ username: email, confirmationCode: delivery.code });
  }
  await signIn({ username: email, password });
  const accessToken = (await fetchAuthSession()).tokens?.accessToken;
  if (!accessToken?.payload.sub) throw new Error(`${email} has no token.`);
  const token = accessToken.toString();
  await signOut();
  warnings.mockRestore();
  return {
    sub: accessToken.payload.sub,
    token,
    ask: (query, variables) => ask(cloud, token, query, variables),
  };
}

/** The account that the local cloud comes with. */
export const demoPerson = (cloud: ComposedCloud) =>
  tokenOf(cloud, cloud.demo.email, cloud.demo.password, false);

/** Signs somebody up, with the code that the terminal shows. */
export const newPerson = (cloud: CloudOfPeople, email: string) =>
  tokenOf(cloud, email, 'Ligeia-1838-tomb', true);

/** Sends one GraphQL request. */
export async function ask(
  cloud: Pick<ComposedCloud, 'endpoints'>,
  token: string,
  query: string,
  variables = {},
): Promise<Answer> {
  const response = await fetch(cloud.endpoints.appSync, {
    method: 'POST',
    headers: { authorization: token, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

const CREATE = 'mutation Create($input: CreatePostMortemInput!) { createPostMortem(input: $input) { id } }';

/** Makes a post-mortem and returns its id. */
export async function writePostMortem(person: Person, content: object = {}): Promise<string> {
  const { editors: _, ...empty } = emptyPostMortem('The raven tapped at the database');
  const answer = await person.ask(CREATE, { input: { ...empty, revision: 1, ...content } });
  if (!answer.data?.createPostMortem) throw new Error(JSON.stringify(answer.errors));
  return answer.data.createPostMortem.id;
}

export const START = `mutation Start($id: ID, $postMortemId: ID!, $section: String!, $theme: String!, $text: String!) {
  startEnhancement(id: $id, postMortemId: $postMortemId, section: $section, theme: $theme, text: $text) { ${ENHANCEMENT_FIELDS} }
}`;
export const GET_RUN = `query Run($id: ID!) { getEnhancement(id: $id) { ${ENHANCEMENT_FIELDS} } }`;

/** What a request to start a run holds unless a test says otherwise. */
export const request = (postMortemId: string, part: object = {}) => ({
  postMortemId,
  section: 'description',
  theme: 'professional',
  text: 'db fell over at 14:02, failover took 9 min, we suspect the pool size',
  ...part,
});

export async function start(person: Person, variables: object): Promise<Run> {
  const answer = await person.ask(START, variables);
  if (!answer.data?.startEnhancement) throw new Error(JSON.stringify(answer.errors));
  return answer.data.startEnhancement;
}

/** The run once it is over. */
export const finished = (person: Person, id: string): Promise<Run> =>
  until(async () => {
    const run = (await person.ask(GET_RUN, { id })).data?.getEnhancement as Run | null;
    return run?.stage === 'FINISHED' && run;
  });
