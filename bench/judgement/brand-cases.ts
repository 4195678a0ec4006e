/** How well names are told apart from other words: recall and precision on the cases of a file. */

import { readFileSync } from 'node:fs';
import { compileWatches, explainPost } from '#libs/matching/match-posts.js';
import { parseQuery } from '#libs/matching/parse-query.js';

export interface BrandCase {
  lang: string;
  term: string;
  text: string;
  match: boolean;
  note: string;
}

export interface BrandFigures {
  cases: number;
  recall: number;
  precision: number;
  wrong: { brandCase: BrandCase; relevance: number; why: string }[];
}

export function readBrandCases(path: string): BrandCase[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as BrandCase);
}

/** Asks each case as a brand watch with the name in quotes, the post's language known. */
export function brandFigures(cases: BrandCase[]): BrandFigures {
  let [hit, missed, mistaken] = [0, 0, 0];
  const wrong: BrandFigures['wrong'] = [];
  for (const brandCase of cases) {
    const found = askCase(brandCase);
    if (found.matches && brandCase.match) hit += 1;
    else if (found.matches) mistaken += 1;
    else if (brandCase.match) missed += 1;
    if (found.matches !== brandCase.match) wrong.push({ brandCase, relevance: found.relevance, why: found.why });
  }
  return { cases: cases.length, recall: hit / (hit + missed), precision: hit / (hit + mistaken), wrong };
}

function askCase({ term, text, lang }: BrandCase): { matches: boolean; relevance: number; why: string } {
  const parsed = parseQuery(`"${term}"`);
  if (!parsed.ok) throw new Error(`${term}: ${parsed.error.message}`);
  const compiled = compileWatches([{ id: 'brand', query: parsed.query, options: { kind: 'brand' } }]);
  const [found] = explainPost(compiled, { text, lang });
  const why =
    found?.reasons.map((reason) => `${reason.code.replace('match_', '')} ${reason.weight} (${reason.words})`).join(', ') ??
    'words not found';
  return { matches: found?.passes ?? false, relevance: found?.relevance ?? 0, why };
}
