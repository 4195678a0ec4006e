/** Where everything lies in the memory that the first pass shares with its WebAssembly. */

/** What `skip` leaves behind besides its answer: where the word in hand began, and what is known of it, one of the three below. */
export const BEGIN = 0;
export const KNOWN = 4;
export const [UNASKED, NONE, PERHAPS] = [0, 1, 2];
/** Of a word that is perhaps one of a watch: the least length of its stem, 0 for none, and which of its keys may be those of a slip. */
export const LEAST = 12;
export const SLIP_KEYS = 16;
/** 1 when a watch asks for a sign that is a word by itself. */
export const HAS_SINGLES = 8;
/** The numbers that keys of slips are sums of, see `unit-hash.ts`. */
export const PLACES = 1024;
/** Keys of JSON that are looked for. */
export const KEYS = 4096;
export const KEYS_END = 65_536;
/** What each code point of two or three bytes is: a byte of `wideKinds`. */
export const WIDE = 65_536;
/** How words begin, by three letters: of each three numbers of 32 bits, one for each fourth letter. */
export const GROUPS = 131_072;
/** How slips go on, see `SlipGate`. */
export const LATER = 655_360;
/** A bit for each byte of the text: is it a letter of ASCII; and is it a letter or something that needs a closer look. */
export const LETTER_BITS = 786_432;
export const TOKEN_BITS = 851_968;
export const TEXT = 917_504;
/** Longer texts are not worth a first look. */
export const ROOM = 262_144;
/** So many bytes behind a text are looked at, as spaces. */
export const BEYOND = 128;
/** Filters of keys, one after the other. */
export const FILTERS = TEXT + ROOM + 4096;

/** Names of the numbers that are given to the module: where a filter begins, how far a hash is shifted to be a place in it; see `FirstPass`, `WordGate`. */
export const NUMBERS = [
  'sixes', 'sixesShift', 'stems', 'stemsShift', 'halves', 'halvesShift', 'slips', 'slipsShift', 'need', 'shortest',
] as const; // prettier-ignore
