/** The first pass over raw JSON: says from the bytes of an event whether it can match at all, before anyone parses it. */

import type { CompiledWatches } from './compile-watches.js';
import { FirstPass } from './first-pass.js';

/** Where a network's raw events keep what `matchPost` is told of them. */
export interface RawShape {
  /** Every key whose string value becomes part of a post's `text`, at any depth; each is judged by itself. */
  readonly textKeys: readonly string[];
  /** Every key whose string value becomes one of a post's links; asked for only when a watch hangs on a site. */
  readonly linkKeys?: readonly string[];
  /** How links begin that stand in no event because the connector builds them, such as a permalink's `https://bsky.app/`. */
  readonly builtLinks?: readonly string[];
}

/** Bluesky and X; with a permalink of one's own building tell it in a shape of one's own. */
const USUAL: RawShape = { textKeys: ['text'], linkKeys: ['uri', 'url', 'expanded_url'] };

const QUOTE_BYTE = 0x22;
const COLON = 0x3a;

/**
 * Whether a post in these UTF-8 bytes of JSON may match one of the watches by what stands under the keys that the
 * connector hands to `matchPost` as text. It never says no to a post that `matchPost` would match by those texts; it may
 * say yes to one that it would not. When it says no, the bytes need not be parsed.
 */
export function prefilterBytes(compiled: CompiledWatches, bytes: Uint8Array, shape: RawShape = USUAL): boolean {
  if (compiled.everyPost) return true;
  const first = FirstPass.of(compiled);
  const keys = soughtKeys(shape);
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < keys.text.length; i++) if (mayMatch(first, buffer, keys.text[i] as SoughtKey)) return true;
  if (!compiled.hasSites) return false;
  return keys.links.some((key) => mayMatch(first, buffer, key)) || (shape.builtLinks ?? []).some((link) => first.text(link));
}

/** Whether a value of this key may match, or is none of its strings: a key may be escaped in ways that nobody uses. */
function mayMatch(first: FirstPass, bytes: Buffer, { tail, head }: SoughtKey): boolean {
  for (let at = bytes.indexOf(tail); at >= 0; at = bytes.indexOf(tail, at + tail.length)) {
    if (!endsWith(bytes, at, head)) continue;
    const start = valueStart(bytes, at + tail.length);
    if (start > 0 && first.bytes(bytes, start, bytes.length, true)) return true;
  }
  return false;
}

function endsWith(bytes: Buffer, end: number, head: Buffer): boolean {
  for (let i = head.length; i > 0; i--) if (bytes[end - i] !== head[head.length - i]) return false;
  return true;
}

/** A key as it is sought: by its end from its rarest letter on, at which the engine has the fewest false alarms. */
interface SoughtKey {
  tail: Buffer;
  /** What stands before. */
  head: Buffer;
}

interface SoughtKeys {
  text: readonly SoughtKey[];
  links: readonly SoughtKey[];
}

const COMMONEST_FIRST = 'etaoinsrhldcumfpgwybvkjxqz';
const remembered = new WeakMap<RawShape, SoughtKeys>();
/** The shape asked about last, which is nearly always the one asked about next. */
let latest: { shape: RawShape; keys: SoughtKeys } = { shape: USUAL, keys: sought(USUAL) };

function soughtKeys(shape: RawShape): SoughtKeys {
  if (latest.shape === shape) return latest.keys;
  const keys = remembered.get(shape) ?? sought(shape);
  remembered.set(shape, keys);
  latest = { shape, keys };
  return keys;
}

function sought({ textKeys, linkKeys = [] }: RawShape): SoughtKeys {
  return { text: textKeys.map(soughtKey), links: linkKeys.map(soughtKey) };
}

function soughtKey(key: string): SoughtKey {
  let rarest = 0;
  for (let i = 1; i < key.length; i++) if (rarity(key, i) >= rarity(key, rarest)) rarest = i;
  return { tail: Buffer.from(`${key.slice(rarest)}"`), head: Buffer.from(`"${key.slice(0, rarest)}`) };
}

function rarity(key: string, i: number): number {
  return COMMONEST_FIRST.indexOf(key.charAt(i));
}

/** Where the string after a key begins, or 0 when it was no key or has no string. */
function valueStart(bytes: Uint8Array, afterKey: number): number {
  if (bytes[afterKey] === COLON && bytes[afterKey + 1] === QUOTE_BYTE) return afterKey + 2;
  let i = skipSpace(bytes, afterKey);
  if (bytes[i] !== COLON) return 0;
  i = skipSpace(bytes, i + 1);
  return bytes[i] === QUOTE_BYTE ? i + 1 : 0;
}

function skipSpace(bytes: Uint8Array, from: number): number {
  let i = from;
  while (i < bytes.length && (bytes[i] as number) <= 0x20) i++;
  return i;
}
