/** Cuts folded text into words, signs and emoji; takes URLs, handles and hashtags apart. */

import { foldToUnits, unitsToString } from './fold.js';
import { foldedUnit } from './fold-table.js';
import type { FoldedUnits } from './folded-units.js';
import { TokenList, IN_HANDLE, IN_TAG, IN_URL, WHOLE } from './token-list.js';
import * as c from './unit-class.js';

const SPACE = 0x20;
const FIRST_SURROGATE = 0xd800;
const ASCII_WORD = /^[A-Za-z0-9]+$/;

/** The words of a text as the automaton sees them: folded, without apostrophes and dots inside. */
export function wordsOf(text: string): string[] {
  return plainWordsOf(text) ?? allWordsOf(text);
}

/** The same where nothing but letters and spaces stand, as in most names; else undefined. */
function plainWordsOf(text: string): string[] | undefined {
  if (ASCII_WORD.test(text)) return [text.toLowerCase()];
  const words: string[] = [];
  let word = '';
  for (let i = 0; i < text.length; i++) {
    const unit = foldedUnit(text.charCodeAt(i));
    const isLetter = unit < FIRST_SURROGATE && c.unitClass(unit) === c.LETTER;
    if (isLetter) word += String.fromCharCode(unit);
    else if (unit !== SPACE) return undefined;
    else if (word !== '') {
      words.push(word);
      word = '';
    }
  }
  if (word !== '') words.push(word);
  return words;
}

function allWordsOf(text: string): string[] {
  const folded = foldToUnits(text);
  const tokens = tokenise(folded, text);
  const words: string[] = [];
  for (let t = 0; t < tokens.count; t++) {
    if ((tokens.flags[t] as number) & WHOLE) continue;
    words.push(tokenText(folded, tokens, t));
  }
  return words;
}

/** The folded letters of token `t`. */
export function tokenText(folded: FoldedUnits, tokens: TokenList, t: number): string {
  const text = unitsToString(folded.units, tokens.start[t] as number, tokens.end[t] as number);
  return /['.]/.test(text) ? text.replace(/['.]/g, '') : text;
}

/** All tokens of a folded text. `original` is only asked for capitals inside handles and hashtags. Linear. */
export function tokenise(folded: FoldedUnits, original: string): TokenList {
  const reader = new TokenReader(folded, original);
  reader.read();
  return reader.tokens;
}

class TokenReader {
  readonly tokens: TokenList;
  private readonly units: Uint16Array;
  private readonly length: number;

  constructor(
    private readonly folded: FoldedUnits,
    private readonly original: string,
  ) {
    this.units = folded.units;
    this.length = folded.length;
    this.tokens = new TokenList();
  }

  read(): void {
    for (let i = 0; i < this.length;) i = this.readFrom(i, 0);
  }

  /** Reads what begins at `i` and returns where it ends. */
  private readFrom(i: number, flags: number): number {
    const kind = c.unitClass(this.units[i] as number);
    if (kind === c.LETTER) return this.readWord(i, flags);
    if (kind === c.SPACE) return i + 1;
    if (kind === c.SINGLE) return this.add(i, i + 1, flags);
    if (kind === c.SURROGATE) return this.readAstral(i, flags);
    if ((kind === c.AT_SIGN || kind === c.HASH_SIGN) && flags === 0) return this.readNamed(i, kind);
    if (kind === c.AMPERSAND && this.isSpace(i - 1) && this.isSpace(i + 1)) return this.add(i, i + 1, flags);
    if (kind === c.PLUS && this.isLetter(i - 1) && !this.isLetter(i + 1)) return this.add(i, i + 1, flags);
    return i + 1;
  }

  private readWord(start: number, flags: number): number {
    const acronymEnd = this.endOfDotted(start);
    if (acronymEnd > start) return this.add(start, acronymEnd, flags);
    let apostrophe = 0;
    let i = start;
    for (; i < this.length; i++) {
      const kind = c.unitClass(this.units[i] as number);
      if (kind === c.LETTER) continue;
      if (kind !== c.APOSTROPHE && kind !== c.AMPERSAND) break;
      if (!this.isLetter(i + 1) || i === start) break;
      if (kind === c.APOSTROPHE) apostrophe = i;
    }
    if (flags === 0 && this.startsUrl(i)) return this.readUrl(start);
    this.tokens.add(start, i, apostrophe, flags);
    return i;
  }

