/** Prints how well and how fast watches match: `npm run bench:matching [file of cases …]`. */

import { existsSync } from 'node:fs';
import { brandFigures, readBrandCases } from './brand-cases.js';
import { speedFigures } from './matching-speed.js';

const OWN = 'libs/matching/fixtures/brand-cases.jsonl';
const HANDED = '../shared/data/names/brand_match_cases.jsonl';
const TERMS = [10, 1_000, 10_000, 100_000];

function printBrandCases(path: string): void {
  if (!existsSync(path)) return console.log(`${path}: not here, left out`);
  const { cases, recall, precision, wrong } = brandFigures(readBrandCases(path));
  console.log(`${path}: ${cases} cases, recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`);
  for (const { brandCase, relevance, why } of wrong) {
    const kind = brandCase.match ? 'missed' : 'mistaken';
    console.log(`  ${kind} ${brandCase.lang} ${brandCase.term} | ${brandCase.text} | ${relevance.toFixed(2)} ${why}`);
  }
}

function printSpeed(): void {
  console.log(
    'terms | first pass + parse + match of what passes, × JSON.parse | × JSON.parse of decoded text | passes | matches | compile s | MB',
  );
  for (const terms of TERMS) {
    const f = speedFigures(terms);
    const shares = [f.passed, f.matched].map((share) => `${(share * 100).toFixed(1)} %`);
    const cells = [
      terms,
      f.overParse.toFixed(2),
      f.overParseOfText.toFixed(2),
      ...shares,
      (f.compileMs / 1000).toFixed(2),
      f.megabytes.toFixed(0),
    ];
    console.log(cells.join(' | '));
  }
}

const files = process.argv.slice(2);
for (const path of files.length > 0 ? files : [HANDED, OWN]) printBrandCases(path);
if (files.length === 0) printSpeed();
