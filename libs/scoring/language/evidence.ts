/** Own evidence for a language: words only it uses often, and letters only it has. */
import type { Token } from '../text/tokens.js';

const WORDS: Readonly<Record<string, string>> = {
  en: "the and you for that this with have was are not your but they what from just when will can get out been would about there their has i i'm it's don't is it my me we how why who of in at please thanks flight hours never still",
  tr: 'bir ve bu icin cok daha gibi ne kadar sonra var yok ama degil ben beni bana siz size sizin mi mu olan olarak her hic kac neden niye lutfen tesekkur tesekkurler nasil bile ile oldu olsun iyi guzel gun merhaba kargo hala artik simdi bugun yarin en sey bence hem',
  sk: 'som je sa na nie to ze ako aj ale sme by pre pri ste tak len uz mi vas vam nas ktory ktora ktore ked co prosim dakujem velmi dobry den este preco kedy lebo alebo bol bola boli bolo moze mate mam toto vsetko podla ich tam tu ci do vo zo',
};
const MARKED: Readonly<Record<string, string>> = {
  tr: 'ığşİ',
  sk: 'ľĺŕô',
  cs: 'řěů',
};
/** Words of Czech that Slovak does not have, to keep the two apart. */
const CZECH = new Set(
  'jsem jsme jsou jste ze se neni proc kdyz ktery jeste dekuji prosim taky jako nebo byl moc tohle protoze uz jen pro'.split(' '),
);
const SLOVAK_TOO = new Set('ze prosim uz'.split(' '));

const SETS = Object.entries(WORDS).map(([code, words]) => [code, new Set(words.split(' '))] as const);

export interface Evidence {
  readonly byLanguage: ReadonlyMap<string, number>;
  readonly code: string;
  readonly best: number;
  readonly second: number;
}

function addLetters(raw: string, counts: Map<string, number>): void {
  for (const code of Object.keys(MARKED)) {
    for (const letter of MARKED[code] ?? '') {
      if (raw.includes(letter)) counts.set(code, (counts.get(code) ?? 0) + 2);
    }
  }
}

/** Takes the tokens of a post, returns how strongly its words and letters speak for each language. */
export function countEvidence(tokens: readonly Token[]): Evidence {
  const counts = new Map<string, number>();
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    for (const [code, words] of SETS) if (words.has(token.folded)) counts.set(code, (counts.get(code) ?? 0) + 1);
    if (CZECH.has(token.folded) && !SLOVAK_TOO.has(token.folded)) counts.set('cs', (counts.get('cs') ?? 0) + 1);
    addLetters(token.raw, counts);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return { byLanguage: counts, code: sorted[0]?.[0] ?? 'unknown', best: sorted[0]?.[1] ?? 0, second: sorted[1]?.[1] ?? 0 };
}
