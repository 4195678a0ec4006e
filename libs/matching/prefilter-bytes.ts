/** The first pass over raw JSON: says from the bytes of an event whether it can match at all, before anyone parses it. */

import type { CompiledWatches } from './compile-watches.js';
import { firstPassOf } from './first-passes.js';
import type { SoughtKey } from './wasm/engine.js';

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

/**
 * Whether a post in these UTF-8 bytes of JSON may match one of the watches by what stands under the keys that the
 * connector hands to `matchPost` as text. It never says no to a post that `matchPost` would match by those texts; it may
 * say yes to one that it would not. When it says no, the bytes need not be parsed.
 */
export function prefilterBytes(compiled: CompiledWatches, bytes: Uint8Array, shape: RawShape = USUAL): boolean {
  if (compiled.everyPost) return true;
  const first = firstPassOf(compiled);
  const keys = soughtKeys(shape);
  if (first.json(bytes, keys.text)) return true;
  if (!compiled.hasSites) return false;
  return first.json(bytes, keys.links) || (shape.builtLinks ?? []).some((link) => first.text(link));
}

interface SoughtKeys {
  text: readonly SoughtKey[];
  links: readonly SoughtKey[];
}

const encoder = new TextEncoder();
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
  return { bytes: encoder.encode(`"${key}"`), rarest: rarest + 1 };
}

function rarity(key: string, i: number): number {
  return COMMONEST_FIRST.indexOf(key.charAt(i));
}
