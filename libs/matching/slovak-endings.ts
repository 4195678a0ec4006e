/** Slovak declension of names: which stem a name has and which endings its pattern takes. All folded. */

/** One way to decline a name: drop letters, put one of the endings. Patterns after Dvonč: Morfológia slovenského jazyka. */
export interface SlovakPattern {
  readonly name: string;
  readonly endings: ReadonlySet<string>;
}

const pattern = (name: string, endings: string): SlovakPattern => ({ name, endings: new Set(endings.split(' ')) });

/** chlap, dub, stroj, kosť. Possessives (Novákova) are left out: folded they are another person, Nováková. */
const CONSONANT = pattern('consonant', 'a u e i y ovi om ov ami mi och ia ovia ou iam iach ovci ovcov ovcom');
/** žena, ulica, hrdina; with possessives (Janin, Janina). */
const FEMININE_A = pattern('feminine-a', 'y e u ou i am ach ami o ovi om ovia ov in ina ino ine inej inu inho inym');
/** pekná, Nováková. */
const ADJECTIVE_A = pattern('adjective-a', 'ej u ou e ych ym ymi y i');
/** pekný, cudzí, Novotný. */
const ADJECTIVE_Y = pattern('adjective-y', 'eho emu ieho iemu ho mu om ym im ych ich ymi imi a ej u ou e i ie ia iu ovci');
/** mesto, Tesco, Jano. */
const NEUTER_O = pattern('neuter-o', 'a u e om ach ami ovi och');
/** srdce; foreign Orange, Google: Orangeu, Orangu. */
const FINAL_E = pattern('final-e', 'u a i om ov y ou');
/** Horalky, Tatry. */
const PLURAL_Y = pattern('plural-y', 'am ach ami ov och om iek ek');
/** múzeum. */
const NEUTER_UM = pattern('neuter-um', 'a u e om');

export const SLOVAK_PATTERNS: readonly SlovakPattern[] = [
  CONSONANT,
  FEMININE_A,
  ADJECTIVE_A,
  ADJECTIVE_Y,
  NEUTER_O,
  FINAL_E,
  PLURAL_Y,
  NEUTER_UM,
];

export interface SlovakStem {
  stem: string;
  pattern: SlovakPattern;
}

const SHORTEST_STEM = 2;
/** A vowel that is dropped before an ending: Peter, Petra; Pavol, Pavla. */
const FLEETING = /[bcdfghjklmnprstvz][eo][rlkcn]$/;

/**
 * The stems a name declines by. `word` is folded; `spelling` is the name as written, whose last letter may tell an
 * adjective (Nováková) from a noun (Alza); without diacritics both are tried.
 */
export function slovakStems(word: string, spelling: string): SlovakStem[] {
  return candidates(word, spelling).filter(({ stem }) => stem.length >= SHORTEST_STEM);
}

function candidates(word: string, spelling: string): SlovakStem[] {
  const short = word.slice(0, -1);
  switch (word.at(-1)) {
    case 'a':
      return feminine(short, spelling.toLowerCase());
    case 'y':
      return [of(short, ADJECTIVE_Y), of(short, PLURAL_Y)];
    case 'i':
      return /[íÍ]$/.test(spelling) ? [of(word, ADJECTIVE_Y), of(short, ADJECTIVE_Y)] : [];
    case 'o':
      return [of(short, NEUTER_O)];
    case 'e':
      return [of(word, FINAL_E), of(short, /[éÉ]$/.test(spelling) ? ADJECTIVE_Y : FINAL_E)];
    case 'u':
      return [];
    default:
      return consonantal(word);
  }
}

function feminine(short: string, spelling: string): SlovakStem[] {
  const isAdjective = spelling.endsWith('á') || /(?:ova|ska|cka|zka)$/.test(spelling);
  const isNoun = !spelling.endsWith('á');
  return [...(isNoun ? [of(short, FEMININE_A)] : []), ...(isAdjective ? [of(short, ADJECTIVE_A)] : [])];
}

function consonantal(word: string): SlovakStem[] {
  const stems = [of(word, CONSONANT)];
  if (FLEETING.test(word)) stems.push(of(word.slice(0, -2) + word.slice(-1), CONSONANT));
  if (word.endsWith('um') && word.length > 4) stems.push(of(word.slice(0, -2), NEUTER_UM));
  return stems;
}

function of(stem: string, slovakPattern: SlovakPattern): SlovakStem {
  return { stem, pattern: slovakPattern };
}
