/** The dates that feeds really write: ISO 8601 and its cuts, RFC 822 and its mistakes, asctime, day.month.year, Unix time. */

const MONTHS: Record<string, number> = {
  jan: 0, feb: 1, mar: 2, apr: 3, may: 4, jun: 5, jul: 6, aug: 7, sep: 8, oct: 9, nov: 10, dec: 11,
  // Turkish
  oca: 0, sub: 1, nis: 3, haz: 5, tem: 6, agu: 7, eyl: 8, eki: 9, kas: 10, ara: 11,
  // Slovak and Czech; ISO-like short forms differ from English only here
  maj: 4, okt: 9, led: 0, uno: 1, bre: 2, dub: 3, kve: 4, cvn: 5, cvc: 6, srp: 7, zar: 8, rij: 9, lis: 10, pro: 11,
  // German
  mai: 4, dez: 11, mrz: 2,
}; // prettier-ignore

/** Hours east of Greenwich of the names that occur; North American ones are those of RFC 822. */
const ZONES: Record<string, number> = {
  ut: 0, utc: 0, gmt: 0, z: 0, wet: 0, est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7, akst: -9, akdt: -8, hst: -10,
  bst: 1, west: 1, cet: 1, mez: 1, cest: 2, mesz: 2, eet: 2, eest: 3, trt: 3, msk: 3, jst: 9, kst: 9, aest: 10, aedt: 11, nzst: 12, nzdt: 13,
}; // prettier-ignore

const ISO = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[Tt\s]+(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?)?\s*(.*))?$/;
const DAY_MONTH = /^(?:\p{L}+\.?(?:,\s*|\s+))?(\d{1,2})[\s.-]+(\p{L}+)\.?[\s,-]+(\d{4}|\d{2})(?:[\s,T]+(.*))?$/u;
const MONTH_DAY =
  /^(?:\p{L}+\.?,?\s+)?(\p{L}+)\.?\s+(\d{1,2}),?\s+(?:(\d{4})(?:[\s,]+(.*))?|(\d{1,2}:\d{2}(?::\d{2})?)\s*(\D*?)\s*(\d{4}))$/u;
const NUMERIC = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:[\s,T]+(.*))?$/;
const YEAR_FIRST = /^(\d{4})[./](\d{1,2})[./](\d{1,2})(?:[\s,T]+(.*))?$/;

/** @returns null when it is no date; a time without a zone is taken as UTC */
export function parseFeedDate(written: string): Date | null {
  const text = written.trim().replace(/\s+/g, ' ').replace(/\s*\([^)]*\)$/, ''); // prettier-ignore
  if (text.length > 100) return null;
  return iso(text) ?? named(text) ?? numeric(text) ?? unix(text);
}

function iso(text: string): Date | null {
  const found = ISO.exec(text);
  if (!found || /^\d{9,}$/.test(text)) return null;
  const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', , zone = ''] = found;
  return at(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour) * 3_600 + Number(minute) * 60 + Number(second),
    zoneSeconds(zone),
  );
}

function named(text: string): Date | null {
  const first = DAY_MONTH.exec(text);
  if (first) return withTime(fullYear(first[3]!), monthOf(first[2]!), Number(first[1]), first[4] ?? '');
  const second = MONTH_DAY.exec(text);
  if (!second) return null;
  const time = second[5] === undefined ? (second[4] ?? '') : `${second[5]} ${second[6] ?? ''}`;
  return withTime(Number(second[3] ?? second[7]), monthOf(second[1]!), Number(second[2]), time);
}

function numeric(text: string): Date | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return withTime(Number(yearFirst[1]), Number(yearFirst[2]) - 1, Number(yearFirst[3]), yearFirst[4] ?? '');
  const found = NUMERIC.exec(text);
  if (!found) return null;
  const [day, month] = [Number(found[1]), Number(found[2])];
  // With slashes the American order occurs; it is taken only where the other order is no date.
  const swapped = month > 12 && text.includes('/');
  return withTime(Number(found[3]), (swapped ? day : month) - 1, swapped ? month : day, found[4] ?? '');
}

function unix(text: string): Date | null {
  if (!/^\d{9,10}$|^\d{12,13}$/.test(text)) return null;
  return new Date(Number(text) * (text.length > 10 ? 1 : 1_000));
}

function withTime(year: number, month: number | null, day: number, time: string): Date | null {
  if (month === null) return null;
  if (time.trim() === '') return at(year, month, day, 0, 0);
  const found = /^(\d{1,2})(?:[:.](\d{1,2}))?(?:[:.](\d{1,2}))?(?:[.,]\d+)?\s*([ap]\.?m\.?\b)?\s*(.*)$/i.exec(time.trim());
  if (!found) return at(year, month, day, 0, zoneSeconds(time));
  let hour = Number(found[1]);
  if (found[4]) hour = (hour % 12) + (found[4].toLowerCase().startsWith('p') ? 12 : 0);
  return at(year, month, day, hour * 3_600 + Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0), zoneSeconds(found[5] ?? ''));
}

function at(year: number, month: number, day: number, seconds: number, east: number | null): Date | null {
  const midnight = new Date(Date.UTC(year, month, day));
  const right = midnight.getUTCFullYear() === year && midnight.getUTCMonth() === month && midnight.getUTCDate() === day;
  if (!right || seconds < 0 || seconds > 86_460) return null;
  return new Date(midnight.getTime() + (seconds - (east ?? 0)) * 1_000);
}

/** Seconds east of Greenwich; unknown names count as none. */
function zoneSeconds(zone: string): number {
  const text = zone.trim();
  const offset = /^(?:GMT|UTC?)?\s*([+\u2212-])(\d{1,2}):?(\d{2})?\b/i.exec(text);
  if (offset) return (offset[1] === '+' ? 1 : -1) * (Number(offset[2]) * 3_600 + Number(offset[3] ?? 0) * 60);
  return (ZONES[/^[a-z]+/i.exec(text)?.[0].toLowerCase() ?? ''] ?? 0) * 3_600;
}

/** RFC 2822 4.3: 00–49 is this century, 50–99 the last. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 50 ? 2_000 : 1_900);
}

function monthOf(name: string): number | null {
  const english = MONTHS[name.slice(0, 3).toLowerCase()];
  if (english !== undefined && /^[a-z]{3}$/i.test(name)) return english;
  const folded = name.toLocaleLowerCase('tr').replace(/ı/g, 'i').normalize('NFD').replace(/\p{M}/gu, ''); // prettier-ignore
  if (folded.startsWith('cerven')) return folded.startsWith('cervenec') || folded === 'cervence' ? 6 : 5;
  return MONTHS[folded.slice(0, 3)] ?? null;
}
