/** Managers write standards: a draft first, then published with the reason why; put into order; retired. */
import { Injectable } from '@nestjs/common';
import { StandardTerms, type OrderStandards } from '#libs/contracts/http/standards.js';
import { faultsOf } from '#libs/sla/standard-faults.js';
import { BusinessCalendar } from '#libs/time/business-calendar.js';
import type { CalendarRules } from '#libs/time/calendar-rules.js';
import { Promises } from '../clocks/promises.js';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { renewPromises, STANDARDS_LOCK } from './renew-promises.js';

interface Change {
  standardId: string | null;
  what: 'published' | 'retired' | 'moved';
  version: number | null;
  reason: string;
}

@Injectable()
export class ChangeStandards {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly promises: Promises,
  ) {}

  /**
   * Keeps terms as the draft of a standard; nobody is promised anything by it.
   * @param id null: a new standard, at the end of the list. @returns the standard's id. @throws DeskError not-found
   */
  draft(id: string | null, terms: StandardTerms, by: Responder): Promise<string> {
    return this.change(async (tx, now) => {
      const standardId = id ?? (await this.append(tx));
      await this.exists(tx, standardId);
      await tx.query(
        `insert into standard_version (standard_id, terms, saved_at, saved_by) values ($1, $2, $3, $4)
         on conflict (standard_id) where published_at is null do update set terms = excluded.terms, saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
        [standardId, JSON.stringify(terms), now, by.id],
      );
      return standardId;
    });
  }

  /** Throws a draft away; a standard that was never published goes with it. @throws DeskError not-found */
  async discard(id: string): Promise<void> {
    await this.change(async (tx) => {
      const gone = await tx.one(`delete from standard_version where standard_id = $1 and published_at is null returning id`, [
        id,
      ]);
      if (!gone) throw new DeskError('not-found');
      await tx.query(
        `delete from standard s where id = $1 and not exists (select from standard_version where standard_id = s.id)`,
        [id],
      );
    });
  }

  /** The draft holds from now on, for cases that open from now on. @throws DeskError not-found, standard-impossible */
  publish(id: string, reason: string, by: Responder): Promise<string> {
    return this.change(async (tx, now) => {
      const draft = await tx.one<{ terms: unknown }>(
        `select terms from standard_version where standard_id = $1 and published_at is null for update`,
        [id],
      );
      if (!draft) throw new DeskError('not-found');
      await this.refuseImpossible(tx, StandardTerms.parse(draft.terms), now);
      const published = await tx.one<{ n: number }>(
        `update standard_version v set n = 1 + coalesce((select max(n) from standard_version where standard_id = $1), 0),
           published_at = $2, published_by = $3, reason = $4
         where standard_id = $1 and published_at is null returning n`,
        [id, now, by.id, reason],
      );
      await this.note(tx, now, by, { standardId: id, what: 'published', version: published?.n ?? null, reason });
      return id;
    });
  }

  /** Of several that fit, the first holds. @throws DeskError invalid-body when the list is not all of them, each once */
  async order({ ids, reason }: OrderStandards, by: Responder): Promise<void> {
    await this.change(async (tx, now) => {
      const there = await tx.query<{ id: string }>(`select id from standard where retired_at is null`);
      if (there.length !== ids.length || new Set(ids).size !== ids.length || there.some(({ id }) => !ids.includes(id)))
        throw wrong('ids', 'must be all standards that are not retired, each once');
      await tx.query(`update standard s set position = o.place from unnest($1::bigint[]) with ordinality as o(id, place) where s.id = o.id`, [ids]);
      await this.note(tx, now, by, { standardId: null, what: 'moved', version: null, reason });
    });
  } // prettier-ignore

  /** It promises nothing to new cases; open ones keep it. @throws DeskError not-found */
  async retire(id: string, reason: string, by: Responder): Promise<void> {
    await this.change(async (tx, now) => {
      const version = await tx.one<{ n: number | null }>(
        `update standard s set retired_at = $2 where id = $1 and retired_at is null
         returning (select max(n) from standard_version where standard_id = s.id) as n`,
        [id, now],
      );
      if (!version) throw new DeskError('not-found');
      await this.note(tx, now, by, { standardId: id, what: 'retired', version: version.n, reason });
    });
  }

  /** Answers when this process promises by the change; the others hear of it through the outbox. */
  private async change<T>(write: (tx: Tx, now: Date) => Promise<T>): Promise<T> {
    const now = this.clock.now();
    const result = await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [STANDARDS_LOCK]);
      const written = await write(tx, now);
      await renewPromises(tx);
      await addEvent(tx, now, 'settings.changed', { what: 'standards' });
      return written;
    });
    await this.promises.load();
    return result;
  }

  private async append(tx: Tx): Promise<string> {
    const row = await tx.one<{ id: string }>(
      `insert into standard (position) select 1 + coalesce(max(position), 0) from standard returning id`,
    );
    return String(row?.id);
  }

  private async exists(tx: Tx, id: string): Promise<void> {
    if (!(await tx.one(`select 1 from standard where id = $1 and retired_at is null`, [id]))) throw new DeskError('not-found');
  }

  private async refuseImpossible(tx: Tx, terms: StandardTerms, now: Date): Promise<void> {
    const faults = faultsOf(terms, await calendarOf(tx, terms.calendarId), now.getTime());
    if (faults.length === 0) return;
    throw new DeskError('standard-impossible', faults.map((f) => f.message).join(' '), {
      errors: faults.map(({ at, message }) => ({ at: `terms.${at}`, message })),
      data: { faults: faults.map((f) => f.code) },
    });
  }

  private async note(tx: Tx, now: Date, by: Responder, change: Change): Promise<void> {
    await tx.query(`insert into standard_change (at, person_id, standard_id, what, version, reason) values ($1, $2, $3, $4, $5, $6)`, [
      now, by.id, change.standardId, change.what, change.version, change.reason,
    ]); // prettier-ignore
  }
}

/** @returns the calendar as it is in force; null: none is named; undefined: it is not there any more */
export async function calendarOf(asks: Pick<Tx, 'one'>, calendarId: string | null): Promise<BusinessCalendar | null | undefined> {
  if (calendarId === null) return null;
  const row = await asks.one<{ rules: CalendarRules }>(
    `select v.rules from calendar c join calendar_version v on v.calendar_id = c.id where c.id = $1 and c.removed_at is null order by v.n desc limit 1`,
    [calendarId],
  );
  return row && new BusinessCalendar(row.rules);
}

function wrong(at: string, message: string): DeskError {
  return new DeskError('invalid-body', `${at}: ${message}`, { errors: [{ at, message }] });
}
