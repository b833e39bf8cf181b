import { sensitiveMatter } from '../../../../../src/features/enhance/sending/sensitive';

describe('before a section is enhanced in Addams', () => {
  it.each([
    'Customer data was exposed for two hours.',
    'An attacker used the leaked token.',
    'The bucket was compromised; personal data may be affected.',
    'CVE-2021-44228 was exploited in staging.',
    'The SLA was missed, and the customer database was breached.',
    'We had a data breach over the rate limit endpoint.',
    'The breach went on for two hours; the SLA was met.',
    'A security breach of our SLA dashboard was found.',
  ])('%j counts as a security breach', (text) => {
    expect(sensitiveMatter(text)).toBe('a security breach');
  });

  it.each([
    'Two people were injured.',
    'Patients waited for their results.',
    'Emergency calls were dropped; one death is under investigation.',
  ])('%j counts as harm to people', (text) => {
    expect(sensitiveMatter(text)).toBe('harm to people');
  });

  it.each([
    'The pod was killed by the kernel and the queue died.',
    'A memory leak filled the dead letter queue.',
    'The worker leaked connections, which exposed a gap in our alerts.',
    'checkout was down from 14:02 to 14:25',
    'SLA breached',
    'We breached the 99.9 % SLO for checkout.',
    'SLA for gold customers was breached at 14:02.',
    'The p99 threshold was breached for 12 minutes, and the error budget with it.',
    'This is a breach of our availability objective.',
  ])('%j is about machines, and goes through', (text) => {
    expect(sensitiveMatter(text)).toBeNull();
  });
});

it('a section made of nothing but breaches and bounds is read at once', () => {
  expect(sensitiveMatter('SLA the p99 '.repeat(1_600))).toBeNull();
  expect(sensitiveMatter('breached the '.repeat(1_500))).toBe('a security breach');
});
