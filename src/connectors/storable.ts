/** PostgreSQL text and jsonb hold neither NUL nor half of a surrogate pair: what networks send is made storable here, visibly. */

const NUL = '\u0000';
const REPLACEMENT = '\ufffd';
const DEEPEST = 32;
/** What a column of type int holds. */
const LARGEST_INT = 2_147_483_647;

/** @returns true when the text can be stored as it is */
export function isStorable(text: string): boolean {
  return !text.includes(NUL) && text.isWellFormed();
}

/** @returns the text with every NUL and half surrogate pair replaced by U+FFFD, the sign for "something unreadable was here" */
export function storableText(text: string): string {
  return isStorable(text) ? text : text.replaceAll(NUL, REPLACEMENT).toWellFormed();
}

/**
 * @param value anything JSON.parse gives
 * @returns the same with all its texts and keys made storable; null when it is nested deeper than 32 levels
 */
export function storableJson(value: unknown): { value: unknown } | null {
  try {
    return { value: clean(value, 0) };
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}

/** @returns a count of followers that fits its column, or null when there is none */
export function storableCount(count: number | null | undefined): number | null {
  return count === null || count === undefined ? null : Math.min(count, LARGEST_INT);
}

/** @returns the start of a raw thing as text, for a person who wants to see what was refused */
export function excerptOf(raw: unknown): string {
  if (storableJson(raw) === null) return '(nested too deeply to show)';
  const text = typeof raw === 'string' ? raw : (JSON.stringify(raw) ?? String(raw));
  return storableText(text.slice(0, 2000));
}

class TooDeep extends Error {}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return storableText(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= DEEPEST) throw new TooDeep();
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [storableText(key), clean(item, depth + 1)]));
}
