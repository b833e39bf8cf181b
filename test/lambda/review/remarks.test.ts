import { emptyPostMortem } from '../../../domain/postMortem';
import { remarksOn } from '../../../lambda/review/remarks';

const about = (rootCause: string) =>
  remarksOn({ ...emptyPostMortem('Down'), rootCause }).filter(({ where }) => where === 'rootCause');

it('tells those who decide which words a remark is about', () => {
  const [remark] = about('The pool was too small. Bob broke it.');
  expect(remark?.message).toMatch(/^“Bob broke”: /);
});

it('does not carry a secret or an address out of the document', () => {
  const key = `AKIA${'IOSFODNN7EXAMPLQ'}`;
  const remarks = about(`The key was ${key}. Ask ann@example.com.`);
  expect(remarks.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['secret', 'personal-data']));
  expect(JSON.stringify(remarks)).not.toMatch(/AKIA|ann@/);
});
