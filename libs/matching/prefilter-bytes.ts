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

const QUOTE = '"';
const QUOTE_BYTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/**
 * Whether a post in these UTF-8 bytes of JSON may match one of the watches by what stands under the keys that the
 * connector hands to `matchPost` as text. It never says no to a post that `matchPost` would match by those texts; it may
 * say yes to one that it would not. When it says no, the bytes need not be parsed.
 */
export function prefilterBytes(compiled: CompiledWatches, bytes: Uint8Array, shape: RawShape = USUAL): boolean {
  if (compiled.everyPost) return true;
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const json = buffer.toString('latin1');
  const first = FirstPass.of(compiled);
  for (const key of shape.textKeys) if (valuesMayMatch(first, bytes, json, key)) return true;
  if (!compiled.hasSites) return false;
  if (shape.linkKeys?.some((key) => valuesMayMatch(first, bytes, json, key))) return true;
  return shape.builtLinks?.some((link) => first.text(link)) ?? false;
}

/** `json` has one character a byte, which makes looking for a key the engine's own fast search. */
function valuesMayMatch(first: FirstPass, bytes: Uint8Array, json: string, key: string): boolean {
  const { tail, before, whole } = soughtKey(key);
  for (let at = json.indexOf(tail); at >= 0; at = json.indexOf(tail, at + tail.length)) {
    if (!json.startsWith(whole, at - before)) continue;
    const start = valueStart(bytes, at + tail.length);
    if (start > 0 && first.bytes(bytes, start, valueEnd(json, start), true)) return true;
  }
  return false;
}

/** A key as it is sought: by its end from its rarest letter on, at which the engine has the fewest false alarms. */
interface SoughtKey {
  tail: string;
  /** Characters of `whole` before `tail`. */
  before: number;
  whole: string;
}

const COMMONEST_FIRST = 'etaoinsrhldcumfpgwybvkjxqz';
const soughtKeys = new Map<string, SoughtKey>();
const MAX_KEYS = 100;

function soughtKey(key: string): SoughtKey {
  const known = soughtKeys.get(key);
  if (known) return known;
  let rarest = 0;
  for (let i = 1; i < key.length; i++) if (rarity(key, i) >= rarity(key, rarest)) rarest = i;
  const sought = { tail: `${key.slice(rarest)}"`, before: rarest + 1, whole: `"${key}"` };
  if (soughtKeys.size < MAX_KEYS) soughtKeys.set(key, sought);
  return sought;
}

function rarity(key: string, i: number): number {
  return COMMONEST_FIRST.indexOf(key.charAt(i));
}

/** Where the string after a key begins, or 0 when it was no key or has no string. */
function valueStart(bytes: Uint8Array, afterKey: number): number {
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

function valueEnd(json: string, start: number): number {
  for (let end = json.indexOf(QUOTE, start); end >= 0; end = json.indexOf(QUOTE, end + 1)) {
    let slashes = 0;
    while (json.charCodeAt(end - 1 - slashes) === BACKSLASH && end - 1 - slashes >= start) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return json.length;
}
