import { safeUrl } from '../../../src/components/safeUrl';
import { wordDiff } from '../../../src/components/textDiff';

describe('a word diff', () => {
  const before = 'checkout was down at 14:02';
  const after = 'checkout was down from 14:02 to 14:25';
  const parts = wordDiff(before, after);

  it('contains both texts whole', () => {
    const joined = (without: string) =>
      parts
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join('');
    expect(joined('added')).toBe(before);
    expect(joined('removed')).toBe(after);
  });

  it('marks what was taken out and what was put in', () => {
    const of = (kind: string) => parts.filter((part) => part.kind === kind).map(({ text }) => text.trim());
    expect(of('removed')).toEqual(['at']);
    expect(of('added')).toEqual(['from', 'to 14:25']);
  });
});

describe('a link in Markdown', () => {
  it.each(['https://example.org/a?b#c', 'http://example.org', 'mailto:oncall@example.org'])(
    'may lead to %s',
    (url) => {
      expect(safeUrl(url)).toBe(url);
    },
  );

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '/sign-out',
    '//example.org/x',
    '#main',
  ])('is dropped when it leads to %j', (url) => {
    expect(safeUrl(url)).toBeUndefined();
  });
});
