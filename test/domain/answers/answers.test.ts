import { readDraft } from '../../../domain/answers/draft';
import { jsonInText } from '../../../domain/answers/json';
import { withoutThinking } from '../../../domain/answers/thinking';
import { criteriaFor } from '../../../domain/enhancement/criteria';
import { readVerdict } from '../../../domain/enhancement/readVerdict';
import { composed } from '../../../domain/sending/sendable';
import { draftPrompt } from '../../../lambda/prompts/draft';
import { CASES } from '../../cases/cases';

const DRAFT = 'At 10:00 UTC the orders database failed. It took 5 minutes to recover.';
const SOURCE = 'db failed 10:00 utc, 5 min';

describe('a model’s answer', () => {
  it('of ordinary Markdown is left byte for byte as it is', () => {
    const texts = [
      ...CASES.flatMap(({ description, rootCause }) => [description, rootCause]),
      '- a\n- b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```sh\nkubectl get pods\n```\n\nDone.',
      'Here is what happened: the disk filled.',
      'The prompt leaked `<think>secret</think>` and `<|im_end|>` into the page.',
      '```\n<thinking>as logged</thinking>\n```\n\nThat block was shown to users.',
      'A draft about <think> tags.',
      'x < y and y > z',
    ];
    for (const text of texts) expect(readDraft(text, text)).toEqual({ text: text.trim() });
  });

  it.each([
    ['Nova’s thinking', `<thinking> The user wants a description. </thinking>\n\n${DRAFT}`],
    ['several blocks', `<thinking>a</thinking><thinking>b</thinking>\n${DRAFT}`],
    ['thinking behind it', `${DRAFT}\n<thinking>Is that all?</thinking>`],
    ['half a tag', `All facts kept.</thinking>\n${DRAFT}`],
    ['a fence around all of it', `\`\`\`markdown\n${DRAFT}\n\`\`\``],
    ['a greeting', `Here is the improved Description section:\n\n${DRAFT}`],
    [
      'a polite greeting and a goodbye',
      `Sure! Here's the rewritten section:\n\n${DRAFT}\n\nLet me know if you would like changes.`,
    ],
    ['a greeting before a fence', `Here is the draft:\n\`\`\`\n${DRAFT}\n\`\`\``],
    ['marks at its end', `${DRAFT}<|eot_id|>`],
  ])('is read through %s', (_what, answer) => expect(readDraft(answer, SOURCE)).toEqual({ text: DRAFT }));

  it.each([
    ['nothing', '  \n', 'nothing.'],
    ['thinking that never ends', '<think>Let me see', 'nothing but its thinking'],
    ['the prompt said back', `<<<SOURCE 12345678>>>\n${SOURCE}\n<<<END SOURCE 12345678>>>`, 'said back'],
    ['the same line for ever', 'The server was down.\n'.repeat(40), 'without end'],
  ])('with %s is no draft, and says why', (_what, answer, why) => {
    expect(readDraft(answer, SOURCE)).toEqual({ why: expect.stringContaining(why) });
  });

  it.each([
    ['The disk filled at 10:04. The user was', 'The disk filled at 10:04.'],
    ['- **10:04** Disk full\n- **10:20** Freed 8', '- **10:04** Disk full'],
    ['It was “the pool.” Then the', 'It was “the pool.”'],
    ['No sentence ever ended here', 'No sentence ever ended here'],
    ['磁盘在10:04写满。然后团队', '磁盘在10:04写满。然后团队'],
  ])('that stopped at a limit ends with its last whole sentence: %j', (answer, kept) => {
    expect(readDraft(answer, answer, '', true)).toEqual({ text: kept, cut: true });
    expect(readDraft(answer, answer)).toEqual({ text: answer });
  });

  it('that tells of something else than the source is no draft, and one in other words is', () => {
    const source = CASES.find(({ id }) => id === 'chia-2021-05-26-website')?.rootCause ?? '';
    expect(
      readDraft('The old man went home and slept until the next morning. Nobody called him.', source),
    ).toEqual({
      why: 'wrote about something else than your text.',
    });
    const chinese = '十点整，订单服务的连接池被占满，所有请求都超时。十点二十分重启后恢复，原因仍在调查。';
    expect(readDraft('服务在十点中断，二十分后恢复。', chinese)).toEqual({
      text: '服务在十点中断，二十分后恢复。',
    });
    for (const { description, rootCause } of CASES)
      for (const [text, other] of [
        [description, rootCause],
        [rootCause, description],
      ] as const) {
        expect(readDraft(text, text)).toEqual({ text: text.trim() });
        expect(readDraft(`${other}\n\n${text}`, text)).toMatchObject({ text: expect.any(String) });
      }
  });

  // Recorded from SmolLM2-135M-Instruct (Apache-2.0) on the published cases, `npm run bench models`.
  it.each([
    [
      'says the section’s hint back',
      'The story in order: how it began, how it was noticed, what was tried, what worked, how it was restored, and what was the source of the source.',
      'said back',
    ],
    [
      'copies a mark of the prompt into a sentence',
      'The original post-mortem notes contain a list of SOURCE with a list of SOURCE 79971abc.',
      'said back',
    ],
    [
      'talks to whoever asked',
      "I'm sorry for the confusion. I'm here to help you with your project. I'm not here to tell you how to fix your code.",
      'talked to you',
    ],
    [
      'counts its circles',
      Array.from({ length: 99 }, (_, at) => `${at + 2}. When service was restored?`).join('\n'),
      'without end',
    ],
    [
      'goes round within a word',
      `The culprit PR introduced it with the PostHog-Survey${'-Spectrum'.repeat(40)}`,
      'without end',
    ],
    [
      'goes round in the middle of a sentence',
      `The team tried this: ${'how it was restored, '.repeat(10)}how it was`,
      'without end',
    ],
    ['says two sentences in turn', 'They fixed a problem. They saw it. '.repeat(6), 'without end'],
    [
      'copies the request for a correction',
      'DRAFT:\n<<<DRAFT 1 c94c3819>>>\nAll was well.\n<<<END DRAFT 1 c94c3819>>>\nWhat a check against SOURCE found in it:',
      'said back',
    ],
  ])('of a small model that %s is no draft', (_what, answer, why) => {
    const { system } = draftPrompt({
      enhancementId: 'e',
      section: 'description',
      theme: 'professional',
      source: composed(SOURCE),
      questions: [],
    });
    expect(readDraft(answer, SOURCE, system)).toEqual({ why: expect.stringContaining(why) });
  });

  it('within the marked lines of a request for a correction is read without them', () => {
    const answer = `<<<DRAFT 1 c94c3819>>\n${DRAFT}\n<<<END DRAFT 1 c94c3819>>\n\nWhat a check against SOURCE found in it:\n- x`;
    expect(readDraft(answer, SOURCE)).toEqual({ text: DRAFT });
  });

  it('may repeat what the author repeats, and list like things', () => {
    const log =
      'upstream timed out upstream timed out upstream timed out upstream timed out upstream timed out';
    expect(readDraft(`The log said: ${log}`, log)).toEqual({ text: `The log said: ${log}` });
    const rows = Array.from({ length: 12 }, (_, at) => `- node ${at} was drained at 10:${10 + at} UTC`).join(
      '\n',
    );
    expect(readDraft(rows, SOURCE)).toEqual({ text: rows });
  });

  it('that begins to repeat itself is cut there', () => {
    const whole = `${DRAFT} Nobody was paged, and the replica took over by itself at 10:05 UTC.`;
    expect(readDraft(`${whole}\n${'It is what it is today.\n'.repeat(30)}`, SOURCE)).toEqual({
      text: `${whole}\nIt is what it is today.`,
      cut: true,
    });
  });

  it.each(['<think>', '</think>', '<|channel|>', '`', '```', '{', 'a. ', '[THINK]', '<s>'])(
    'of 20,000 characters of %j is read without going round in circles',
    (piece) => {
      const text = piece.repeat(Math.ceil(20_000 / piece.length));
      expect(typeof withoutThinking(text)).toBe('string');
      readDraft(text, SOURCE);
      jsonInText(text);
    },
  );
});

