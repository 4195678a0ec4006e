import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { LOCALES } from '#libs/contracts/words.js';
import { NETWORK_TABLES } from './all-networks.js';
import { GENERAL_RULES } from './general-rules.js';

const locale = (name: string) =>
  JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '..', '..', 'web', 'src', 'locales', `${name}.json`), 'utf8')) as {
    permission: { reason: Record<string, string> };
  };

describe('the reasons of permission', () => {
  it.each(LOCALES)('stand in words in %s', (name) => {
    const reasons = [...GENERAL_RULES, ...NETWORK_TABLES.flatMap(({ rules }) => rules)].map(({ reason }) => reason);
    const words = locale(name).permission.reason;
    expect([...new Set(reasons)].filter((reason) => !words[reason])).toEqual([]);
  });
});
