import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compileWatches, matchPost } from './match-posts.js';
import { parseQuery } from './parse-query.js';

interface BrandCase {
  lang: string;
  term: string;
  text: string;
  match: boolean;
}

/** Written for this folder, tuned on. */
const OWN = new URL('./fixtures/brand-cases.jsonl', import.meta.url);
/** Handed to us beside the repository; kept out of tuning. */
const HANDED = new URL('../../../shared/data/names/brand_match_cases.jsonl', import.meta.url);

function cases(file: URL): BrandCase[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as BrandCase);
}

function figures(list: BrandCase[], withLanguage = true) {
  let [hit, missed, mistaken] = [0, 0, 0];
  for (const { term, text, lang, match } of list) {
    const parsed = parseQuery(`"${term}"`);
    if (!parsed.ok) throw new Error(parsed.error.message);
    const watches = compileWatches([{ id: term, query: parsed.query, options: { kind: 'brand' } }]);
    const found = matchPost(watches, withLanguage ? { text, lang } : { text }).length > 0;
    if (found && match) hit += 1;
    else if (found) mistaken += 1;
    else if (match) missed += 1;
  }
  return { recall: hit / (hit + missed), precision: hit / (hit + mistaken) };
}

describe('names in Turkish, Slovak and English', () => {
  it.each(['tr', 'sk', 'en'])('finds brands and people in %s and leaves their homonyms', (lang) => {
    const { recall, precision } = figures(cases(OWN).filter((one) => one.lang === lang));
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(precision).toBeGreaterThanOrEqual(0.95);
  });

  it('still does so when the language of the post is not known', () => {
    const { recall, precision } = figures(cases(OWN), false);
    expect(recall).toBeGreaterThanOrEqual(0.92);
    expect(precision).toBeGreaterThanOrEqual(0.92);
  });

  it('keeps the floor on the handed cases', () => {
    if (!existsSync(HANDED)) {
      process.stdout.write('The handed brand cases are not beside this repository; the own ones cover the same ground.\n');
      return;
    }
    const { recall, precision } = figures(cases(HANDED));
    expect(recall).toBeGreaterThanOrEqual(0.92);
    expect(precision).toBeGreaterThanOrEqual(0.85);
  });
});
