/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

const foreign = (process.env['AMI_URL'] ?? '') !== '';

const config: Config = {
  rootDir: '..',
  roots: ['<rootDir>/spec/asterisk'],
  testMatch: ['**/*.asterisk-spec.ts'],
  // A server of somebody else's is neither configured nor crashed, and the harness is not used.
  testPathIgnorePatterns: [
    '/node_modules/',
    ...(foreign ? ['harness\\.asterisk-spec', '/spec/asterisk/controlled/'] : []),
  ],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '\\.ts$': ['ts-jest', { tsconfig: 'spec/tsconfig.json' }] },
  globalSetup: '<rootDir>/spec/asterisk/support/global-setup.ts',
  globalTeardown: '<rootDir>/spec/asterisk/support/global-teardown.ts',
  maxWorkers: foreign ? 1 : 2,
  testTimeout: 60_000,
};

export default config;
