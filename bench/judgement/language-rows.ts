/** The language tag, by the shipped scorer and by `eld/small` alone. */
import { scorePost } from '#libs/scoring/score-post.js';
import { bareLanguage } from './bare-packages.js';
import { readSet } from './data-sets.js';
import type { TableRow } from './table.js';

const SETS = [
  'en_airline_train',
  'en_semeval17_val',
  'en_umsab_train',
  'tr_boun_train',
  'tr_magaza_train',
  'sk_kinit_dev',
  'sk_stress_dev',
];
const ALSO = ['de_umsab_train', 'fr_umsab_train', 'es_umsab_train', 'it_umsab_train', 'pt_umsab_train'];

/** Takes the folder of the sets, returns a row for each that is there. */
export function languageRows(folder: string): TableRow[] {
  return [...SETS, ...ALSO].flatMap((name): TableRow[] => {
    const rows = readSet(folder, `sentiment/${name}`);
    if (!rows) return [];
    const share = (tag: (text: string) => string): number =>
      rows.filter((row) => tag(row.text) === row.lang).length / rows.length;
    const ours = share((text) => scorePost({ text }).language.code);
    return [
      {
        set: name,
        n: rows.length,
        measure: 'right tag',
        bare: share(bareLanguage),
        ours,
        ...(SETS.includes(name) && { floor: 0.97 }),
      },
    ];
  });
}
