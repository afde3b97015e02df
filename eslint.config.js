// Lint: no `any`, small files and functions, `process.env` in one place, the rules of hooks.
import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import { effectsAnswerUndo } from './infra/lint/effects.js'

const CODE = ['**/*.{ts,tsx,js,mjs,cjs}']
const TESTS = ['**/*.test.{ts,tsx}', '**/*.e2e.ts', '**/*.contract.ts', '**/contract/*.suite.ts']
const READS_ENV = ['server/src/settings/config.ts', '**/*.test.ts']

/** One list: where a rule is set again, it replaces the other list. */
const NEVER = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: one thing has one name everywhere.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union or a const object: Node runs erasable syntax only.' },
]
const NO_RECURSIVE_MKDIR = {
  selector: 'CallExpression[callee.name=/^mkdir(Sync)?$/] Property[key.name="recursive"]',
  message: 'In a folder such as /proc it never ends, and users name folders: makeFolder.ts, dataDir.ts.',
}
const NO_BARE_PICTURE = {
  selector: "JSXOpeningElement[name.name='img']",
  message: 'A product may have no picture, or one that does not load: shared/ui/ProductPicture.tsx.',
}

/** What only types can see; which rules are not here, and why, stands in decision 034. */
const ofTypes = {
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/return-await': 'error',
  '@typescript-eslint/prefer-promise-reject-errors': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/no-base-to-string': 'error',
  '@typescript-eslint/restrict-plus-operands': 'error',
  '@typescript-eslint/no-array-delete': 'error',
  '@typescript-eslint/no-for-in-array': 'error',
  '@typescript-eslint/no-implied-eval': 'error',
  '@typescript-eslint/no-mixed-enums': 'error',
  '@typescript-eslint/no-redundant-type-constituents': 'error',
  '@typescript-eslint/no-unsafe-unary-minus': 'error',
}

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/data/**',
      '**/.cache/**',
      'test-results/**',
      'playwright-report/**',
      'infra/setup/worker-build/**',
      // Compiled in a shop, with its packages: infra/e2e/recipes/vendure.
      'infra/vendure/lanternPlugin.ts',
      'infra/vendure/lanternRules.ts',
      'infra/e2e/recipes/vendure/shop.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: CODE,
    extends: [js.configs.recommended, tseslint.configs.recommended],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50 }],
      'max-params': ['error', 3],
      'max-depth': ['error', 2],
      complexity: ['error', 12],
      'max-nested-callbacks': ['error', 4],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...NEVER],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    // What TypeScript itself refuses needs no second opinion.
    files: ['**/*.{ts,tsx}'],
    rules: { 'no-undef': 'off' },
  },
  {
    // With types: a promise is awaited or left behind on purpose, a switch leaves nothing out.
    files: ['**/*.{ts,tsx}'],
    ignores: ['loadtest/k6/**'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: ofTypes,
  },
  {
    files: ['studio/**/*.{ts,tsx}', 'viewer/**/*.{ts,tsx}', 'shared/ui/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    plugins: { lantern: { rules: { 'effects-answer-undo': effectsAnswerUndo } } },
    rules: { 'lantern/effects-answer-undo': 'error' },
  },
  {
    files: ['studio/**/*.tsx', 'viewer/**/*.tsx', 'shared/ui/**/*.tsx'],
    ignores: ['shared/ui/ProductPicture.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...NEVER, NO_BARE_PICTURE] },
  },
  {
    files: ['infra/e2e/*.e2e.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { property: 'waitForTimeout', message: 'Wait for what must come first: a sleep is too long or too short.' },
      ],
    },
  },
  {
    files: ['server/**/*.ts'],
    ignores: READS_ENV,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings come from server/src/settings/config.ts.' },
      ],
      'no-restricted-imports': ['error', { paths: [{ name: 'node:process', importNames: ['env'] }] }],
    },
  },
  {
    files: ['server/**/*.ts', 'infra/demo-shop/**/*.ts', 'infra/setup/*.ts'],
    ignores: [...TESTS, 'server/src/testing/**'],
    rules: { 'no-restricted-syntax': ['error', ...NEVER, NO_RECURSIVE_MKDIR] },
  },
  {
    // A describe is as long as its tests are many; the 300 lines of a file stay.
    files: TESTS,
    rules: { 'max-lines-per-function': 'off', 'max-nested-callbacks': 'off' },
  },
  {
    // These tools and k6 look for a default export.
    files: ['*.config.{js,ts}', '**/vite.config.ts', '**/vitest.config.ts', 'loadtest/k6/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
)
