/** What a source has used this month, against its budget: read before a poll, written while it runs. */
import { Injectable } from '@nestjs/common';
import { forecast, isSpent, monthEnd, monthStart, NO_BUDGET, type Budget, type Use } from '#libs/listening/budget.js';
import { Database, type Tx } from '../database/database.js';
import { Clock } from '../platform/clock.js';

/** What is usual is read from this many days. */
const USUAL_DAYS = 7;
const DAY_MS = 86_400_000;
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

export interface MonthUse {
  budget: Budget;
  month: Use;
  /** On average in the last days. */
  perDay: Use;
  perPoll: Use;
  /** By the end of the month. */
  foreseen: Use;
  spent: boolean;
}

type UseRow = { id: string; budget: Partial<Budget> | null; days: number } & Record<'calls' | 'posts' | 'units' | 'c7' | 'p7' | 'u7' | 'polls7', string>; // prettier-ignore

@Injectable()
export class SourceBudget {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns use by source id, of sources that exist */
  async of(ids: readonly string[], tx: Pick<Tx, 'query'> = this.db): Promise<Map<string, MonthUse>> {
    const now = this.clock.now();
    const rows = await tx.query<UseRow>(
      `select s.id, s.budget, greatest(least(extract(epoch from $2::timestamptz - s.created_at) / 86400, ${USUAL_DAYS}), 0.04)::float as days, u.*
       from source s cross join lateral (
         select coalesce(sum(calls) filter (where day >= $3), 0) as calls, coalesce(sum(posts) filter (where day >= $3), 0) as posts,
           coalesce(sum(units) filter (where day >= $3), 0) as units, coalesce(sum(calls) filter (where day > $4), 0) as c7,
           coalesce(sum(posts) filter (where day > $4), 0) as p7, coalesce(sum(units) filter (where day > $4), 0) as u7,
           coalesce(sum(polls) filter (where day > $4), 0) as polls7
         from source_use where source_id = s.id and day >= least($3::date, $4::date)) u
       where s.id = any($1::bigint[])`,
      [ids, now, dayOf(monthStart(now)), dayOf(new Date(now.getTime() - USUAL_DAYS * DAY_MS))],
    );
    return new Map(rows.map((row) => [row.id, toMonth(row, now)]));
  }

  /**
   * Adds to the use of today. Posts are counted once a day of UTC, as networks that charge for them do, when they cost something.
   * @param read external ids of posts that were read; `more` what the connector counted itself
   */
  async add(sourceId: string, budget: Budget, use: Use & { polls?: number }, read: readonly string[]): Promise<Use> {
    const day = dayOf(this.clock.now());
    const counted = read.length > 0 && isCounted(budget) ? await this.countNew(sourceId, day, read) : read.length;
    const posts = use.posts + counted;
    const { calls, units, polls = 0 } = use;
    if (calls || posts || units || polls)
      await this.db.query(
        `insert into source_use as old (source_id, day, polls, calls, posts, units) select $1, $2, $3, $4, $5, $6 where exists (select from source where id = $1)
         on conflict (source_id, day) do update set polls = old.polls + excluded.polls, calls = old.calls + excluded.calls,
           posts = old.posts + excluded.posts, units = old.units + excluded.units`,
        [sourceId, day, polls, calls, posts, units],
      );
    return { calls, posts, units };
  }

  /** Stops asking until the month ends. */
  async stop(tx: Tx, sourceId: string): Promise<void> {
    const until = monthEnd(this.clock.now());
    await tx.query('update source set capped_until = $2, next_poll_at = $2 where id = $1', [sourceId, until]);
  }

  private async countNew(sourceId: string, day: string, ids: readonly string[]): Promise<number> {
    const rows = await this.db.query(
      `insert into charged_post (source_id, day, external_id) select $1, $2, id from unnest($3::text[]) as id on conflict do nothing returning 1`,
      [sourceId, day, ids],
    );
    return rows.length;
  }
}

/** @returns a whole budget from what is stored */
export function wholeBudget(stored: Partial<Budget> | null): Budget {
  return { ...NO_BUDGET, ...stored };
}

function isCounted(budget: Budget): boolean {
  return budget.perPost > 0 || budget.capPosts !== null;
}

function toMonth(row: UseRow, now: Date): MonthUse {
  const budget = wholeBudget(row.budget);
  const month = { calls: Number(row.calls), posts: Number(row.posts), units: Number(row.units) };
  const recent = { calls: Number(row.c7), posts: Number(row.p7), units: Number(row.u7) };
  const over = (n: number): Use => ({ calls: recent.calls / n, posts: recent.posts / n, units: recent.units / n });
  const perDay = over(row.days);
  const perPoll = over(Math.max(1, Number(row.polls7)));
  return { budget, month, perDay, perPoll, foreseen: forecast(month, perDay, now), spent: isSpent(budget, month) };
}
