/** What a replay needs to know before it begins: what cases were promised, and the list as it would stand. */
import { STAFFED_CLOCKS, type Staffing } from '#libs/contracts/http/what-if.js';
import { StandardTerms } from '#libs/contracts/http/standards.js';
import type { ClockKind } from '#libs/contracts/words.js';
import type { CalendarRules } from '#libs/time/calendar-rules.js';
import type { Database } from '../database/database.js';
import { CURRENT, type VersionRow } from './standard.rows.js';

/** Terms with the calendar they run on, by its name in `calendars`; null: around the clock. */
export interface PlannedTerms {
  id: string;
  terms: StandardTerms;
  calendar: string | null;
}

/** Everything a replay needs to know; plain data, so that it can be handed to a thread. */
export interface ReplayPlan {
  /** In ms. */
  from: number;
  now: number;
  /** Of the changed standard: only such clocks are compared. */
  clock: StandardTerms['clock'];
  calendars: Record<string, CalendarRules>;
  /** What cases were promised. */
  promised: PlannedTerms[];
  /** The standards as they would stand, in order; with staffing of every clock by which the queue is ordered. */
  list: PlannedTerms[];
  staffing: Staffing | null;
  /** About how many cases there will be. */
  cases: number;
}

const PROMISED = `
  select p.id, v.terms, p.calendar_version_id as calendar from promise p join standard_version v on v.id = p.standard_version_id
  where v.terms ->> 'clock' = $1`;
/** The newest version of each calendar that is there. */
const LATEST = `
  select distinct on (v.calendar_id) v.calendar_id as "calendarId", v.id from calendar_version v join calendar c on c.id = v.calendar_id
  where c.removed_at is null order by v.calendar_id, v.n desc`;

export interface Asked {
  at: Date;
  from: Date;
  standardId: string | null;
  terms: StandardTerms;
  staffing: Staffing | null;
  cases: number;
}

/** Today's list with the changed terms in their place; only standards of that clock matter, and with other people those by which the queue is ordered. */
export async function planReplay(db: Database, { at, from, standardId, terms, staffing, cases }: Asked): Promise<ReplayPlan> {
  const clocks: readonly ClockKind[] = staffing ? STAFFED_CLOCKS : [terms.clock];
  const rows = (await db.query<VersionRow>(CURRENT)).filter((row) => row.version !== null);
  const list = rows.map((row) => (row.standardId === standardId ? terms : StandardTerms.parse(row.terms)));
  if (!rows.some((row) => row.standardId === standardId)) list.push(terms);
  const latest = new Map((await db.query<{ calendarId: string; id: string }>(LATEST)).map((row) => [row.calendarId, row.id]));
  const planned = list
    .filter((t) => clocks.includes(t.clock))
    .map((t, i): PlannedTerms => ({ id: `if-${i}`, terms: t, calendar: (t.calendarId && latest.get(t.calendarId)) ?? null }));
  const promised = await db.query<PlannedTerms>(PROMISED, [terms.clock]);
  const calendars = await rulesOf(db, [...planned, ...promised]);
  return { from: from.getTime(), now: at.getTime(), clock: terms.clock, calendars, promised, list: planned, staffing, cases };
}

async function rulesOf(db: Database, planned: readonly PlannedTerms[]): Promise<Record<string, CalendarRules>> {
  const ids = [...new Set(planned.flatMap((p) => p.calendar ?? []))];
  const rows = await db.query<{ id: string; rules: CalendarRules }>(
    `select id, rules from calendar_version where id = any($1::bigint[])`,
    [ids],
  );
  return Object.fromEntries(rows.map(({ id, rules }) => [id, rules]));
}
