/** Cuts a post's text into pieces that are safe to show: matched words, plain words, and characters that hide or turn text. */
import type { TextRange } from '#libs/contracts/values.js';

export type Piece = { kind: 'text' | 'mark'; text: string } | { kind: 'hidden'; code: string };

/** Zero-width, bidi control, tag and other invisible characters (Unicode Default_Ignorable and Cc without line breaks and tabs). */
// prettier-ignore
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e0fff}]/gu;

/** A joiner that builds an emoji or a letter form is part of the text, not a trick. */
const JOINED =
  /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Tamil}\p{Script=Sinhala}]$/u;
/** The flags of England, Scotland and Wales are a black flag followed by tag characters. */
const FLAG = /\u{1f3f4}[\u{e0020}-\u{e007f}]+/gu;

/** `ranges` are UTF-16 offsets into `text`; those that do not fit are cut to it. */
export function toPieces(text: string, ranges: readonly TextRange[] = []): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end } of joinRanges(ranges, text.length)) {
    addPieces(pieces, text, from, start, 'text');
    addPieces(pieces, text, start, end, 'mark');
    from = end;
  }
  addPieces(pieces, text, from, text.length, 'text');
  return pieces;
}

/** Sorts ranges, joins those that overlap, and drops empty ones. */
export function joinRanges(ranges: readonly TextRange[], length: number): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const start = Math.max(0, range.start);
    const end = Math.min(length, range.end);
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (start < end) joined.push({ start, end });
  }
  return joined;
}

function addPieces(pieces: Piece[], text: string, from: number, to: number, kind: 'text' | 'mark'): void {
  const part = text.slice(from, to);
  const flags = [...part.matchAll(FLAG)].map((m) => [m.index, m.index + m[0].length] as const);
  let at = 0;
  for (const found of part.matchAll(HIDDEN)) {
    if (flags.some(([a, b]) => found.index >= a && found.index < b) || isJoiner(found[0], text, from + found.index)) continue;
    if (found.index > at) pieces.push({ kind, text: part.slice(at, found.index) });
    pieces.push({ kind: 'hidden', code: found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0') });
    at = found.index + found[0].length;
  }
  if (at < part.length) pieces.push({ kind, text: part.slice(at) });
}

function isJoiner(char: string, text: string, at: number): boolean {
  if (char !== '\u200d' && char !== '\u200c') return false;
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1);
  const after = [...text.slice(at + 1, at + 3)].at(0);
  return (
    before !== undefined &&
    after !== undefined &&
    /\p{L}|\p{M}|\p{Extended_Pictographic}/u.test(after) &&
    (JOINED.test(before) || /\p{M}/u.test(before))
  );
}

/** The address if it is one a browser may open from here (http or https), else null. */
export function safeUrl(url: string | null | undefined): string | null {
  if (!url) return null;
  try {
    const { protocol } = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}
