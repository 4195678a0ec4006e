const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', '^#libs/(.*)\\.js$': '<rootDir>/libs/$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/test/atproto/node_modules/', '<rootDir>/test/atproto/sqlite/'],
};

/** Time is faked inside jest's own world, so what tells the time is tested there. */
const CLOCK = 'src/platform/clock.spec.ts';

/** `rules` are pure and need nothing; `desk` runs on a real PostgreSQL and on the built program. */
export default {
  maxWorkers: 2,
  // The modules of a test file stay in its worker's memory (jest's own leak with ES modules): a worker that holds this much begins anew.
  workerIdleMemoryLimit: '1.2GB',
  // Tests that start a whole desk must not fail for a busy machine; read here only, not in a project.
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: 'rules',
      testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/web/src/**/*.spec.ts', `<rootDir>/${CLOCK}`],
    },
    {
      ...shared,
      displayName: 'desk',
      testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', CLOCK],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
      runtime: '<rootDir>/test/support/native-runtime.cjs',
    },
  ],
};
