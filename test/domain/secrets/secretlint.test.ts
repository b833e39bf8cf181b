import { execFileSync } from 'node:child_process';
import type { lintSource } from '@secretlint/core';
import type { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { holdBack } from '../../../domain/secrets/holdBack';
import fc from '../../properties';
import { SECRET_TEXTS } from './samples';

type Finding = Awaited<ReturnType<typeof lintSource>>['messages'][number];
type Preset = typeof creator.meta.id;

const PRESET: Preset = '@secretlint/secretlint-rule-preset-recommend';

/** secretlint ships only ES modules that Jest cannot load, so it reads the texts in a process of its own. */
const LINTER = `
  import { lintSource } from '@secretlint/core';
  import { creator } from '${PRESET}';
  const texts = JSON.parse(await new Response(process.stdin).text());
  const rules = [{ id: '${PRESET}', rule: creator }];
  const found = [];
  for (const content of texts) {
    const source = { content, filePath: 'incident.txt', ext: '.txt', contentType: 'text' };
    found.push((await lintSource({ source, options: { config: { rules } } })).messages);
  }
  console.log(JSON.stringify(found));
`;

/** What secretlint's recommended rules find in each text. */
const secretlint = (texts: readonly string[]): Finding[][] =>
  JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', LINTER], {
      input: JSON.stringify(texts),
      encoding: 'utf8',
    }),
  ) as Finding[][];

/** Forms that secretlint's rules look for, at the lengths that the vendors give out. */
const FORMS: readonly RegExp[] = [
  /^gh[pousr]_[A-Za-z0-9]{36}$/,
  /^github_pat_[A-Za-z0-9_]{81}[a-z]$/,
  /^glpat-[A-Za-z0-9_-]{20}$/,
  /^xoxb-[0-9]{12}-[0-9]{12}-[A-Za-z0-9]{24}$/,
  /^npm_[A-Za-z0-9]{36}$/,
  /^SG\.[A-Za-z0-9]{22}\.[A-Za-z0-9]{43}$/,
  /^sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}$/,
  /^sk-ant-api03-[A-Za-z0-9_-]{93}AA$/,
  /^shpat_[a-f0-9]{32}$/,
  /^lin_api_[A-Za-z0-9]{40}$/,
  /^dapi[a-f0-9]{32}$/,
  /^dckr_pat_[A-Za-z0-9_-]{26}a$/,
  /^figd_[A-Za-z0-9_-]{40}$/,
  /^glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}$/,
  /^gsk_[A-Za-z0-9]{52}$/,
  /^hvs\.[A-Za-z0-9_-]{95}$/,
  /^hf_[A-Za-z]{34}$/,
  /^ntn_[0-9]{11}[A-Za-z0-9]{35}$/,
  /^vcp_[A-Za-z0-9]{24}$/,
  /^AWS_SECRET_ACCESS_KEY="[A-Za-z0-9/+]{39}a"$/,
  /^https:\/\/hooks\.slack\.com\/services\/T[A-Z0-9]{8}\/B[A-Z0-9]{8}\/[A-Za-z0-9]{24}$/,
  /^https:\/\/[a-z]{3,8}:[A-Za-z0-9_-]{6,12}@[a-z]{3,8}\.com$/,
  /^(postgres|mysql|mongodb\+srv):\/\/[a-z]{3,8}:[A-Za-z0-9!$%]{6,12}[a-z]@[a-z]{3,8}\/[a-z]{3,8}$/,
  /^-----BEGIN (RSA |EC |OPENSSH )?PRIVATE KEY-----\n([A-Za-z0-9+/]{64}\n){3}-----END (RSA |EC |OPENSSH )?PRIVATE KEY-----$/,
];

describe('next to secretlint', () => {
  const generated = FORMS.flatMap((form) =>
    fc
      .sample(fc.stringMatching(form), { numRuns: 8, seed: 20_260_301 })
      .map((token) => `The key ${token} was in the log.`),
  );
  const texts = [...generated, ...SECRET_TEXTS.map(({ text }) => text)];
  const before = secretlint(texts);
  const after = secretlint(texts.map((text) => holdBack(text).safe));

  it('its rules recognise nearly every form tried here, so that the comparison means something', () => {
    expect(before.slice(0, generated.length).filter((found) => found.length > 0).length).toBeGreaterThan(
      generated.length * 0.9,
    );
  });

  it('whatever it finds is held back, and it finds nothing in what a model would see', () => {
    const missed = texts.filter((text, index) => {
      const { held } = holdBack(text);
      const overlooked = before[index]?.some(
        ({ range: [start, end] }) => !held.some((each) => each.start < end && each.end > start),
      );
      return overlooked || after[index]?.length !== 0;
    });
    expect(missed).toEqual([]);
  });
});
