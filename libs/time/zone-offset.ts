/** What a time zone's wall clock shows: offsets from UTC and the instants at which they change, from the language's own zone data (Intl). */

/** A stretch of time in which the zone's offset does not change. */
export interface OffsetSpan {
  /** Instants in milliseconds since 1970 UTC; `end` is exclusive. */
  start: number;
  end: number;
  /** Wall clock minus UTC, in milliseconds. */
  offset: number;
}

const DAY_MS = 86_400_000;
/** A formatter takes some 50 KB; a desk has a handful of zones, a stranger's request must not collect them all. */
const MOST_FORMATTERS = 16;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** @returns whether the name is a zone that this program knows */
export function isZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param zone IANA name, such as "Europe/Istanbul"
 * @param at instant in ms
 * @returns wall clock minus UTC in ms at that instant. @throws RangeError for an unknown zone
 */
export function offsetAt(zone: string, at: number): number {
  const second = Math.floor(at / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(second)) part[type] = Number(value);
  const wall = new Date(0);
  wall.setUTCFullYear(part['year'] as number, (part['month'] as number) - 1, part['day'] as number);
  wall.setUTCHours(part['hour'] as number, part['minute'] as number, part['second'] as number);
  return wall.getTime() - second;
}

/** @returns the spans of constant offset that make up [from, to), exact to the second; changes less than a day apart that undo each other are not seen */
export function offsetSpans(zone: string, from: number, to: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let start = from;
  let offset = offsetAt(zone, from);
  for (let at = from; at < to;) {
    const next = Math.min(at + DAY_MS, to);
    const there = offsetAt(zone, next);
    if (there === offset) {
      at = next;
      continue;
    }
    const change = firstChange(zone, at, next, offset);
    spans.push({ start, end: change, offset });
    [start, at, offset] = [change, change, offsetAt(zone, change)];
  }
  if (start < to) spans.push({ start, end: to, offset });
  return spans;
}

/** Bisects to the second: the offset at `low` is `offset`, at `high` it is another. */
function firstChange(zone: string, low: number, high: number, offset: number): number {
  let [before, after] = [Math.floor(low / 1000), Math.ceil(high / 1000)];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(zone, middle * 1000) === offset) before = middle;
    else after = middle;
  }
  return after * 1000;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }); // prettier-ignore
  if (formatters.size >= MOST_FORMATTERS) formatters.delete(formatters.keys().next().value as string);
  formatters.set(zone, made);
  return made;
}
