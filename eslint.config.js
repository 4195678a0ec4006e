// The rules of the house that a machine can check. docs/CONTRIBUTING.md says why each is there.
import tseslint from 'typescript-eslint';

const askTheClock = 'Ask the Clock for the time (src/platform/clock.ts).';
const banned = ['error',
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: askTheClock },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: askTheClock },
  { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'Read settings from src/platform/config/env.ts.' },
  { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import the file itself.' },
]; // prettier-ignore

export default [
  { ignores: ['**/*.d.ts', 'dist/**', 'node_modules/**', 'coverage/**', 'data/**'] },
  {
    files: ['src/**/*.ts', 'libs/**/*.ts'],
    ignores: ['src/platform/clock.ts', 'src/platform/config/env.ts', '**/*.spec.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { ts: tseslint.plugin },
    rules: {
      'no-restricted-syntax': banned,
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 30, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 6],
      'ts/no-explicit-any': 'error',
      'ts/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // Data in the shape of code, and migrations, which are one SQL text each.
    files: [
      'src/database/migrations/*.ts',
      'libs/scoring/lexicons/*.ts',
      'libs/scoring/model/weights.ts',
      'libs/**/*-table.ts',
      'libs/**/lists/*.ts',
      'libs/**/fixtures/*.ts',
    ],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts', 'web/**/*.{ts,tsx}', '**/*.spec.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { ts: tseslint.plugin },
    rules: {
      'no-restricted-syntax': ['error',
        { selector: "CallExpression[callee.property.name='only'][callee.object.name=/^(it|test|describe)$/]", message: 'A focused test hides the others.' },
        { selector: "CallExpression[callee.property.name='skip'][callee.object.name=/^(it|test|describe)$/]", message: 'A skipped test is none.' }],
      'ts/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    }, // prettier-ignore
  },
];
