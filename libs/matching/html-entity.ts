/** Undoes HTML entities in folded text: feeds write `C&amp;A`, people look for `C&A`. */

import { DROP, foldedUnit, SEVERAL } from './fold-table.js';
import type { FoldedUnits } from './folded-units.js';

const AMPERSAND = 0x26;
/** The longest entity we undo is `&#x10ffff;`. */
const LONGEST = 10;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', rsquo: "'", lsquo: "'" };

/** Called when a semicolon has just been pushed: if an entity ends there, its sign takes its place. */
export function undoEntity(out: FoldedUnits): void {
  const semicolon = out.length - 1;
  const start = ampersandBefore(out, semicolon);
  if (start < 0) return;
  const sign = entitySign(String.fromCharCode(...out.units.subarray(start + 1, semicolon)));
  if (sign === undefined) return;
  out.units[start] = sign;
  out.length = start + 1;
}

function ampersandBefore(out: FoldedUnits, end: number): number {
  for (let i = end - 1; i >= 0 && i >= end - LONGEST; i--) if (out.units[i] === AMPERSAND) return i;
  return -1;
}

function entitySign(name: string): number | undefined {
  const named = NAMED[name];
  if (named !== undefined) return named.charCodeAt(0);
  const digits = /^#(?:x([0-9a-f]{1,5})|([0-9]{1,6}))$/.exec(name);
  if (!digits) return undefined;
  const unit = digits[1] ? parseInt(digits[1], 16) : Number(digits[2]);
  if (unit === 0 || unit > 0xffff || (unit >= 0xd800 && unit <= 0xdfff)) return undefined;
  const folded = foldedUnit(unit);
  return folded === DROP || folded === SEVERAL ? undefined : folded;
}
