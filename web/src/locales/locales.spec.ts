/** The three languages say the same things: same keys, same placeholders, and the plural forms each language has. */
import { describe, expect, it } from '@jest/globals';
import { ERRORS } from '#libs/contracts/error-codes.js';
import { NOTICE_PROBLEMS } from '#libs/contracts/notice-problems.js';
import { readFileSync } from 'node:fs';

type Tree = { [key: string]: string | Tree };
const read = (locale: string): Map<string, string> => {
  const flat = new Map<string, string>();
  const walk = (tree: Tree, path: string) => {
    for (const [key, value] of Object.entries(tree))
      typeof value === 'string' ? flat.set(path + key, value) : walk(value, `${path}${key}.`);
  };
  walk(JSON.parse(readFileSync(new URL(`./${locale}.json`, import.meta.url), 'utf8')) as Tree, '');
  return flat;
};
const PLURAL = /_(zero|one|two|few|many|other)$/;
const base = (key: string) => key.replace(PLURAL, '');
const slots = (text: string) => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}|<(\w+)>/g)].map((m) => m[1] ?? `<${m[2]}>`).sort();
const en = read('en');

describe.each(['tr', 'sk'])('%s', (locale) => {
  const other = read(locale);
  it('has the keys of English, no more and no fewer', () => {
    expect([...new Set([...other.keys()].map(base))].sort()).toEqual([...new Set([...en.keys()].map(base))].sort());
  });
  it('fills the same places', () => {
    const differing = [...other].filter(([key, text]) => {
      const same = en.get(key) ?? en.get(`${base(key)}_other`);
      return PLURAL.test(key)
        ? slots(same ?? '').some((slot) => slot !== 'count' && !slots(text).includes(slot))
        : String(slots(text)) !== String(slots(same ?? ''));
    });
    expect(differing).toEqual([]);
  });
});

describe.each(['en', 'tr', 'sk'])('%s', (locale) => {
  const texts = read(locale);
  it('has every plural form that whole numbers take', () => {
    const needed = new Set(Array.from({ length: 200 }, (_, n) => new Intl.PluralRules(locale).select(n)));
    const plurals = new Set([...texts.keys()].filter((key) => PLURAL.test(key)).map(base));
    const missing = [...plurals].flatMap((key) => [...needed].map((form) => `${key}_${form}`).filter((full) => !texts.has(full)));
    expect(missing).toEqual([]);
  });
  it('has words for every error the desk can answer', () => {
    expect(Object.keys(ERRORS).filter((code) => !texts.has(`problem.${code}`))).toEqual([]);
  });
  it('has words for every reason why somebody was not told', () => {
    expect(Object.keys(NOTICE_PROBLEMS).filter((code) => !texts.has(`noticeProblem.${code}`))).toEqual([]);
  });
  it('is plain: no empty text, no exclamation mark, no straight apostrophe', () => {
    expect([...texts].filter(([, text]) => text.trim() === '' || /!|\w'\w/.test(text))).toEqual([]);
  });
});
