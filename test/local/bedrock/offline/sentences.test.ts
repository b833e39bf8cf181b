import { unwrap } from '../../../../local/bedrock/offline/lines';
import { splitSentences } from '../../../../local/bedrock/offline/sentences';
import { tidySentence } from '../../../../local/bedrock/offline/tidySentence';

describe('splitting prose into sentences', () => {
  it.each([
    'Version 1.270.0 introduced it',
    'It took approx. 40 minutes',
    'We use a queue, e.g. SQS, i.e. Amazon’s',
    'See https://example.org/a.b?c=d.E for more',
    'The log said "Error. Try again." and stopped',
    'We ran `a. B` twice',
    'It broke (as before. Really) again',
    'The infrastructure aligned? to the desired state',
    'At 3 p.m. the alert fired',
    'Dr. Smith and J. Doe',
    'No. 5 was replaced',
  ])('leaves one sentence whole: %s', (sentence) => {
    expect(splitSentences(sentence)).toEqual([sentence]);
  });

  it.each([
    ['It broke. We fixed it.', ['It broke.', 'We fixed it.']],
    ['It broke! Why? Nobody knows.', ['It broke!', 'Why?', 'Nobody knows.']],
    ['It ran out of memory (again). Then it died.', ['It ran out of memory (again).', 'Then it died.']],
    ['the pods died. we restarted them', ['the pods died.', 'we restarted them']],
    ['Pods, nodes, etc. Nothing else.', ['Pods, nodes, etc.', 'Nothing else.']],
    ['It ended at 3 p.m. We were done.', ['It ended at 3 p.m.', 'We were done.']],
  ])('splits %s', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });
});

describe('tidying a sentence', () => {
  it.each([
    ['restarted  the   pod', 'Restarted the pod.'],
    ['nginx was down', 'nginx was down.'],
    ['memcached was down', 'memcached was down.'],
    ['we ran `a  b`', 'We ran `a  b`.'],
    ['it said "two  spaces"', 'It said "two  spaces".'],
    ['see https://example.org/x', 'see https://example.org/x'],
    ['`only  code`', '`only  code`'],
    ['it went like this:', 'It went like this:'],
    ['**it is bold**', '**it is bold**.'],
    ['it stopped at 14:02', 'It stopped at 14:02.'],
    ['is it over?', 'Is it over?'],
  ])('%s', (rough, tidy) => {
    expect(tidySentence(rough)).toBe(tidy);
  });
});

describe('lines of a paragraph', () => {
  it('are joined where an editor wrapped them', () => {
    const wrapped = [
      'We got stackdriver email alerts saying Binder was down, confirmed all Binder',
      'services were down (incl. mybinder.org), saw that logs were showing very little',
      'output in general.',
    ];
    expect(unwrap(wrapped)).toEqual([wrapped.join(' ')]);
  });

  it('stay apart where the author ended them', () => {
    const notes = ['db went down', 'no alert', 'customer told us'];
    expect(unwrap(notes)).toEqual(notes);
  });

  it('go on after a word that cannot end a statement', () => {
    expect(unwrap(['restarted the', 'pods and', 'waited'])).toEqual(['restarted the pods and waited']);
  });
});
