/** Prints how well and how fast watches match: `npm run bench:matching [file of cases …]`. */

import { existsSync } from 'node:fs';
import { brandFigures, readBrandCases } from './brand-cases.js';
import { speedFigures } from './matching-speed.js';

const OWN = 'libs/matching/fixtures/brand-cases.jsonl';
const HANDED = '../shared/data/names/brand_match_cases.jsonl';
const TERMS = [10, 1_000, 10_000, 100_000];
/** A post in so many speaks of a watched name: as on a public network, and as in a stream that was searched for them. */
const NAMED_EVERY = [1000, 50];

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
  for (const namedEvery of NAMED_EVERY) for (const terms of TERMS) printRow(terms, namedEvery);
}

function printRow(terms: number, namedEvery: number): void {
  const f = speedFigures(terms, namedEvery);
  const share = (part: number) => `${(part * 100).toFixed(2)} %`;
  const cells = [
    `${terms} names, one post in ${namedEvery}`,
    f.overParse.toFixed(2),
    f.overParseOfText.toFixed(2),
    share(f.passed),
    share(f.matched),
    (f.compileMs / 1000).toFixed(2),
    f.megabytes.toFixed(0),
  ];
  console.log(cells.join(' | '));
}

const files = process.argv.slice(2);
for (const path of files.length > 0 ? files : [HANDED, OWN]) printBrandCases(path);
if (files.length === 0) printSpeed();
