/** Packages that ship only ES modules; Jest runs CommonJS, so swc translates these too. */
const esModules = [
  'jose',
  'diff',
  // What react-markdown is made of.
  'react-markdown',
  '(?:remark|mdast|micromark|unist|hast|estree|vfile|html)[^/]*',
  'unified|bail|ccount|trough|devlop|zwitch|longest-streak|markdown-table|is-plain-obj|trim-lines',
  'character-entities|decode-named-character-reference|comma-separated-tokens|space-separated-tokens',
  'property-information|escape-string-regexp',
];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  transform: {
    '^.+\\.[mc]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  setupFilesAfterEnv: ['<rootDir>/test/strayOutput.ts'],
  moduleNameMapper: { '\\.css$': '<rootDir>/test/src/fakes/noStyles.ts' },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/.nevermore', '<rootDir>/.amplify', '<rootDir>/dist'],
  // Wide enough for a slow machine: what is tested is what happens, not how fast.
  testTimeout: 120_000,
};
