/** Keyset paging: a cursor is the sort key of the last row shown, opaque to whoever pages. */
import type { z } from 'zod';
import type { Page } from '#libs/contracts/values.js';
import { DeskError } from './errors.js';

/**
 * @param cursor as it was given in `nextCursor`
 * @param key what it must hold
 * @returns the key to go on after; undefined: start at the front
 * @throws DeskError `invalid-cursor`
 */
export function readCursor<T>(cursor: string | undefined, key: z.ZodType<T>): T | undefined {
  if (cursor === undefined || cursor === '') return undefined;
  try {
    return key.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new DeskError('invalid-cursor');
  }
}

/** @returns the cursor that stands for this key */
export function writeCursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * Makes a page of one row more than was asked for.
 * @param rows up to `limit` + 1, in order
 * @param keyOf the sort key of a row, as `readCursor` will want it
 */
export function pageOfRows<R, V>(rows: R[], limit: number, view: (row: R) => V, keyOf: (row: R) => unknown): Page<V> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(view), nextCursor: rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null };
}