  /** `a.c.m.e` and `B.İ.M.`: single letters with dots between; returns `start` where there are none. */
  private endOfDotted(start: number): number {
    let end = start;
    for (let i = start; this.isLetter(i) && !this.isLetter(i + 1); i += 2) {
      end = i + 1;
      if (this.kindAt(i + 1) !== c.DOT || !this.isLetter(i + 2)) break;
    }
    return end > start + 1 && !this.isLetter(end) ? end : start;
  }

  private startsUrl(i: number): boolean {
    return this.units[i] === 0x3a && this.units[i + 1] === 0x2f && this.units[i + 2] === 0x2f;
  }

  private readUrl(start: number): number {
    let end = start;
    while (end < this.length && (this.units[end] as number) > 0x20) end++;
    for (let i = start; i < end;) i = Math.min(end, this.readFrom(i, IN_URL));
    return end;
  }

  /** `@handle` and `#tag`: first as a whole, then its parts by separators and capitals. */
  private readNamed(sign: number, kind: number): number {
    const flag = kind === c.AT_SIGN ? IN_HANDLE : IN_TAG;
    const end = this.endOfName(sign + 1, kind);
    if (end === sign + 1 || this.isLetter(sign - 1)) return sign + 1;
    this.tokens.add(sign + 1, end, 0, flag | WHOLE);
    let partStart = sign + 1;
    for (let i = sign + 1; i <= end; i++) {
      const separator = i === end || !this.isLetter(i);
      if (!separator && !(i > partStart && this.isHump(i))) continue;
      if (i > partStart) this.tokens.add(partStart, i, 0, flag);
      partStart = separator ? i + 1 : i;
    }
    return end;
  }

  private endOfName(start: number, kind: number): number {
    let end = start;
    for (let i = start; i < this.length; i++) {
      const unitKind = this.kindAt(i);
      if (unitKind === c.LETTER || unitKind === c.UNDERSCORE) end = i + 1;
      else if (kind !== c.AT_SIGN || (unitKind !== c.DOT && unitKind !== c.HYPHEN && unitKind !== c.AT_SIGN)) break;
    }
    return end;
  }

  private isHump(i: number): boolean {
    return this.isCapital(i) && (!this.isCapital(i - 1) || (this.isLetter(i + 1) && !this.isCapital(i + 1)));
  }

  private isCapital(i: number): boolean {
    const letter = this.original[this.folded.at[i] as number] ?? '';
    return letter !== letter.toLowerCase();
  }

  private readAstral(i: number, flags: number): number {
    const codePoint = this.codePointAt(i);
    if (isAstralWord(codePoint)) return this.readAstralWord(i, flags);
    const isFlag = isRegional(codePoint) && isRegional(this.codePointAt(i + 2));
    return this.add(i, i + (isFlag ? 4 : 2), flags);
  }

  private readAstralWord(start: number, flags: number): number {
    let i = start;
    while (i < this.length && isAstralWord(this.codePointAt(i))) i += 2;
    return this.add(start, i, flags);
  }

  private codePointAt(i: number): number {
    if (i + 1 >= this.length) return 0;
    const high = this.units[i] as number;
    const low = this.units[i + 1] as number;
    if (high < 0xd800 || high > 0xdbff || low < 0xdc00 || low > 0xdfff) return 0;
    return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
  }

  private add(start: number, end: number, flags: number): number {
    this.tokens.add(start, Math.min(end, this.length), 0, flags);
    return end;
  }

  private kindAt(i: number): number {
    return i >= 0 && i < this.length ? c.unitClass(this.units[i] as number) : c.SPACE;
  }

  private isLetter(i: number): boolean {
    return this.kindAt(i) === c.LETTER;
  }

  private isSpace(i: number): boolean {
    return this.kindAt(i) === c.SPACE;
  }
}

function isRegional(codePoint: number): boolean {
  return codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
}

function isAstralWord(codePoint: number): boolean {
  return codePoint > 0xffff && c.isAstralLetter(codePoint);
}
