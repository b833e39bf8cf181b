import { Amplify } from 'aws-amplify';

/** One error of an answer, as AppSync writes it. */
export interface ToldError {
  message: string;
  errorType?: string;
  path?: (string | number)[];
}

interface Answer {
  data: Record<string, unknown> | null;
  errors?: ToldError[];
}

const ENDPOINT = 'https://appsync.test/graphql';

/** Lets the real Amplify client send to an endpoint that answers this, signed in as somebody. */
export function answering(answer: (sent: { query: string; variables: object }) => Answer): void {
  Amplify.configure(
    { API: { GraphQL: { endpoint: ENDPOINT, region: 'eu-central-1', defaultAuthMode: 'userPool' } } },
    { Auth: { tokenProvider: { getTokens: async () => ({ accessToken: token() }) } } },
  );
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
    const told = answer(JSON.parse(String(init?.body)));
    return new Response(JSON.stringify(told), { headers: { 'content-type': 'application/json' } });
  });
}

const token = () => ({
  payload: { sub: 'me', exp: 4_102_444_800 },
  toString: () => 'signed',
});
