import { expect, type Page } from '@playwright/test';

const CREATE = 'mutation Create($input: CreatePostMortemInput!) { createPostMortem(input: $input) { id } }';
/** More than that at once is only slower. */
const AT_ONCE = 8;

/** Whether a request asks the API something. */
export const isQuestion = (url: string, method: string) => url.endsWith('/graphql') && method === 'POST';

/**
 * Creates post-mortems as whoever is signed in, by the API: the first one is the oldest, and the others come
 * after it in no certain order. @param inputs what each holds beside what the schema requires
 */
export async function seed(page: Page, inputs: readonly { title: string; [field: string]: unknown }[]) {
  const asked = page.waitForRequest((request) => isQuestion(request.url(), request.method()));
  await page.reload();
  // The request may have been the page's before: whoever comes next presses keys, and there must be a page to hear them.
  await expect(page.getByRole('heading', { name: 'Post-mortems', exact: true })).toBeVisible();
  const request = await asked;
  const authorization = (await request.allHeaders()).authorization as string;
  const create = async (input: object) => {
    const required = { severity: 'SEV3', status: 'DRAFT', revision: 1 };
    const answer = await page.request.post(request.url(), {
      headers: { authorization },
      data: { query: CREATE, variables: { input: { ...required, ...input } } },
    });
    expect(await answer.json()).not.toHaveProperty('errors');
  };
  const [first, ...others] = inputs;
  if (first) await create(first);
  for (let from = 0; from < others.length; from += AT_ONCE)
    await Promise.all(others.slice(from, from + AT_ONCE).map(create));
}
