/** How often each standard was kept: in its own window with what is left of its error budget, and week by week. */
import { Injectable } from '@nestjs/common';
import type { AttainmentView, Counted } from '#libs/contracts/http/standards.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';

const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * A clock counts at the time at which it was decided: when it was stopped in time, or when it became late. Withdrawn and moved ones never
 * count; those of an excluded case are counted apart. Counted by the hour (count-decided.handler.ts); what is not counted yet is read from the
 * clocks. `$1` teams, `$2` from, the beginning of an hour, `$3` to.
 */
const DECIDED = `
  select v.standard_id as "standardId", d.at, d.met, d.late, d.unacceptable, d.excluded, d.withdrawn
  from (
    select promise_id, hour as at, met, late, unacceptable, excluded, withdrawn from decided_hour where team_id = any($1::bigint[]) and hour >= $2 and hour < $3
    union all
    select k.promise_id, coalesce(k.breached_at, k.stopped_at), (o.counts and k.breached_at is null)::int, (o.counts and k.breached_at is not null)::int,
      (o.counts and k.failed_at is not null)::int, (c.excluded_at is not null)::int, o.withdrawn::int
    from clock k join desk_case c on c.id = k.case_id
    cross join lateral (select c.excluded_at is null and not k.cancelled as counts, c.excluded_at is null and k.cancelled and
      exists (select from activity x where x.case_id = k.case_id and x.kind = 'withdrawn' and x.at = k.stopped_at) as withdrawn) o
    where k.counted is null and coalesce(k.breached_at, k.stopped_at) is not null and c.team_id = any($1::bigint[])
      and coalesce(k.breached_at, k.stopped_at) >= $2 and coalesce(k.breached_at, k.stopped_at) < $3 and (o.counts or o.withdrawn or c.excluded_at is not null)) d
  join promise p on p.id = d.promise_id join standard_version v on v.id = p.standard_version_id`;

const SUMS = `sum(met)::int as met, sum(late)::int as late, sum(unacceptable)::int as unacceptable, sum(excluded)::int as excluded,
  sum(withdrawn)::int as withdrawn`;

const STANDARDS = `
  select s.id, (v.terms ->> 'windowDays')::int as "windowDays", (v.terms ->> 'percent')::float as percent
  from standard s join lateral (select terms from standard_version where standard_id = s.id and n is not null order by n desc limit 1) v on true
  where s.retired_at is null order by s.position, s.id`;

type Counts<T> = Omit<T, 'to' | 'coverage' | 'blind' | 'blindTimes'>;
/** What was kept, before anybody asks how much was heard. */
export interface Attained {
  standardId: string;
  window: Counts<AttainmentView['window']>;
  weeks: Counts<AttainmentView['weeks'][number]>[];
}

@Injectable()
export class AttainmentQuery {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @param weeks the last of them ends now; they and windows begin with an hour @returns every standard that was ever published and is not retired, in order */
  async run(weeks: number, by: Responder): Promise<Attained[]> {
    // What is decided in this very millisecond counts.
    const now = new Date(this.clock.now().getTime() + 1);
    const standards = await this.db.query<{ id: string; windowDays: number; percent: number }>(STANDARDS);
    const first = beginningOfHour(now.getTime() - weeks * WEEK_MS);
    const byWeek = await this.db.query<Counted & { standardId: string; week: number }>(
      `select "standardId", least(floor((date_part('epoch', at) - date_part('epoch', $2::timestamptz)) / 604800), $4 - 1)::int as week, ${SUMS}
       from (${DECIDED}) d group by 1, 2`,
      [by.teamIds, first, now, weeks],
    );
    const windows = standards.map(({ id, windowDays }) => ({ id, from: beginningOfHour(now.getTime() - windowDays * DAY_MS) }));
    const counted = await this.windows(windows, now, by);
    return standards.map(({ id, percent }, i) => {
      const found = counted.find((row) => row.standardId === id);
      const counts = countsOf(found);
      return {
        standardId: id,
        window: {
          from: (windows[i]?.from ?? now).toISOString(),
          ...counts,
          withdrawn: found?.withdrawn ?? 0,
          ...budgetOf(counts, percent),
        },
        weeks: Array.from({ length: weeks }, (_, week) => ({
          from: new Date(first.getTime() + week * WEEK_MS).toISOString(),
          ...countsOf(byWeek.find((row) => row.standardId === id && row.week === week)),
        })),
      };
    });
  }

  /** @param from is taken back to the beginning of its hour @returns what was decided since then, by standard; and how many hours that were */
  async since(from: Date, by: Responder): Promise<{ hours: number; counted: (Counted & { standardId: string })[] }> {
    const to = new Date(this.clock.now().getTime() + 1);
    const begin = beginningOfHour(from.getTime());
    const counted = await this.db.query<Counted & { standardId: string }>(
      `select "standardId", ${SUMS} from (${DECIDED}) d group by 1`,
      [by.teamIds, begin, to],
    );
    return { hours: Math.max(1 / 3600, (to.getTime() - begin.getTime()) / HOUR_MS), counted };
  }

  /** Each standard over a window of its own. */
  private windows(
    windows: { id: string; from: Date }[],
    to: Date,
    by: Responder,
  ): Promise<(Counted & { standardId: string; withdrawn: number })[]> {
    const first = new Date(Math.min(to.getTime(), ...windows.map((w) => w.from.getTime())));
    return this.db.query(
      // Once for all windows: without the offset it may be read anew for each of them.
      `select "standardId", ${SUMS} from (${DECIDED} offset 0) d
       join jsonb_to_recordset($4::jsonb) as w(id bigint, "from" timestamptz) on w.id = d."standardId" and d.at >= w."from" group by 1`,
      [by.teamIds, first, to, JSON.stringify(windows)],
    );
  }
}

/** Windows begin with an hour, because figures are counted by the hour. */
export function beginningOfHour(at: number): Date {
  return new Date(Math.floor(at / HOUR_MS) * HOUR_MS);
}

/** @param promised percent that are to be in time @returns the share kept, and how many more may be late among as many */
export function budgetOf({ met, late }: Pick<Counted, 'met' | 'late'>, promised: number): { percent: number | null; budgetLeft: number | null } {
  const all = met + late;
  if (all === 0) return { percent: null, budgetLeft: null };
  return { percent: (met / all) * 100, budgetLeft: Math.floor((all * (100 - promised)) / 100 + 1e-9) - late };
} // prettier-ignore

function countsOf(row: Counted | undefined): Counted {
  return { met: row?.met ?? 0, late: row?.late ?? 0, unacceptable: row?.unacceptable ?? 0, excluded: row?.excluded ?? 0 };
}