describe('a verdict is found in', () => {
  const row = (draft: unknown, score: unknown = 4) => ({
    draft,
    ...Object.fromEntries(criteriaFor('professional').map(({ id }) => [id, score])),
  });
  const verdict = (part: object = {}) => ({
    unsupported_claims: [],
    scores: [row(1, 5), row(2)],
    best: 1,
    reasoning: 'Shorter.',
    ...part,
  });
  const read = (answer: unknown) => readVerdict(answer, 'professional', ['one', 'two']);
  const fromText = (text: string) => read(jsonInText(text, (value) => 'scores' in value));
  const json = JSON.stringify(verdict());

  it.each([
    ['prose with braces before it', `I use {braces}. {"a": 1} And now: ${json}`],
    ['a tool call written out', `<tool_call>{"name":"record_verdict","arguments":${json}}</tool_call>`],
    ['a tool call with parameters', `{"name":"record_verdict","parameters":${json}}`],
    ['JSON within JSON', JSON.stringify({ name: 'record_verdict', arguments: json })],
    ['a fence', `\`\`\`json\n${json}\n\`\`\``],
    ['commas before brackets', json.replace('}],', '},],')],
    ['thinking with a sketch of it', `<think>{"scores": []}</think>${json}`],
    ['words behind it', `${json}\nThat is {all}.`],
  ])('%s', (_where, text) => expect(fromText(text)).toMatchObject({ usable: true, verdict: { best: 1 } }));

  it.each([
    ['scores as texts', verdict({ scores: [row('1', '5'), row('2', '4/5')] })],
    ['scores out of five', verdict({ scores: [row(1, '5 out of 5'), row(2, '4.0')] })],
    ['numbers with names', verdict({ scores: [row('DRAFT 1', 5), row('Draft 2', 3)], best: 'DRAFT 1' })],
    ['scores by draft', verdict({ scores: { 1: row(1, 5), 2: row(2, 3) } })],
    [
      'scores nested',
      verdict({
        scores: [
          { draft: 1, scores: row(1, 5) },
          { draft: 2, scores: row(2, 3) },
        ],
      }),
    ],
    ['the whole as a text', JSON.stringify(verdict())],
  ])('%s', (_what, answer) => expect(read(answer)).toMatchObject({ usable: true, verdict: { best: 1 } }));

  it.each([
    ['a score outside the scale', verdict({ scores: [row(1, 9), row(2)] }), 'no score from 1 to 5'],
    ['a score in words', verdict({ scores: [row(1, 'good'), row(2)] }), 'no score from 1 to 5'],
    ['a draft that is not there', verdict({ best: 3 }), 'no draft that exists'],
    ['one draft of two', verdict({ scores: [row(1)] }), 'did not score every draft'],
  ])('%s is still no verdict, and says why', (_what, answer, why) => {
    expect(read(answer)).toEqual({ usable: false, why: expect.stringContaining(why) });
  });
});
