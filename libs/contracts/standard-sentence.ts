/** A standard as one plain sentence in the reader's language. The page and the API say it with the same words. */
import type { StandardTerms } from './http/standards.js';
import { SENTENCES } from './sentence-table.js';
import type { Locale } from './words.js';

/** What ids are called; those that are missing are shown as they are. */
export interface Names {
  watches: Readonly<Record<string, string>>;
  sources: Readonly<Record<string, string>>;
  calendars: Readonly<Record<string, string>>;
  networks: Readonly<Record<string, string>>;
}

export interface Sentence {
  /** The promise itself; numbers are heavy. */
  parts: { text: string; heavy: boolean }[];
  /** For which cases, in which time, and what else holds. */
  detail: string;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** @returns the sentence in parts */
export function standardSentence(terms: StandardTerms, names: Names, locale: Locale): Sentence {
  const words = SENTENCES[locale];
  const fill = { percent: percentOf(terms.percent, locale), time: span(terms.targetSeconds, locale, terms.calendarId !== null), what: whatOf(terms, names, locale) };
  const template = capital(words.promise[terms.clock].replace('{what}', fill.what), locale);
  const parts = template.split(/(\{percent\}|\{time\})/).filter((part) => part !== '');
  return {
    parts: parts.map((part) => part === '{percent}' || part === '{time}' ? { text: fill[part === '{time}' ? 'time' : 'percent'], heavy: true } : { text: part, heavy: false }),
    detail: detailsOf(terms, names, locale).join('; '),
  };
} // prettier-ignore

/** @returns the sentence as one line of text */
export function sentenceText(terms: StandardTerms, names: Names, locale: Locale): string {
  const { parts, detail } = standardSentence(terms, names, locale);
  return `${parts.map((p) => p.text).join('')} (${detail})`;
}

function detailsOf(terms: StandardTerms, names: Names, locale: Locale): string[] {
  const words = SENTENCES[locale];
  const { scope, clock, calendarId, tell, unacceptableSeconds: limit } = terms;
  const dated = clock === 'promised-date';
  const called = (ids: readonly string[], of: Readonly<Record<string, string>>) => listed(ids.map((id) => of[id] ?? `#${id}`), locale);
  const language = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });
  const say: [string, Record<string, string>, boolean][] = [
    [words.businessTime, { calendar: names.calendars[calendarId ?? ''] ?? `#${calendarId}` }, !dated && calendarId !== null],
    [words.aroundTheClock, {}, !dated && calendarId === null],
    [dated ? words.unacceptableDate : words.unacceptable, { time: span(limit ?? 0, locale, calendarId !== null && !dated) }, limit !== null],
    [words.about, { names: called(scope.watchIds, names.watches) }, scope.watchIds.length > 0],
    [words.heardBy, { names: called(scope.sourceIds, names.sources) }, scope.sourceIds.length > 0],
    [words.languages, { names: listed(scope.languages.map((code) => language.of(code) ?? code), locale) }, scope.languages.length > 0],
    [words.priorities, { names: listed(scope.priorities.map((p) => words.priority[p]), locale) }, scope.priorities.length > 0],
    [words.tiers, { names: listed(scope.tiers.map((tier) => `“${tier}”`), locale) }, scope.tiers.length > 0],
    [words.followers, { count: (scope.minFollowers ?? 0).toLocaleString(locale) }, scope.minFollowers !== null],
    [words.personOnly, {}, clock === 'acknowledge' && !terms.automaticCounts],
    [words.paused, {}, terms.pausesWhileWaiting && !dated],
    [words.emergencies, { words: listed(terms.emergencyWords.map((w) => `“${w}”`), locale) }, terms.emergencyWords.length > 0 && calendarId !== null],
    [words.told, { names: listed(tell.map((who) => words.tell[who]), locale, words.and) }, tell.length > 1],
    [words.counted, { time: span(terms.windowDays * 86_400, locale, false) }, true],
  ];
  return say.filter(([, , holds]) => holds).map(([text, fill]) => text.replace(/\{(\w+)\}/g, (_, key: string) => fill[key] ?? ''));
} // prettier-ignore

function whatOf({ scope }: StandardTerms, names: Names, locale: Locale): string {
  const words = SENTENCES[locale];
  const what = scope.intents.length === 0 ? words.what.any : listed(scope.intents.map((intent) => words.what[intent]), locale);
  if (scope.networks.length === 0) return what;
  const networks = listed(scope.networks.map((n) => names.networks[n] ?? n), locale);
  return words.network.replace('{what}', what).replace('{network}', networks);
} // prettier-ignore

function percentOf(percent: number, locale: Locale): string {
  const number = percent.toLocaleString(locale, { maximumFractionDigits: 2 });
  return locale === 'tr' ? `%${number}` : `${number}\u00a0%`;
}

/** In the largest unit that says it exactly. Open time has no days: how long one is, is what the calendar says. */
function span(seconds: number, locale: Locale, open: boolean): string {
  const [unit, size] = UNITS.find(([name, length]) => seconds % length === 0 && !(open && name === 'day')) ?? UNITS[3];
  const count = seconds / size;
  return `${count.toLocaleString(locale)}\u00a0${SENTENCES[locale].unit[unit](count)}`;
}

function listed(items: readonly string[], locale: Locale, and?: string): string {
  const [comma, either] = SENTENCES[locale].list;
  const or = and ?? either;
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(comma)}${or}${items.at(-1)}`;
}

/** A Turkish i has its own capital. */
const capital = (text: string, locale: Locale) => (text.startsWith('{') && !text.startsWith('{what}') ? text : text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)); // prettier-ignore
