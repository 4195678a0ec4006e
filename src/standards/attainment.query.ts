/** How often each standard was kept: in its own window with what is left of its error budget, and week by week. */
import { Injectable } from '@nestjs/common';
import type { AttainmentView, Counted } from '#libs/contracts/http/standards.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';

const WEEK_MS = 7 * 86_400_000;
const DAY_MS = 86_400_000;

/**
 * A clock counts at the time at which it was decided: when it was stopped in time, or when it became late. Withdrawn and moved ones never
 * count; those of an excluded case are counted apart. `$1` teams, `$2` from, `$3` to.
 */
export const COUNT_DECIDED = `
  select v.standard_id as "standardId", coalesce(k.breached_at, k.stopped_at) as decided, c.excluded_at is not null as excluded,
    k.breached_at is not null as late, k.failed_at is not null as unacceptable
  from clock k join desk_case c on c.id = k.case_id join promise p on p.id = k.promise_id join standard_version v on v.id = p.standard_version_id
  where c.team_id = any($1::bigint[]) and coalesce(k.breached_at, k.stopped_at) >= $2 and coalesce(k.breached_at, k.stopped_at) < $3
    and (not k.cancelled or c.excluded_at is not null)`;

/** Clocks that ended because the customer took the post back: neither kept nor broken. `$4` the standard. */
const COUNT_WITHDRAWN = `
  select count(*)::int as n
  from clock k join desk_case c on c.id = k.case_id join promise p on p.id = k.promise_id join standard_version v on v.id = p.standard_version_id
  where c.team_id = any($1::bigint[]) and coalesce(k.breached_at, k.stopped_at) >= $2 and coalesce(k.breached_at, k.stopped_at) < $3
    and v.standard_id = $4 and k.cancelled and c.excluded_at is null
    and exists (select from activity x where x.case_id = k.case_id and x.kind = 'withdrawn' and x.at = k.stopped_at)`;

const COUNTS = `count(*) filter (where not excluded and not late)::int as met, count(*) filter (where not excluded and late)::int as late,
  count(*) filter (where not excluded and unacceptable)::int as unacceptable, count(*) filter (where excluded)::int as excluded`;

@Injectable()
export class AttainmentQuery {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @param weeks the last of them ends now @returns every standard that was ever published and is not retired, in order */
  async run(weeks: number, by: Responder): Promise<AttainmentView[]> {
    // What is decided in this very millisecond counts.
    const now = new Date(this.clock.now().getTime() + 1);
    const standards = await this.db.query<{ id: string; windowDays: number; percent: number }>(
      `select s.id, (v.terms ->> 'windowDays')::int as "windowDays", (v.terms ->> 'percent')::float as percent
       from standard s join lateral (select terms from standard_version where standard_id = s.id and n is not null order by n desc limit 1) v on true
       where s.retired_at is null order by s.position, s.id`,
    );
    const first = new Date(now.getTime() - weeks * WEEK_MS);
    const byWeek = await this.db.query<Counted & { standardId: string; week: number }>(
      `select "standardId", least(floor(extract(epoch from decided - $2::timestamptz) / 604800), $4 - 1)::int as week, ${COUNTS}
       from (${COUNT_DECIDED}) d group by 1, 2`,
      [by.teamIds, first, now, weeks],
    );
    const views = standards.map(async ({ id, windowDays, percent }) => ({
      standardId: id,
      window: await this.window(id, new Date(now.getTime() - windowDays * DAY_MS), now, percent, by),
      weeks: Array.from({ length: weeks }, (_, week) => ({
        from: new Date(first.getTime() + week * WEEK_MS).toISOString(),
        ...countsOf(byWeek.find((row) => row.standardId === id && row.week === week)),
      })),
    }));
    return Promise.all(views);
  }

  private async window(standardId: string, from: Date, to: Date, promised: number, by: Responder): Promise<AttainmentView['window']> {
    const params = [by.teamIds, from, to, standardId];
    const counts = countsOf(await this.db.one<Counted>(`select ${COUNTS} from (${COUNT_DECIDED} and v.standard_id = $4) d`, params));
    const withdrawn = (await this.db.one<{ n: number }>(COUNT_WITHDRAWN, params))?.n ?? 0;
    return { from: from.toISOString(), ...counts, withdrawn, ...budgetOf(counts, promised) };
  } // prettier-ignore
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
