import { createEventBus } from '../../../local/triggers';

const bounce = {
  source: 'aws.ses',
  'detail-type': 'Email Bounced',
  detail: {
    bounce: { bouncedRecipients: [{ emailAddress: 'a@x' }, { emailAddress: 'b@x' }] },
    mail: { tags: { kind: ['review'] } },
  },
};

const rule = (pattern: object, target: object = {}) => ({
  name: 'Bounces',
  pattern: pattern as { source: string[] },
  targets: [{ functionArn: 'arn:f', ...target }],
});

async function told(rules: ReturnType<typeof rule>[]) {
  const invoked: unknown[] = [];
  const errors: unknown[] = [];
  const put = createEventBus({
    rules,
    invoke: async (functionArn, payload) => void invoked.push([functionArn, payload]),
    onError: (name, error) => errors.push(`${name}: ${error}`),
  });
  await put(bounce);
  return { invoked, errors };
}

test('a function is called with every event that its rule’s pattern fits, and with no other', async () => {
  expect(await told([rule({ source: ['aws.ses'], 'detail-type': ['Email Bounced'] })])).toEqual({
    invoked: [['arn:f', bounce]],
    errors: [],
  });
  expect((await told([rule({ 'detail-type': ['Email Delivered'] })])).invoked).toEqual([]);
});

test('of a list in the event one entry is enough', async () => {
  const bounced = (emailAddress: unknown[]) =>
    rule({ detail: { bounce: { bouncedRecipients: { emailAddress } } } });
  expect((await told([bounced(['b@x'])])).invoked).toHaveLength(1);
  expect((await told([bounced(['c@x'])])).invoked).toHaveLength(0);
  expect((await told([rule({ detail: { mail: { tags: { kind: ['review'] } } } })])).invoked).toHaveLength(1);
});

test('a target with an input of its own gets that', async () => {
  expect((await told([rule({}, { input: { wake: true } })])).invoked).toEqual([['arn:f', { wake: true }]]);
});

test('what is not served is said, and the other rules go on', async () => {
  const { invoked, errors } = await told([
    rule({}, { shapedBy: 'InputTransformer' }),
    rule({ source: [{ wildcard: 'aws.*' }] }),
    rule({}),
  ]);
  expect(invoked).toHaveLength(1);
  expect(errors).toEqual([
    expect.stringContaining('InputTransformer are not served locally'),
    expect.stringContaining('wildcard are not served locally'),
  ]);
});
