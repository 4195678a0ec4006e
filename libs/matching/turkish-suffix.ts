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
  { forms: both('ki') },
  { forms: both('ler lar lerin larin leri lari ne na ni nin nde nda nden ndan') },
  { forms: both('dir dur tir tur di du ti tu ydi ydu mis mus ymis ymus sa se ysa yse ken yken yim yum yiz yuz dik tik') },
];
/** The suffix -ki starts harmony anew. */
const KI_SLOT = 5;
/** Longest chain that is looked at. */
const LONGEST = 16;

const VOWEL = /[aeiou]/;
const remembered = new Map<string, boolean>();
const MAX_REMEMBERED = 20_000;

/**
 * Whether `tail` (folded letters after a name) can be Turkish suffixes.
 * `stem` is the name in its own spelling; with an apostrophe before the tail, foreign sounds are forgiven.
 */
export function isTurkishSuffix(tail: string, stem: string, apostrophe: boolean): boolean {
  if (tail.length === 0 || tail.length > LONGEST) return false;
  const loose = apostrophe || soundsForeign(stem);
  const key = `${tail}|${loose ? '' : lastSound(stem)}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const fits = loose ? fitsAnywhere(tail) : fitsAfter(tail, stem);
  if (remembered.size < MAX_REMEMBERED) remembered.set(key, fits);
  return fits;
}

function fitsAnywhere(tail: string): boolean {
  return chain(tail, 0, 'consonant', undefined) || chain(tail, 0, 'vowel', undefined) || chain(tail, 0, 'possessive', undefined);
}

function fitsAfter(tail: string, stem: string): boolean {
  const { ending, harmony } = soundOf(stem);
  return chain(tail, 0, ending, harmony) || (ending === 'vowel' && chain(tail, 0, 'possessive', harmony));
}

function chain(tail: string, firstSlot: number, after: After, harmony: string | undefined): boolean {
  if (tail === '') return firstSlot > 0;
  for (let s = firstSlot; s < SLOTS.length; s++) {
    const slot = SLOTS[s] as Slot;
    for (const form of slot.forms[after] ?? []) {
      if (!tail.startsWith(form) || clashes(form, harmony)) continue;
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

function soundOf(stem: string): { ending: After; harmony: string | undefined } {
  const lower = stem.toLocaleLowerCase('tr');
  const vowels = lower.match(/[aıouâûeiöüéy]/g);
  const last = vowels?.at(-1);
  const harmony = last === undefined ? undefined : 'aıouâû'.includes(last) ? 'back' : 'front';
  return { ending: /[aıoueiöüâûé]$/.test(lower) ? 'vowel' : 'consonant', harmony };
}

function lastSound(stem: string): string {
  const { ending, harmony } = soundOf(stem);
  return `${ending}${harmony ?? ''}`;
}

/** Names not written as they sound (Vodafone, Google, Spotify), written in capitals or without Turkish letters. */
function soundsForeign(stem: string): boolean {
  return (
    /[bcdfghjklmnpqrstvwxz]e$|[wqxy]|ee|oo|ea|ou|[0-9]|ie$/i.test(stem) ||
    (stem.length > 1 && stem === stem.toLocaleUpperCase('tr'))
  );
}
