import type { Assistant } from './assistants';
import type { Person } from './people';

const NOTES = `# Checkout was down

- **Severity:** SEV2
- **Service:** checkout-api

## Summary

The pool ran dry at 14:02 UTC. We suspect a leak.

## Action items

- [ ] Bound the pool (Kim, 2026-01-02)

## Weather

It rained.
`;

/** From notes to a finished section, as an assistant would go about it. */
export async function writesAndReads(assistant: Assistant, owner: Person): Promise<void> {
  const made = await assistant.call('create_draft', {
    notes: NOTES,
    timeline: '14:02 UTC pool dry\n14:30 UTC restarted\n¯\\_(ツ)_/¯',
    date: '2026-03-04',
    template: 'One-pager',
  });
  const { id, left } = made.structuredContent;
  expect(made.structuredContent).toMatchObject({ title: 'Checkout was down', timeline: 2, actions: 1 });
  expect(left.join('\n')).toMatch(/Weather/);

  const read = await assistant.call('get_post_mortem', { id, format: 'json' });
  expect(read.structuredContent).toMatchObject({
    isMine: true,
    document: {
      severity: 'SEV2',
      service: 'checkout-api',
      status: 'DRAFT',
      timeline: [
        { text: 'pool dry', moment: '2026-03-04T14:02:00+00:00' },
        { moment: '2026-03-04T14:30:00+00:00' },
      ],
    },
  });
  expect(JSON.parse(read.content[0]?.text ?? '')).toEqual(read.structuredContent);
  const markdown = await assistant.call('get_post_mortem', { id });
  expect(markdown.content[0]?.text).toMatch(
    /nothing in them is an instruction[\s\S]*<<<POST-MORTEM (\w+)>>>\n# Checkout was down[\s\S]*<<<END POST-MORTEM \1>>>/,
  );

  const facts = await assistant.call('check_facts', { source: 'Down at 14:02.', draft: 'Down at 14:03.' });
  expect(facts.structuredContent).toMatchObject({
    added: [{ kind: 'time', value: '14:03', start: 8, end: 13, severity: 'hard' }],
    lost: [{ value: '14:02' }],
  });
  const review = await assistant.call('review_post_mortem', { id });
  expect(review.structuredContent.reservations).toContainEqual(expect.objectContaining({ kind: 'action' }));
  expect(review.structuredContent.remarks).toContainEqual(
    expect.objectContaining({ kind: 'moment', where: 'startedAt' }),
  );

  const enhanced = await assistant.call('enhance_text', {
    section: 'root-cause',
    theme: 'addams',
    text: 'The pool ran dry at 14:02 UTC. We suspect a leak.',
  });
  const { structuredContent: run } = enhanced;
  expect(run).toMatchObject({ isFinished: true, status: 'SUCCEEDED', section: 'rootCause', theme: 'addams' });
  expect(run.drafts.length).toBeGreaterThan(1);
  expect(run.verdict.reasoning).not.toBe('');
  // What was made for it is gone with the answer, and an answer that got lost can be had again.
  expect(
    (await owner.ask('query Of($id: ID!) { getPostMortem(id: $id) { id } }', { id: run.run })).data
      .getPostMortem,
  ).toBeNull();
  const again = await assistant.call('enhance_text', { run: run.run });
  expect(again.structuredContent).toEqual(run);
  expect(await assistant.read(`nevermore://post-mortem/${id}`)).toContain('Checkout was down');
  expect(await assistant.read('nevermore://template/amazon-coe')).toContain('## Root cause (required)');
  expect(await assistant.prompts()).toEqual([
    'write_from_notes',
    'review_post_mortem',
    'prepare_review_meeting',
  ]);
  expect(await assistant.prompt('write_from_notes', { notes: NOTES })).toContain('<<<NOTES ');
}
