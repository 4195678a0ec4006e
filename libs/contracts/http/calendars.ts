/** Calendars: when a promise runs. Hours are the wall clock's of one zone. */
import { z } from 'zod';
import { calendarFaults } from '#libs/time/calendar-rules.js';
import { isZone } from '#libs/time/zone-offset.js';
import { Id, Instant } from '../values.js';
import { PersonRef } from '../views/people.js';

const Hours = z
  .object({ from: z.string().max(5), to: z.string().max(5) })
  .meta({ id: 'Hours', description: '"HH:MM" to "HH:MM", at the latest "24:00"' });
const day = z.array(Hours).max(12);
const date = z.string().max(10);

export const CalendarRules = z
  .object({
    zone: z.string().max(64).refine(isZone, 'there is no such time zone'),
    week: z.object({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }),
    country: z.string().max(8).nullable().default(null).meta({ description: 'where the holidays were taken from' }),
    region: z.string().max(16).nullable().default(null),
    holidays: z.array(z.object({ date, name: z.string().trim().max(120) })).max(1000).default([]),
    exceptions: z.array(z.object({ date, hours: day, note: z.string().trim().max(200).default('') })).max(1000).default([]),
    cover: z.array(z.object({ from: z.string().max(16), to: z.string().max(16), note: z.string().trim().max(200).default('') })).max(1000).default([]),
  })
  .superRefine((rules, context) => {
    for (const { at, message } of calendarFaults(rules)) context.addIssue({ code: 'custom', path: at.split('.'), message });
  })
  .meta({ id: 'CalendarRules' }); // prettier-ignore
export type CalendarRules = z.infer<typeof CalendarRules>;

export const SaveCalendar = z
  .object({
    name: z.string().trim().min(1).max(120),
    rules: CalendarRules,
    reason: z.string().trim().max(500).optional().meta({ description: 'why, for the history' }),
  })
  .meta({ id: 'SaveCalendar' });
export type SaveCalendar = z.infer<typeof SaveCalendar>;

export const CalendarView = z
  .object({
    id: Id,
    name: z.string(),
    version: z.int(),
    rules: CalendarRules,
    at: Instant,
    by: PersonRef.nullable(),
    reason: z.string().nullable(),
    openNow: z.boolean(),
    nextOpening: Instant.nullable().meta({ description: 'now when it is open; null: never' }),
  })
  .meta({ id: 'CalendarView' });
export type CalendarView = z.infer<typeof CalendarView>;

/** Instants a promise can count from; years beyond are no promise. */
const from = Instant.refine((at) => at >= '1970' && at < '2200', 'must lie between 1970 and 2199');
export const DueTimes = z
  .object({
    calendar: z.union([Id, CalendarRules]).meta({ description: 'a calendar of the desk, or the rules of one' }),
    items: z.array(z.object({ from, seconds: z.number().min(0).max(315_576_000) })).min(1).max(10_000),
  })
  .meta({ id: 'DueTimes' }); // prettier-ignore
export type DueTimes = z.infer<typeof DueTimes>;

export const DueTimesAnswer = z
  .object({
    items: z.array(
      z.object({
        dueAt: Instant.nullable(),
        never: z.enum(['never-open', 'too-far']).nullable().meta({ description: 'why there is no due time' }),
      }),
    ),
  })
  .meta({ id: 'DueTimesAnswer' });
export type DueTimesAnswer = z.infer<typeof DueTimesAnswer>;

export const HolidayQuery = z.object({
  country: z.string().regex(/^[A-Za-z]{2}$/),
  region: z.string().regex(/^[\w-]{1,16}$/).optional(),
  from: z.coerce.number().int().min(1970).max(2199),
  years: z.coerce.number().int().min(1).max(12).default(1),
}); // prettier-ignore
export type HolidayQuery = z.infer<typeof HolidayQuery>;

export const HolidaysAnswer = z
  .object({ items: z.array(z.object({ date, name: z.string() })) })
  .meta({ id: 'HolidaysAnswer', description: 'whole days off for everybody, by date' });
export type HolidaysAnswer = z.infer<typeof HolidaysAnswer>;

const place = z.object({ code: z.string(), name: z.string() });
export const CountriesAnswer = z
  .object({ items: z.array(place.extend({ regions: z.array(place) })) })
  .meta({ id: 'CountriesAnswer' });
export type CountriesAnswer = z.infer<typeof CountriesAnswer>;
