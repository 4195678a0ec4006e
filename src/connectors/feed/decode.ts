/** From the bytes of a feed to its text: what is declared is believed only as far as the bytes agree. */
import type { Note } from '#libs/contracts/notes.js';
import { note } from '../explained.js';
import { guessCharset } from './guess-charset.js';

export interface Decoded {
  text: string;
  /** WHATWG name of the encoding that was used. */
  charset: string;
  warnings: Note[];
}

/** @param contentType the HTTP header, if any; @param language a hint of two letters for guessing */
export function decodeFeed(bytes: Uint8Array, contentType: string | null, language: string | null): Decoded {
  const marked = byMark(bytes);
  if (marked) return { text: read(bytes, marked), charset: marked, warnings: [] };
  const declared = declarations(bytes, contentType);
  const utf8 = utf8Share(bytes);
  if (utf8 === 'ascii') return asciiOr(bytes, declared);
  if (utf8 === 'whole' || utf8 === 'mostly') return asUtf8(bytes, declared, utf8 === 'mostly');
  return asLegacy(bytes, declared, language);
}

/** A byte order mark, or the zero bytes that UTF-16 puts beside the first "<". */
function byMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'utf-16be';
  return null;
}

/** HTTP first, then the XML declaration (RFC 7303 3.2); names that nobody knows are left out. */
function declarations(bytes: Uint8Array, contentType: string | null): string[] {
  const http = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1_000));
  const xml = /<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  return [http, xml].flatMap((name) => nameOf(name) ?? []);
}

function nameOf(label: string | undefined): string | null {
  try {
    return label ? new TextDecoder(label).encoding : null;
  } catch {
    return null;
  }
}

/** Valid sequences of several bytes practically never happen by chance in another encoding, so they prove UTF-8. */
function utf8Share(bytes: Uint8Array): 'ascii' | 'whole' | 'mostly' | 'not' {
  if (!bytes.some((byte) => byte >= 0x80)) return 'ascii';
  const text = new TextDecoder('utf-8').decode(bytes);
  let good = 0;
  let bad = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) bad += 1;
    else if (code >= 0x80) good += 1;
  }
  if (bad === 0) return 'whole';
  return good >= bad * 8 ? 'mostly' : 'not';
}

/** Pure ASCII bytes are text in almost any encoding; ISO-2022-JP hides behind them. */
function asciiOr(bytes: Uint8Array, declared: string[]): Decoded {
  const charset = declared[0] === 'iso-2022-jp' && bytes.includes(0x1b) ? 'iso-2022-jp' : 'utf-8';
  return { text: read(bytes, charset), charset, warnings: [] };
}

function asUtf8(bytes: Uint8Array, declared: string[], damaged: boolean): Decoded {
  const warnings = damaged ? [note('feed-bad-bytes')] : [];
  const first = declared[0];
  if (first && first !== 'utf-8') warnings.push(note('feed-is-utf8', { said: first }));
  return { text: read(bytes, 'utf-8'), charset: 'utf-8', warnings };
}

function asLegacy(bytes: Uint8Array, declared: string[], language: string | null): Decoded {
  const hint = language ?? languageTag(bytes);
  for (const charset of declared) {
    if (charset === 'utf-8' || charset.startsWith('utf-16')) continue;
    const text = readStrictly(bytes, charset);
    if (text !== null) return corrected({ text, charset, warnings: [] }, bytes, hint);
  }
  const charset = guessCharset(bytes, hint);
  const [said] = declared;
  const warning = said ? note('feed-is-not', { said, charset }) : note('feed-says-nothing', { charset });
  return { text: read(bytes, charset), charset, warnings: [warning] };
}

/** Turkish declared as Latin-1 shows as "þ ý ð"; with the language known it is put right. */
function corrected(decoded: Decoded, bytes: Uint8Array, hint: string | null): Decoded {
  const looksTurkish = hint === 'tr' && decoded.charset === 'windows-1252' && /[ýþðÝÞÐ]/.test(decoded.text);
  if (!looksTurkish) return decoded;
  const charset = 'windows-1254';
  return { text: read(bytes, charset), charset, warnings: [note('feed-is-turkish', { charset })] };
}

function languageTag(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4_000));
  return /(?:<(?:dc:)?language>\s*|xml:lang\s*=\s*["'])([a-z]{2})\b/i.exec(head)?.[1]?.toLowerCase() ?? null;
}

function read(bytes: Uint8Array, charset: string): string {
  return new TextDecoder(charset).decode(bytes);
}

/** Null when bytes do not fit, or fit only as control characters. */
function readStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
    return /[\u0080-\u0084\u0086-\u009f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}
