/** Dates, numbers, spans of time and names of languages as the reader's locale writes them. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNKNOWN: readonly string[] = ['', 'und', 'unknown'];

export type Format = ReturnType<typeof formatFor>;

/** Made once per language: the formatters of Intl are slow to make, and every row needs them. */
const made = new Map<string, Format>();

export function useFormat(): Format {
  const { t, i18n } = useTranslation();
  const known = made.get(i18n.language);
  if (known) return known;
  const format = formatFor(i18n.language, t);
  made.set(i18n.language, format);
  return format;
}

function formatFor(locale: string, t: TFunction) {
  const tag = locale === 'en' ? 'en-GB' : locale;
  const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' });
  const seconds = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const day = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' });
  const year = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' });
  const month = new Intl.DateTimeFormat(tag, { month: 'short', year: 'numeric' });
  const full = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'medium' });
  const number = new Intl.NumberFormat(tag);
  const share = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const score = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const languages = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' });
  const dayOf = (at: string, now: number) =>
    (at.slice(0, 4) === new Date(now).toISOString().slice(0, 4) ? day : year).format(new Date(at));
  return {
    time: (at: string) => time.format(new Date(at)),
    seconds: (ms: number) => seconds.format(new Date(ms)),
    full: (at: string) => full.format(new Date(at)),
    day: dayOf,
    /** Of a date, which may end with its month. */
    month: (at: string) => month.format(new Date(`${at.slice(0, 7)}-15T12:00:00`)),
    /** The time for today, else the day. */
    when: (at: string, now: number) =>
      sameDay(at, now) ? time.format(new Date(at)) : `${dayOf(at, now)} ${time.format(new Date(at))}`,
    number: (value: number) => number.format(value),
    score: (value: number) => score.format(value),
    /** What stands between the thousands of a number, and before its fraction. */
    groups: partOf(number, 'group'),
    point: partOf(number, 'decimal'),
    decimal: (value: number) => share.format(value),
    percent: (value: number) => t('time.percent', { n: share.format(value * 100) }),
    /** Rounded down: a hundred means that nothing is missing. */
    percentDown: (value: number) => t('time.percent', { n: share.format(Math.floor(value * 1000 + 1e-6) / 10) }),
    /** A span in ms in words, by the minute, under two minutes by the second. */
    span: (ms: number) => spanWords(Math.max(0, ms), t),
    language: (code: string) =>
      UNKNOWN.includes(code) ? t('common.unknownLanguage') : capital(nameOf(languages, code) ?? code, tag),
  };
}

const partOf = (format: Intl.NumberFormat, type: 'group' | 'decimal'): string =>
  format.formatToParts(1234567.8).find((part) => part.type === type)?.value ?? '';

const capital = (word: string, tag: string) => word.charAt(0).toLocaleUpperCase(tag) + word.slice(1);

export const sameDay = (at: string, now: number): boolean => new Date(at).toDateString() === new Date(now).toDateString();

function nameOf(languages: Intl.DisplayNames, code: string): string | undefined {
  try {
    return languages.of(code);
  } catch {
    return undefined;
  }
}

function spanWords(ms: number, t: TFunction): string {
  const [d, h, m, s] = [
    Math.floor(ms / DAY),
    Math.floor((ms % DAY) / HOUR),
    Math.floor((ms % HOUR) / MINUTE),
    Math.floor((ms % MINUTE) / 1000),
  ];
  if (d > 0) return h > 0 ? t('time.dayHour', { d, h }) : t('time.day', { d });
  if (h > 0) return m > 0 ? t('time.hourMin', { h, m }) : t('time.hour', { h });
  if (ms >= 2 * MINUTE) return t('time.min', { m });
  return m === 0 ? t('time.sec', { s }) : s > 0 ? t('time.minSec', { m, s }) : t('time.min', { m });
}
