/** Reads a watch query as somebody typed it; what cannot be read is refused with its place. */
import { parseQuery } from '#libs/matching/parse-query.js';
import type { Query } from '#libs/matching/query.js';
import { DeskError } from '../platform/errors.js';

/** @throws DeskError `invalid-query` with errors at `query:<column>` (1-based) and data { column, length, expected, reason } */
export function readQuery(text: string): { query: Query; canonical: string } {
  const parsed = parseQuery(text);
  if (parsed.ok) return parsed;
  const { message, column, length, expected, code } = parsed.error;
  throw new DeskError('invalid-query', message, {
    errors: [{ at: `query:${column}`, message }],
    data: { column, length, expected, reason: code },
  });
}
