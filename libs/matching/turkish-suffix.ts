/** Tells whether what follows a name is a chain of Turkish suffixes, as in Migros'takiler, turkcellden, bankasının. */

/** How the letters before a suffix end: that decides buffer letters (y, s, n). */
type After = 'consonant' | 'vowel' | 'possessive';

interface Slot {
  /** Suffixes by what they may follow, folded (ı is i, ü is u, ç is c). */
  readonly forms: Partial<Record<After, readonly string[]>>;
  /** What follows this slot sees a possessive. */
  readonly possessive?: boolean;
}

const words = (list: string) => list.split(' ');
const both = (list: string): Slot['forms'] => ({ consonant: words(list), vowel: words(list), possessive: words(list) });

/** In the order in which Turkish strings them (Göksel and Kerslake, Turkish: A Comprehensive Grammar, chapter 8). */
const SLOTS: readonly Slot[] = [
  { forms: both('li lu siz suz ci cu ti lik luk gil cilik culuk lilik luluk cik cuk') },
  { forms: both('lar ler') },
  {
    forms: { consonant: words('im um in un imiz umuz iniz unuz'), vowel: words('m n miz muz niz nuz') },
  },
  { forms: { consonant: words('i u'), vowel: words('si su') }, possessive: true },
  {
    forms: {
      consonant: words('i u a e in un da de ta te dan den tan ten la le ca ce'),
      vowel: words('yi yu ya ye nin nun da de ta te dan den tan ten yla yle ca ce'),
      possessive: words('ni nu na ne nin nun nda nde ndan nden yla yle nca nce'),
    },
  },
  { forms: both('ki kiler kilere kilerde kilerden kilerin kileri kine kini kinin kinde kinden') },
  { forms: both('dir dur tir tur di du ti tu ydi ydu mis mus ymis ymus sa se ysa yse ken yken yim yum yiz yuz dik tik') },
];
/** The suffix -ki is always front and takes its own endings; what follows it starts harmony anew. */
const KI_SLOT = 5;
/** Longest chain that is looked at. */
const LONGEST = 16;

const VOWEL = /[aeiou]/;
const remembered = new Map<string, boolean>();
const MAX_REMEMBERED = 20_000;

/** How a name sounds at its end, as bits: what its suffixes must fit. */
export type Sound = number;
const LOOSE = 1;
const ENDS_IN_VOWEL = 2;
const BACK = 4;
const FRONT = 8;
const BACK_VOWELS = 'aıouâû';
const FOREIGN = /[wqxy0-9]|e[ea]|o[ou]/i;
const FOREIGN_END = /[b-df-hj-np-tvz]e$|ie$/i;
const SMALL = /\p{Ll}/u;
const VOWELS = `${BACK_VOWELS}eiöüéy`;

/** The sound of a name in its own spelling. Names that are not written as they sound (Vodafone, IBM) fit anything. */
export function soundOf(name: string): Sound {
  if (soundsForeign(name)) return LOOSE;
  const lower = lowered(name);
  let at = lower.length - 1;
  while (at >= 0 && !VOWELS.includes(lower.charAt(at))) at -= 1;
  if (at < 0) return 0;
  const last = lower.charAt(at);
  const harmony = BACK_VOWELS.includes(last) ? BACK : FRONT;
  return harmony | (at === lower.length - 1 && last !== 'y' ? ENDS_IN_VOWEL : 0);
}

/** In small letters as Turkish has them; asking the engine by locale is slow, and only I and İ need it. */
function lowered(name: string): string {
  return /[Iİ]/.test(name) ? name.toLocaleLowerCase('tr') : name.toLowerCase();
}

/** Names not written as they sound (Vodafone, Google, Spotify), written in capitals or without Turkish letters. */
function soundsForeign(name: string): boolean {
  return (
    FOREIGN.test(name) ||
    FOREIGN_END.test(name) ||
    (name.length > 1 && !SMALL.test(name) && name === name.toLocaleUpperCase('tr'))
  );
}

/**
 * Whether `tail` (folded letters after a name of this sound) can be Turkish suffixes.
 * With an apostrophe before the tail, sounds that do not fit are forgiven.
 */
export function isTurkishSuffix(tail: string, sound: Sound, apostrophe: boolean): boolean {
  if (tail.length === 0 || tail.length > LONGEST) return false;
  const asked = apostrophe ? LOOSE : sound;
  const key = `${tail}${asked}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const fits = asked === LOOSE ? fitsAnywhere(tail) : fitsAfter(tail, asked);
  if (remembered.size < MAX_REMEMBERED) remembered.set(key, fits);
  return fits;
}

function fitsAnywhere(tail: string): boolean {
  return chain(tail, 0, 'consonant', undefined) || chain(tail, 0, 'vowel', undefined) || chain(tail, 0, 'possessive', undefined);
}

function fitsAfter(tail: string, sound: Sound): boolean {
  const harmony = sound & BACK ? 'back' : sound & FRONT ? 'front' : undefined;
  if ((sound & ENDS_IN_VOWEL) === 0) return chain(tail, 0, 'consonant', harmony);
  return chain(tail, 0, 'vowel', harmony) || chain(tail, 0, 'possessive', harmony);
}

function chain(tail: string, firstSlot: number, after: After, harmony: string | undefined): boolean {
  if (tail === '') return firstSlot > 0;
  for (let s = firstSlot; s < SLOTS.length; s++) {
    const slot = SLOTS[s] as Slot;
    for (const form of slot.forms[after] ?? []) {
      if (!tail.startsWith(form) || (s !== KI_SLOT && clashes(form, harmony))) continue;
      const rest = tail.slice(form.length);
      const next = s === KI_SLOT ? undefined : (harmonyOf(form) ?? harmony);
      if (chain(rest, s + 1, slot.possessive ? 'possessive' : endingOf(form), next)) return true;
    }
  }
  return false;
}

function clashes(form: string, harmony: string | undefined): boolean {
  const own = harmonyOf(form);
  return own !== undefined && harmony !== undefined && own !== harmony;
}

/** After folding only a and e still tell back from front. */
function harmonyOf(form: string): string | undefined {
  return form.includes('a') ? 'back' : form.includes('e') ? 'front' : undefined;
}

function endingOf(letters: string): After {
  return VOWEL.test(letters.at(-1) ?? '') ? 'vowel' : 'consonant';
}
