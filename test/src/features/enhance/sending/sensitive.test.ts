import { sensitiveMatter } from '../../../../../src/features/enhance/sending/sensitive';

describe('before a section is enhanced in Addams', () => {
  it.each([
    'Customer data was exposed for two hours.',
    'An attacker used the leaked token.',
    'The bucket was compromised; personal data may be affected.',
    'CVE-2021-44228 was exploited in staging.',
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
  ])('%j is about machines, and goes through', (text) => {
    expect(sensitiveMatter(text)).toBeNull();
  });
});
