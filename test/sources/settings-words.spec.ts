/** Every field of every form has its words in every language: nobody meets English in a Turkish form. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '#libs/contracts/words.js';
import { ALL_CONNECTORS } from '../../src/connectors/all-connectors.js';
import { settingsFields } from '../../src/sources/settings-fields.js';

type Words = Record<string, Record<string, { label?: string; words?: string; choices?: Record<string, string> }>>;
const wordsIn = (locale: string) =>
  (JSON.parse(readFileSync(`web/src/locales/${locale}.json`, 'utf8')) as { field: Words }).field;

describe.each(LOCALES)('the forms of sources in %s', (locale) => {
  const field = wordsIn(locale);
  it.each(ALL_CONNECTORS.map((connector) => [connector.kind, connector] as const))(
    '%s: each field and each choice',
    (kind, connector) => {
      const missing = settingsFields(connector).flatMap(({ name, description, choices }) => {
        const known = field[kind]?.[name];
        const lacks = [known?.label ? null : 'label', description === undefined || known?.words ? null : 'words'];
        return [...lacks, ...(choices ?? []).map((choice) => (known?.choices?.[choice] ? null : `choices.${choice}`))].flatMap(
          (part) => (part ? [`${kind}.${name}.${part}`] : []),
        );
      });
      expect(missing).toEqual([]);
    },
  );
});
