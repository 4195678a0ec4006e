/** Brand names told apart from other words, from the cases of the matching library. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { brandFigures, readBrandCases } from './brand-cases.js';
import type { TableRow } from './table.js';

/** Takes the folder of the sets, returns recall and precision on the brand cases when they are there. */
export function brandRows(folder: string): TableRow[] {
  const path = join(folder, 'names', 'brand_match_cases.jsonl');
  if (!existsSync(path)) return [];
  const { cases, recall, precision } = brandFigures(readBrandCases(path));
  return [
    {
      set: 'brand_match_cases',
      n: cases,
      measure: 'recall',
      bare: 0.47,
      ours: recall,
      floor: 0.92,
      note: 'bare: plain word matching',
    },
    {
      set: 'brand_match_cases',
      n: cases,
      measure: 'precision',
      bare: 0.55,
      ours: precision,
      floor: 0.85,
      note: 'bare: plain word matching',
    },
  ];
}
