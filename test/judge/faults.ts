import type { Rewrite } from './rewrites';

/** What is wrong with the worse text of a pair, and why a reader would mind. */
export interface Fault {
  fault: string;
  why: string;
  /** The text with the fault; `undefined` where it does not apply. */
  apply(rewrite: Rewrite, other: string): readonly string[] | undefined;
}

const TODO = /^\[TODO:/;
const statements = ({ better }: Rewrite) => better.filter((sentence) => !TODO.test(sentence));

/** One more in the last digits of a figure that stands by itself. */
const otherFigure = (sentence: string): string =>
  sentence.replace(/(?<![\w.*/-])\d+(?![\w*/.-]*[\w*])/, (figure) => String(Number(figure) + 3));

export const FAULTS: readonly Fault[] = [
  {
    fault: 'figure',
    why: 'A figure is another one than in the source.',
    apply: ({ better }) => {
      const at = better.findIndex((sentence) => otherFigure(sentence) !== sentence);
      return at < 0 ? undefined : better.map((each, index) => (index === at ? otherFigure(each) : each));
    },
  },
  {
    fault: 'lost',
    why: 'A statement of the source is missing.',
    apply: (rewrite) => {
      const [, second] = statements(rewrite);
      return rewrite.better.filter((sentence) => sentence !== second);
    },
  },
  {
    fault: 'invented',
    why: 'One statement stands nowhere in the source.',
    apply: ({ better, invented }) => [...better.slice(0, 1), invented, ...better.slice(1)],
  },
  {
    fault: 'certain',
    why: 'A doubt of the source has become a certainty.',
    apply: ({ better, doubt }) => doubt && better.map((each) => each.replace(doubt[0], doubt[1])),
  },
  {
    fault: 'blame',
    why: 'It looks for a culprit.',
    apply: ({ better, blame }) => [...better, blame],
  },
  {
    fault: 'order',
    why: 'The sentences are in the wrong order.',
    apply: (rewrite) => [...statements(rewrite)].reverse(),
  },
  {
    fault: 'filler',
    why: 'It is padded with sentences that say nothing.',
    apply: ({ better }) => [
      'It is important to note that incidents like this one can have a variety of aspects.',
      ...better,
      'In conclusion, this incident highlights the importance of robust processes and continuous improvement.',
      'Moving forward, a holistic approach remains key.',
    ],
  },
  {
    fault: 'repeated',
    why: 'It says everything twice.',
    apply: (rewrite) => statements(rewrite).flatMap((sentence) => [sentence, `In other words: ${sentence}`]),
  },
  {
    fault: 'elsewhere',
    why: 'Half of it belongs to another section.',
    apply: ({ better }, other) => [...better, other],
  },
  {
    fault: 'untidy',
    why: 'It is one lump without capitals and full stops.',
    apply: (rewrite) => [
      statements(rewrite)
        .map((sentence) => sentence.replace(/[.;,]/g, '').toLowerCase())
        .join(' '),
    ],
  },
  {
    fault: 'vague',
    why: 'Names and figures have become "something" and "some".',
    apply: (rewrite) =>
      statements(rewrite).map((sentence) =>
        sentence
          .replace(/`[^`]+`/g, 'a command')
          .replace(
            /\b[A-Z][a-z]*[A-Z]\w*\b|\b(?:Prometheus|Pingdom|Grafana|Terraform|NGINX|Stackdriver|CircleCI)\b/g,
            'a system',
          )
          .replace(/\b\d[\d:.,-]*\w*/g, 'some')
          .replace(/\b(the|a|an) a (?=command|system)/gi, '$1 ')
          .replace(/\bsome some\b/g, 'some'),
      ),
  },
];
