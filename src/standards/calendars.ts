/** The calendars of the desk: read, saved in versions, removed when nothing is promised by them. */
import { Injectable } from '@nestjs/common';
import type { CalendarView, DueTimes, DueTimesAnswer, SaveCalendar } from '#libs/contracts/http/calendars.js';
import { BusinessCalendar } from '#libs/time/business-calendar.js';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { Promises } from '../clocks/promises.js';
import { DeskError } from '../platform/errors.js';
import { renewPromises, STANDARDS_LOCK } from './renew-promises.js';

type Row = Omit<CalendarView, 'at' | 'openNow' | 'nextOpening'> & { at: Date };

const SELECT = `
  select c.id, c.name, v.n as version, v.rules, v.at, v.reason,
    case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end as by
  from calendar c join calendar_version v on v.calendar_id = c.id left join person p on p.id = v.person_id`;
/** By a standard in force, or by a draft. */
const USED = `
  select 1 from standard s join standard_version v on v.standard_id = s.id
  where s.retired_at is null and v.terms ->> 'calendarId' = $1::text
    and (v.n is null or v.n = (select max(n) from standard_version where standard_id = s.id)) limit 1`;
const LATEST = `v.n = (select max(n) from calendar_version where calendar_id = c.id)`;

@Injectable()
export class Calendars {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly promises: Promises,
  ) {}

  /** @returns every calendar as it is in force, by name */
  async all(): Promise<CalendarView[]> {
    const rows = await this.db.query<Row>(`${SELECT} where ${LATEST} and c.removed_at is null order by lower(c.name)`);
    return rows.map((row) => this.view(row));
  }

  /** @throws DeskError not-found */
  async one(id: string): Promise<CalendarView> {
    const row = await this.db.one<Row>(`${SELECT} where ${LATEST} and c.id = $1 and c.removed_at is null`, [id]);
    if (!row) throw new DeskError('not-found');
    return this.view(row);
  }

  /** @returns all versions, the newest first. @throws DeskError not-found */
  async versions(id: string): Promise<CalendarView[]> {
    const rows = await this.db.query<Row>(`${SELECT} where c.id = $1 order by v.n desc`, [id]);
    if (rows.length === 0) throw new DeskError('not-found');
    return rows.map((row) => this.view(row));
  }

  /**
   * Adds a calendar, or a version to one. Cases that are open keep the version they were opened with.
   * @param id null: a new calendar. @throws DeskError not-found, name-taken
   */
  async save(id: string | null, { name, rules, reason }: SaveCalendar, by: Responder): Promise<CalendarView> {
    const now = this.clock.now();
    const saved = await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [STANDARDS_LOCK]);
      const calendarId = await this.nameIt(tx, id, name);
      await tx.query(
        `insert into calendar_version (calendar_id, n, rules, at, person_id, reason)
         values ($1, 1 + coalesce((select max(n) from calendar_version where calendar_id = $1), 0), $2, $3, $4, $5)`,
        [calendarId, JSON.stringify(rules), now, by.id, reason ?? null],
      );
      await renewPromises(tx);
      await addEvent(tx, now, 'settings.changed', { what: 'calendars' });
      return calendarId;
    });
    await this.promises.load();
    return this.one(saved);
  }

  /** @throws DeskError not-found, calendar-in-use */
  async remove(id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [STANDARDS_LOCK]);
      if (await tx.one(USED, [id])) throw new DeskError('calendar-in-use');
      const found = await tx.one(`update calendar set removed_at = $2 where id = $1 and removed_at is null returning id`, [
        id,
        this.clock.now(),
      ]);
      if (!found) throw new DeskError('not-found');
      await addEvent(tx, this.clock.now(), 'settings.changed', { what: 'calendars' });
    });
  }

  /** @returns the due time of each item, in their order. @throws DeskError not-found */
  async due({ calendar, items }: DueTimes): Promise<DueTimesAnswer> {
    const of = new BusinessCalendar(typeof calendar === 'string' ? (await this.one(calendar)).rules : calendar);
    return {
      items: items.map(({ from, seconds }) => {
        const due = of.due(Date.parse(from), seconds);
        if (due === null) return { dueAt: null, never: of.whyNever(Date.parse(from)) };
        return { dueAt: new Date(due).toISOString(), never: null };
      }),
    };
  }

  private async nameIt(tx: Tx, id: string | null, name: string): Promise<string> {
    const taken = await tx.one(
      `select 1 from calendar where lower(name) = lower($2) and removed_at is null and id is distinct from $1::bigint`,
      [id, name],
    );
    if (taken) throw new DeskError('name-taken', `There is a calendar with the name ${name} already`);
    const row = await (id === null
      ? tx.one<{ id: string }>(`insert into calendar (name) values ($1) returning id`, [name])
      : tx.one<{ id: string }>(`update calendar set name = $2 where id = $1 and removed_at is null returning id`, [id, name]));
    if (!row) throw new DeskError('not-found');
    return row.id;
  }

  private view(row: Row): CalendarView {
    const now = this.clock.now().getTime();
    const next = new BusinessCalendar(row.rules).nextOpening(now);
    return {
      ...row,
      at: row.at.toISOString(),
      openNow: next === now,
      nextOpening: next === null ? null : new Date(next).toISOString(),
    };
  }
}
