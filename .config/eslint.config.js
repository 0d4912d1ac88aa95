import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import rxjsX from 'eslint-plugin-rxjs-x';
import tsdoc from 'eslint-plugin-tsdoc';
import jest from 'eslint-plugin-jest';

export default defineConfig(
  globalIgnores(['dist', 'coverage', '.config']),
  {
    files: ['**/*.ts'],
    extends: [
      js.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      rxjsX.configs.recommended,
    ],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: new URL('..', import.meta.url).pathname,
      },
    },
    rules: {
      'rxjs-x/finnish': [
        'error',
        { functions: false, methods: false, parameters: false, strict: true },
      ],
      'rxjs-x/no-exposed-subjects': 'error',
      'rxjs-x/no-sharereplay': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An assertion says more than "!", which stays forbidden.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // An action without parameters has an empty object of them, and that is meant.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
    },
  },
  {
    // The interface of an event gives its inferred type a name.
    files: ['lib/catalogue/events/*.ts'],
    rules: {
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
    },
  },
  { files: ['lib/**/*.ts'], plugins: { tsdoc }, rules: { 'tsdoc/syntax': 'error' } },
  {
    files: ['spec/**/*.ts'],
    extends: [jest.configs['flat/recommended']],
    rules: {
      'jest/expect-expect': 'off',
      'jest/no-standalone-expect': 'off',
      // jest's asymmetric matchers are typed as any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // The helpers of TestScheduler.run are made to be taken apart.
      '@typescript-eslint/unbound-method': 'off',
      'rxjs-x/no-nested-subscribe': 'off',
    },
  },
);
