/** How much was heard on each day and how it was meant, from the counts by the hour: no mention is read. */
import { Injectable } from '@nestjs/common';
import type { VolumeQuery as VolumeQuestion, VolumeView } from '#libs/contracts/http/mentions.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';

interface Row {
  day: string;
  n: number;
  negative: number;
  positive: number;
  before: boolean;
}

/** As many days again lie before the ones that are asked for, to compare with. */
const VOLUME = (counts: string) => `
  with today as (select ($2::timestamptz at time zone $3)::date as last),
  days as (select last - ago as day, ago >= $4::int as before from today cross join generate_series(0, 2 * $4::int - 1) as ago)
  select to_char(days.day, 'YYYY-MM-DD') as day, days.before, coalesce(sum(h.n), 0)::int as n, coalesce(sum(h.negative), 0)::int as negative,
    coalesce(sum(h.positive), 0)::int as positive
  from days left join (${counts}) as h on (h.hour at time zone $3)::date = days.day
  group by 1, 2 order by 1`;
const SINCE = `h.hour >= ((($2::timestamptz at time zone $3)::date + 1 - 2 * $4::int)::timestamp at time zone $3)`;
const OF_TEAMS = VOLUME(`select hour, n, negative, positive from heard_hour h where team_id = any($1::bigint[]) and ${SINCE}`);
const OF_WATCH = VOLUME(`select h.hour, h.n, h.negative, h.positive from mention_hour h join watch w on w.id = h.watch_id
  where h.watch_id = $5::bigint and w.team_id = any($1::bigint[]) and ${SINCE}`);

@Injectable()
export class VolumeQuery {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns one entry a day, also where nothing was heard, the oldest first @throws DeskError `not-found` for a watch of another team */
  async run({ watchId, days, zone }: VolumeQuestion, by: Responder): Promise<VolumeView> {
    if (watchId !== undefined) await this.ensureMine(watchId, by);
    const params = [by.teamIds, this.clock.now(), zone, days];
    const rows = await (watchId === undefined
      ? this.db.query<Row>(OF_TEAMS, params)
      : this.db.query<Row>(OF_WATCH, [...params, watchId]));
    const shown = rows.filter((row) => !row.before).map(({ before: _, ...day }) => day);
    const earlier = rows.filter((row) => row.before);
    const sum = (of: 'n' | 'negative') => earlier.reduce((total, row) => total + row[of], 0);
    return { days: shown, before: { n: sum('n'), negative: sum('negative') } };
  }

  private async ensureMine(watchId: string, by: Responder): Promise<void> {
    const mine = await this.db.one('select from watch where id = $1 and team_id = any($2::bigint[])', [watchId, by.teamIds]);
    if (!mine) throw new DeskError('not-found');
  }
}
