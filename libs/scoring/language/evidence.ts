/** Own evidence for a language: words that it uses often and others do not, and letters only it has. */
import type { Token } from '../text/tokens.js';

/** Folded words; one listed for two languages counts for both. */
const WORDS: Readonly<Record<string, string>> = {
  en: "the and you for that this with have was are not your but they what from just when will can get out been would about there their has i i'm it's don't can't is it my me we how why who of in at please thanks still never hours to on be so if or as an by more had his her she he them then than our us did does do were being into only over some could should it'll i've i'll isn't doesn't didn't wasn't won't thank need love",
  tr: 'bir ve bu icin cok daha gibi kadar sonra var yok ama degil ben beni bana siz size sizin mi mu olan olarak her hic kac neden niye lutfen tesekkur tesekkurler nasil bile ile oldu olsun iyi guzel gun merhaba kargo hala artik simdi bugun yarin bence hem o su ya ki once sadece hep biz bize bizim diye gore kendi varmi olur oluyor etmek hicbir niye sey seyi icinde uzerinde yeni en ne',
  sk: 'som je sa na nie to ze ako aj ale sme by pre pri ste tak len uz vas vam nas ktory ktora ktore ktori co prosim dakujem velmi dobry den preco kedy alebo bol bola boli bolo moze mate mam toto vsetko podla ich tam tu ci do vo zo ked keby este nic velmi iba su si v s z k o u i od po za nebol nebola vsetci jeho jej moj moja som mi ma mu teraz potom dnes len lebo',
  cs: 'jsem jsme jsou jste ze se neni proc kdyz ktery jeste dekuji jako nebo byl moc tohle protoze jen pro taky bych uz ho az co kde kdo dnes vsechno muze mate',
  de: 'der die das und ist nicht ich du wir ihr sie es ein eine einen dem den mit auf fur von zu im auch aber wie was wenn noch nur schon sich bei nach aus mein dein hat haben bin sind wird werden kann uns mich dich dass oder mal heute',
  fr: "le la les des et est pas je tu il elle nous vous ils une un du au aux que qui pour dans sur avec ce cette mais ou plus se son sa ses mon ma mes c'est j'ai d'un qu'il ne on en par tout fait suis sont",
  es: 'el la los las que y es no en un una por para con se del lo me mi tu su pero como mas si ya muy todo hoy este esta yo le al cuando porque gracias ser son hay eso',
  it: "il lo la gli le che e di un una per con non sono ma del della al alla da in si mi ti ci come piu anche se questo questa ho ha hai nel cosi perche solo c'e dei tutto",
  pt: 'o a os as que e do da de em um uma para com nao se no na por mais eu voce meu minha mas como ta vou ja muito isso esse essa ele ela pra foi ser tem so vc quando tudo',
};
const LETTERS: readonly (readonly [string, RegExp])[] = [
  ['tr', /[ığşİŞĞ]/],
  ['sk', /[ľĺŕôĽ]/],
  ['cs', /[řěůŘĚŮ]/],
  ['de', /[ß]/],
  ['pt', /[ãõ]/],
  ['es', /[ñ¿¡]/],
];
const LETTER_STRENGTH = 2;
const NOT_ASCII = /[^\x00-\x7f]/;

/** Languages with own evidence, in the order of `Evidence.strengths`. */
export const CODES = Object.keys(WORDS);
const LISTED = new Map<string, number[]>();
CODES.forEach((code, at) => {
  for (const word of new Set((WORDS[code] ?? '').split(' '))) LISTED.set(word, [...(LISTED.get(word) ?? []), at]);
});

export interface Evidence {
  /** How strongly the words and letters of a post speak for each language of CODES. */
  readonly strengths: readonly number[];
  readonly code: string;
  readonly best: number;
  readonly second: number;
}

const LETTERS_AT = LETTERS.map(([code, letters]) => [CODES.indexOf(code), letters] as const);

function addLetters(raw: string, sums: number[]): void {
  for (const [at, letters] of LETTERS_AT) if (letters.test(raw)) sums[at] = (sums[at] as number) + LETTER_STRENGTH;
}

function sumUp(tokens: readonly Token[]): number[] {
  const sums = new Array<number>(CODES.length).fill(0);
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    const listed = LISTED.get(token.folded);
    if (listed) for (const at of listed) sums[at] = (sums[at] as number) + 1 / listed.length;
    if (NOT_ASCII.test(token.raw)) addLetters(token.raw, sums);
  }
  return sums;
}

/** Takes the tokens of a post, returns how strongly its words and letters speak for each language. */
export function countEvidence(tokens: readonly Token[]): Evidence {
  const strengths = sumUp(tokens);
  let first = 0;
  let second = -1;
  for (let at = 1; at < strengths.length; at += 1) {
    const sum = strengths[at] as number;
    if (sum > (strengths[first] as number)) [first, second] = [at, first];
    else if (second < 0 || sum > (strengths[second] as number)) second = at;
  }
  return { strengths, code: CODES[first] ?? 'unknown', best: strengths[first] as number, second: strengths[second] ?? 0 };
}
