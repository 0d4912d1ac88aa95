/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

const foreign = (process.env['AMI_URL'] ?? '') !== '';

const config: Config = {
  rootDir: '..',
  roots: ['<rootDir>/spec/asterisk'],
  testMatch: ['**/*.asterisk-spec.ts'],
  // The harness is what is not used with a server of somebody else's.
  testPathIgnorePatterns: ['/node_modules/', ...(foreign ? ['harness\\.asterisk-spec'] : [])],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '\\.ts$': ['ts-jest', { tsconfig: 'spec/tsconfig.json' }] },
  globalSetup: '<rootDir>/spec/asterisk/support/global-setup.ts',
  maxWorkers: 2,
  testTimeout: 60_000,
};

export default config;
