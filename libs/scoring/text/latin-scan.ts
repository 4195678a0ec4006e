/** Finds words, numbers and marks in Latin letters by a table of letters; where the table does not reach it says so, and the patterns decide. */

/** Code units with a place in the table: Latin letters with all their signs above and below. */
const TABLE = 0x250;
const [WORD, GOES_ON, NUMBER, MARK, NOTHING] = [1, 2, 4, 8, 16];
/** As far as the patterns let a word, its part after an apostrophe, a number and a row of marks reach. */
const [LONGEST_WORD, LONGEST_PART, LONGEST_NUMBER, LONGEST_ROW] = [201, 20, 40, 20];
const [APOSTROPHE, DOT, EXCLAMATION, QUESTION] = [0x27, 0x2e, 0x21, 0x3f];
/** The answer where the table does not reach. */
export const UNSURE = -1;

function classOf(code: number): number {
  const sign = String.fromCharCode(code);
  if (/\p{L}/u.test(sign)) return WORD | GOES_ON;
  if (/\p{N}/u.test(sign)) return NUMBER | GOES_ON;
  if (sign === '_') return GOES_ON | NOTHING;
  if (/[?!.,;"]/.test(sign)) return MARK;
  return code < 0x80 && !/[<>:=()[\]^@#-]/.test(sign) ? NOTHING : 0;
}

const CLASSES = Uint8Array.from({ length: TABLE }, (_, code) => classOf(code));

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < TABLE ? (CLASSES[code] as number) : 0;
}

/** Whether the table knows the sign at a place, or the text has ended there. */
function knows(text: string, at: number): boolean {
  return !(text.charCodeAt(at) >= TABLE);
}

/** The end of what begins at `from` and is made of signs of these classes; at most `most` signs. */
function endOfRun(text: string, from: number, classes: number, most: number): number {
  const last = Math.min(text.length, from + most);
  let end = from;
  while (end < last && (classAt(text, end) & classes) !== 0) end += 1;
  return end;
}

/** A word may go on after one apostrophe: don't, Ankara'da. */
function endOfWord(text: string, from: number): number {
  const end = endOfRun(text, from, GOES_ON, LONGEST_WORD);
  if (end - from === LONGEST_WORD || !knows(text, end)) return UNSURE;
  if (text.charCodeAt(end) !== APOSTROPHE) return end;
  const part = endOfRun(text, end + 1, WORD, LONGEST_PART);
  if (!knows(text, part)) return UNSURE;
  return part > end + 1 ? part : end;
}

function endOfNumber(text: string, from: number): number {
  const end = endOfRun(text, from, NUMBER, LONGEST_NUMBER);
  return knows(text, end) ? end : UNSURE;
}

function endOfMark(text: string, from: number): number {
  const first = text.charCodeAt(from);
  const dots = first === DOT;
  if (!dots && first !== EXCLAMATION && first !== QUESTION) return from + 1;
  const last = Math.min(text.length, from + LONGEST_ROW);
  let end = from + 1;
  for (; end < last; end += 1) {
    const code = text.charCodeAt(end);
    if (dots ? code !== DOT : code !== EXCLAMATION && code !== QUESTION) break;
  }
  return end;
}

export type LatinKind = 'word' | 'number' | 'mark' | 'nothing' | 'unknown';

/** Takes a text and a place in it, returns what begins there; `unknown` where the table does not reach. */
export function kindAt(text: string, at: number): LatinKind {
  const classes = classAt(text, at);
  if ((classes & NOTHING) !== 0) return 'nothing';
  if ((classes & WORD) !== 0) return 'word';
  if ((classes & MARK) !== 0) return 'mark';
  return (classes & NUMBER) !== 0 ? 'number' : 'unknown';
}

/** Takes a text, a place in it and what begins there, returns where that ends, or UNSURE. */
export function endAt(text: string, at: number, kind: LatinKind): number {
  if (kind === 'word') return endOfWord(text, at);
  if (kind === 'mark') return endOfMark(text, at);
  return kind === 'number' ? endOfNumber(text, at) : UNSURE;
}
