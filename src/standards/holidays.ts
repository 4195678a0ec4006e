/** Public holidays by country, from the library date-holidays: loaded when first asked for, kept by country and year. */
import { Injectable } from '@nestjs/common';
import type { CountriesAnswer, HolidayQuery, HolidaysAnswer } from '#libs/contracts/http/calendars.js';
import type { Locale } from '#libs/contracts/words.js';
import { offsetAt } from '#libs/time/zone-offset.js';
import { DeskError } from '../platform/errors.js';

type Library = typeof import('date-holidays').default;
type Days = HolidaysAnswer['items'];

const DAY_MS = 86_400_000;
const MOST_KEPT = 200;

@Injectable()
export class Holidays {
  private readonly kept = new Map<string, Days>();

  /** @returns every country and its regions that have holidays of their own, named in the asker's language where the library knows it */
  async countries(locale: Locale): Promise<CountriesAnswer> {
    const library = new (await load())();
    const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    const items = Object.entries(library.getCountries(locale)).map(([code, name]) => ({
      code,
      name: (/^[A-Z]{2}$/.test(code) ? names.of(code) : undefined) ?? name,
      regions: Object.entries(library.getStates(code, locale) ?? {}).map(([region, called]) => ({ code: region, name: called })),
    }));
    return { items: items.sort((a, b) => a.name.localeCompare(b.name, locale)) };
  }

  /** @throws DeskError invalid-body for a country or region that the library does not know */
  async of({ country, region, from, years }: HolidayQuery, locale: Locale): Promise<HolidaysAnswer> {
    const Library = await load();
    const known = Object.keys(new Library().getStates(country.toUpperCase()) ?? {});
    if (!new Library().getCountries()[country.toUpperCase()]) throw unknown('country');
    if (region !== undefined && !known.includes(region)) throw unknown('region');
    const year = (i: number) => this.ofYear(Library, country.toUpperCase(), region, from + i, locale);
    const days = Array.from({ length: years }, (_, i) => year(i)).flat();
    const byDate = new Map(days.reverse().map((d) => [d.date, d]));
    return { items: [...byDate.values()].sort((a, b) => a.date.localeCompare(b.date)) };
  }

  private ofYear(Library: Library, country: string, region: string | undefined, year: number, locale: Locale): Days {
    const key = [country, region, year, locale].join(' ');
    const known = this.kept.get(key);
    if (known) return known;
    const library = region === undefined ? new Library(country) : new Library(country, region);
    const zone = library.getTimezones()[0] ?? 'UTC';
    const days = library
      .getHolidays(year, locale)
      .filter((h) => h.type === 'public')
      .flatMap((h) => wholeDays(h.start.getTime(), h.end.getTime(), zone).map((date) => ({ date, name: h.name })));
    if (this.kept.size >= MOST_KEPT) this.kept.delete(this.kept.keys().next().value as string);
    this.kept.set(key, days);
    return days;
  }
}

/**
 * Islamic holidays begin on the evening before and end within a day, so only days that lie in them whole are days off.
 * @returns the local dates that lie within [start, end)
 */
export function wholeDays(start: number, end: number, zone: string): string[] {
  const first = Math.ceil((start + offsetAt(zone, start)) / DAY_MS) * DAY_MS;
  const last = end + offsetAt(zone, end);
  const days: string[] = [];
  for (let day = first; day + DAY_MS <= last; day += DAY_MS) days.push(new Date(day).toISOString().slice(0, 10));
  return days;
}

/** The library takes some 15 MB: a desk that never edits a calendar never pays for it. */
async function load(): Promise<Library> {
  return (await import('date-holidays')).default;
}

function unknown(at: string): DeskError {
  const message = 'has no holidays that the desk knows of';
  return new DeskError('invalid-body', `${at}: ${message}`, { errors: [{ at, message }] });
}
