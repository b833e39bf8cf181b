// As the npm scripts set it: the AWS SDK would warn of an older Node.js, and it is loaded as Node.js loads it.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
// What CDK warns of after a synthesis no test reads, and its rules take seconds to load in each process.
process.env.CDK_VALIDATION ??= 'false';

/** @type {import('jest').Config} */
export default {
  runtime: '<rootDir>/test/runner/sharingRuntime.mjs',
  testEnvironment: '<rootDir>/test/runner/oneRealm.mjs',
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
  modulePathIgnorePatterns: ['<rootDir>/.nevermore', '<rootDir>/.amplify', '<rootDir>/dist'],
  // Wide enough for a slow machine: what is tested is what happens, not how fast.
  testTimeout: 120_000,
};
