import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BadSettings, readSettings, SETTINGS } from './env.js';

it('reads defaults, and counts an empty value as unset', () => {
  expect(readSettings({ PORT: '', ROLES: 'worker' })).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    ROLES: ['worker'],
    EARSHOT_DEMO: false,
  });
});

it('lists every bad setting by name', () => {
  const read = () => readSettings({ PORT: 'x', DATABASE_URL: 'mysql://here', ROLES: 'api,boss', EARSHOT_KEY: '12' });
  expect(read).toThrow(BadSettings);
  for (const name of ['PORT', 'DATABASE_URL', 'ROLES', 'EARSHOT_KEY']) expect(read).toThrow(new RegExp(`\\b${name}\\b`));
});

it('is described in .env.example, setting by setting', () => {
  const example = readFileSync(path.join(import.meta.dirname, '..', '..', '..', '.env.example'), 'utf8');
  const described = [...example.matchAll(/^# (.+)\n#?([A-Z_]+)=/gm)].map(([, what, name]) => [name, what]);
  const expected = Object.entries(SETTINGS).filter(([name]) => name !== 'CRASH_AT').map(([name, schema]) => [name, schema.description]); // prettier-ignore
  expect(described).toEqual(expected);
});
