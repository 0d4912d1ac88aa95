/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

const config: Config = {
  rootDir: '..',
  roots: ['<rootDir>/spec/testing/chaos', '<rootDir>/spec/testing/soak'],
  testMatch: ['**/*.chaos-spec.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '\\.ts$': ['ts-jest', { tsconfig: 'spec/tsconfig.json' }] },
  // Those on sockets mostly wait.
  maxWorkers: 3,
  testTimeout: 900_000,
};

export default config;
