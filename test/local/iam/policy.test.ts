import { evaluatePolicy, type Statement, UnsupportedPolicyError } from '../../../local/iam';

const ALIAS = 'arn:aws:lambda:us-east-1:000000000000:function:enhance:live';
const allow = (changes: Partial<Statement> = {}): Statement => ({
  Effect: 'Allow',
  Action: 'lambda:InvokeFunction',
  Resource: ALIAS,
  ...changes,
});

test.each([
  ['the very action and resource', allow(), 'allowed'],
  ['one of several', allow({ Action: ['lambda:GetFunction', 'lambda:InvokeFunction'] }), 'allowed'],
  ['an action in another case', allow({ Action: 'Lambda:invokefunction' }), 'allowed'],
  ['a wildcard', allow({ Action: 'lambda:*', Resource: 'arn:aws:lambda:*:function:enhance:*' }), 'allowed'],
  ['a question mark', allow({ Resource: ALIAS.replace('live', 'liv?') }), 'allowed'],
  ['every resource', allow({ Resource: '*' }), 'allowed'],
  ['a resource in another case', allow({ Resource: ALIAS.toUpperCase() }), 'implicitly-denied'],
  ['the unqualified function', allow({ Resource: ALIAS.replace(':live', '') }), 'implicitly-denied'],
  ['a dot, which is no wildcard', allow({ Resource: ALIAS.replace('live', 'l.ve') }), 'implicitly-denied'],
  ['another action', allow({ Action: 'lambda:GetFunction' }), 'implicitly-denied'],
  [
    'every action but this one',
    allow({ Action: undefined, NotAction: 'lambda:Invoke*' }),
    'implicitly-denied',
  ],
  ['every action but another', allow({ Action: undefined, NotAction: 's3:*' }), 'allowed'],
  ['every resource but this one', allow({ Resource: undefined, NotResource: ALIAS }), 'implicitly-denied'],
  ['every resource but another', allow({ Resource: undefined, NotResource: 'arn:aws:s3:::b' }), 'allowed'],
])('a policy for %s: %#', (_, statement, decision) => {
  expect(evaluatePolicy([statement], 'lambda:InvokeFunction', ALIAS)).toBe(decision);
});

test('a deny wins over every allow', () => {
  const statements = [allow({ Action: '*', Resource: '*' }), allow({ Effect: 'Deny' })];
  expect(evaluatePolicy(statements, 'lambda:InvokeFunction', ALIAS)).toBe('explicitly-denied');
});

test('no policy at all allows nothing', () => {
  expect(evaluatePolicy([], 'lambda:InvokeFunction', ALIAS)).toBe('implicitly-denied');
});

test('a condition or a variable is refused by name instead of being guessed', () => {
  const condition = allow({ Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } } });
  expect(() => evaluatePolicy([condition], 'lambda:InvokeFunction', ALIAS)).toThrow(UnsupportedPolicyError);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the variable is IAM's.
  const variable = allow({ Resource: 'arn:aws:s3:::${aws:username}' });
  expect(() => evaluatePolicy([variable], 'lambda:InvokeFunction', ALIAS)).toThrow(/policy variables/);
  // It stands in nobody's way where it says nothing.
  expect(evaluatePolicy([condition, allow()], 's3:GetObject', ALIAS)).toBe('implicitly-denied');
});

test('conditions of Amplify’s own policies hold for what fits them, and for nothing that says nothing', () => {
  const Condition = { StringLike: { 's3:prefix': ['reports/*', 'reports/'] } };
  const bucket = 'arn:aws:s3:::files';
  const statements = [allow({ Action: 's3:ListBucket', Resource: bucket, Condition })];
  const decide = (prefix: string | undefined) =>
    evaluatePolicy(statements, 's3:ListBucket', bucket, { 's3:prefix': prefix });
  expect(decide('reports/2026')).toBe('allowed');
  expect(decide('reports/')).toBe('allowed');
  expect(decide('letters/')).toBe('implicitly-denied');
  expect(decide(undefined)).toBe('implicitly-denied');
});
