/** Finds own accounts whose customers wait, or to which nobody has answered for a week although people wrote. */
import { Injectable } from '@nestjs/common';
import type { Neglect } from '#libs/contracts/views/foresight.js';
import type { Tx } from '../database/database.js';
import type { Found } from './early-alarms.js';
import { lately } from './lately.js';

const NEGLECTED_AFTER_DAYS = 7;
const NEWEST = 3000;

/** Shares are of the cases of thirty days, of the newest of them where they are very many. */
const NEGLECTED = `
  with lately as materialized (${lately('array(select id from team)', NEWEST, '$1')}),
  by_source as (
    select team_id, source_id, count(*) filter (where status <> 'resolved' and answered_at is null and posted_at < $1::timestamptz - interval '1 day')::int as waiting,
      coalesce(avg((answered_at is null)::int) filter (where opened_at > $1::timestamptz - interval '30 days'), 0)::float as share, max(answered_at) as at
    from lately group by 1, 2)
  select c.team_id as "teamId", s.id as "sourceId", c.waiting, c.share, c.at as "lastAnswerAt"
  from source s join by_source c on c.source_id = s.id
  where s.enabled and s.account_handle is not null
    and (c.waiting > 0 or (c.share > 0.5 and coalesce(c.at, s.created_at) < $1::timestamptz - interval '${NEGLECTED_AFTER_DAYS} days'))`;

interface Row extends Omit<Neglect, 'lastAnswerAt'> {
  teamId: string;
  sourceId: string;
  lastAnswerAt: Date | null;
}

@Injectable()
export class FindNeglected {
  /** @returns each with the team whose cases wait there */
  async run(tx: Tx, now: Date): Promise<Found<Neglect>[]> {
    const rows = await tx.query<Row>(NEGLECTED, [now]);
    return rows.map(({ teamId, sourceId, waiting, share, lastAnswerAt }) => ({
      teamId,
      watchId: null,
      sourceId,
      weight: waiting + share,
      what: { waiting, share, lastAnswerAt: lastAnswerAt?.toISOString() ?? null },
    }));
  }
}
