/** What one code point folds to, worked out once per page of 256 and then only looked up. */

/** The unit folds to nothing. */
export const DROP = 0xffff;
/** The unit folds to more than one unit: ask `foldedUnits`. */
export const SEVERAL = 0xfffe;

/** Letters that Unicode does not decompose, and typographic signs, with what people type instead. */
const TYPED_AS: Record<string, string> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ə: 'e',
  ſ: 's',
  '’': "'",
  '‘': "'",
  '‛': "'",
  ʼ: "'",
  ʹ: "'",
  '′': "'",
  '´': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '™': '',
  '®': '',
  '©': '',
  '℠': '',
  '\u0000': ' ',
};

/** Lower-case letters of other scripts that look like a Latin one in either case (after Unicode UTS 39). */
const LOOK_ALIKES: Record<string, string> = {
  // Cyrillic
  ...pairs('авекмнорстухіјѕԁһԛԝӏүғ', 'abekmhopctyxijsdhqwlyf'),
  // Greek
  ...pairs('αβεζηικμνορτυχς', 'abezhikmnoptyxc'),
  // Armenian, Latin small capitals and phonetic letters
  ...pairs('օոսցհ', 'onugh'),
  ...pairs('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'),
  ...pairs('ɑɡɩιⅼɴᖯꞵꓐꓔꓮꓰꓳꓵꓲ', 'agiilnbbbtaeoni'),
};

function pairs(from: string, to: string): Record<string, string> {
  return Object.fromEntries([...from].map((letter, i) => [letter, to[i] ?? '']));
}

/** Combining marks of Latin, Greek and Cyrillic; Indic vowel signs are letters of their words and stay. */
const COMBINING = /[\u0300-\u036f\u0483-\u0489\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/u;
/** Zero-width characters, soft hyphen, direction controls, tag characters, skin tones and variation selectors. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{1f3fb}-\u{1f3ff}\u{e0000}-\u{e0fff}]/u;

function foldCodePoint(codePoint: number): string {
  let folded = '';
  const signed = TYPED_AS[String.fromCodePoint(codePoint)] ?? String.fromCodePoint(codePoint);
  for (const part of signed.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (COMBINING.test(part) || INVISIBLE.test(part)) continue;
    folded += LOOK_ALIKES[part] ?? TYPED_AS[part] ?? part;
  }
  return folded.normalize('NFKC');
}

const pages: (Uint16Array | undefined)[] = new Array<Uint16Array | undefined>(256).fill(undefined);
const several = new Map<number, string>();
/** Enough for every letter that is ever worth keeping; a hostile text can not make it grow further. */
const MAX_REMEMBERED = 20_000;

/** What a UTF-16 unit outside the surrogates folds to: one unit, `DROP` or `SEVERAL`. */
export function foldedUnit(unit: number): number {
  const page = pages[unit >> 8] ?? makePage(unit >> 8);
  return page[unit & 255] as number;
}

/** What any code point folds to, as a string of zero or more units. */
export function foldedUnits(codePoint: number): string {
  const known = several.get(codePoint);
  if (known !== undefined) return known;
  const folded = foldCodePoint(codePoint);
  if (several.size < MAX_REMEMBERED) several.set(codePoint, folded);
  return folded;
}

function makePage(number: number): Uint16Array {
  const page = new Uint16Array(256);
  for (let low = 0; low < 256; low++) {
    const unit = (number << 8) | low;
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    const folded = isSurrogate ? '\ufffd' : foldCodePoint(unit);
    page[low] = folded.length === 0 ? DROP : folded.length === 1 ? folded.charCodeAt(0) : SEVERAL;
  }
  pages[number] = page;
  return page;
}
