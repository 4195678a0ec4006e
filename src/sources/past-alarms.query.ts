/** Every time a source was not heard well: how long, who was told and how, what came late, what is lost for good. */
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { PastAlarmsQuery as Asked } from '#libs/contracts/http/coverage.js';
import { knownNotes } from '#libs/contracts/notes.js';
import type { Page } from '#libs/contracts/values.js';
import type { PastAlarmView } from '#libs/contracts/views/coverage.js';
import { Database } from '../database/database.js';
import { iso } from '../database/views/case-cards.js';
import { instant as at, told } from '../database/views/notice-views.js';
import { Clock } from '../platform/clock.js';
import { pageOfRows, readCursor } from '../platform/cursor.js';

const Place = z.tuple([z.string().max(40), z.string().regex(/^[ah]\d{1,19}$/)]);

type Row = Omit<PastAlarmView, 'from' | 'to' | 'acknowledgedAt'> & {
  from: Date;
  to: Date | null;
  acknowledgedAt: Date | null;
  place: string;
};

/** `$1` place of the last one shown, `$2` its key, `$3` source, `$4` how many. An alarm may span several blind stretches with little sight between. */
const ALARMS = `
  select 'a' || a.id as key, 'blind' as kind, a.id as alarm_id, a.source_id, a.blind_since as from_at, a.ended_at as to_at, a.reason, a.message, a.notes, a.episodes,
    a.acknowledged_by, a.acknowledged_at
  from source_alarm a where ($1::timestamptz is null or (a.blind_since, 'a' || a.id) < ($1, $2)) and ($3::bigint is null or a.source_id = $3)
  order by a.blind_since desc, 'a' || a.id desc limit $4`;
/** Blind stretches without an alarm: nobody could be told while the desk itself did not run. */
const UNTOLD = `h.state = 'blind' and not exists (select from source_alarm a where a.source_id = h.source_id
    and a.blind_since < coalesce(h.to_at, 'infinity') and coalesce(a.ended_at, 'infinity') > h.from_at)`;
const stretches = (which: string) => `
  select 'h' || h.id as key, h.state as kind, null::bigint as alarm_id, h.source_id, h.from_at, h.to_at, h.reason, h.message, h.notes, 1 as episodes,
    null::bigint as acknowledged_by, null::timestamptz as acknowledged_at
  from source_health h where ${which} and ($1::timestamptz is null or (h.from_at, 'h' || h.id) < ($1, $2)) and ($3::bigint is null or h.source_id = $3)
  order by h.from_at desc, 'h' || h.id desc limit $4`;

const BY_KIND: Record<NonNullable<Asked['kind']>, readonly string[]> = {
  blind: [ALARMS, stretches(UNTOLD)],
  degraded: [stretches(`h.state = 'degraded'`)],
};

const lasted = (from: string, to: string) => `date_part('epoch', ${to} - ${from})`;
/** What the stretches of an alarm cost; `$5` now. Of what goes on, nothing has been heard later yet. */
const COST = `
  select coalesce(sum(${lasted('h.from_at', 'coalesce(h.to_at, $5)')}) filter (where h.state = 'blind'), 0) as blind,
    coalesce(sum(case when h.to_at is null then ${lasted('h.from_at', '$5::timestamptz')} else ${lasted('h.unheard_from', 'h.unheard_to')} end) filter (where h.state = 'blind'), 0) as unheard,
    sum(h.late_mentions)::int as late, min(h.unheard_from) as lost_from, max(h.unheard_to) as lost_to
  from source_health h where h.source_id = p.source_id and case when p.alarm_id is null then 'h' || h.id = p.key
    else h.state = 'blind' and h.from_at < coalesce(p.to_at, 'infinity') and coalesce(h.to_at, 'infinity') > p.from_at end`;
const pageOf = (branches: readonly string[]) => `
  select p.key, p.kind, p.alarm_id as "alarmId", jsonb_build_object('id', s.id::text, 'name', s.name, 'kind', s.kind) as source, p.from_at as "from", p.to_at as "to",
    p.reason, p.message, p.notes, p.episodes, case when by.id is not null then jsonb_build_object('id', by.id::text, 'name', by.name) end as "acknowledgedBy",
    p.acknowledged_at as "acknowledgedAt", to_char(p.from_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.US+00') as place, cost.blind as "blindSeconds",
    cost.unheard as "unheardSeconds", ${at('cost.lost_from')} as "unheardFrom", ${at('cost.lost_to')} as "unheardTo", cost.late as "lateMentions", told.told
  from (${branches.map((branch) => `select * from (${branch}) b`).join(' union all ')} order by from_at desc, key desc limit $4) p
  join source s on s.id = p.source_id left join person by on by.id = p.acknowledged_by
  cross join lateral (${COST}) cost cross join lateral (${told('e.alarm_id = p.alarm_id')}) told order by p.from_at desc, p.key desc`;

@Injectable()
export class PastAlarmsQuery {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The latest first, those that go on included. @throws DeskError invalid-cursor */
  async run({ cursor, limit, kind, sourceId }: Asked): Promise<Page<PastAlarmView>> {
    const [before, key] = readCursor(cursor, Place) ?? [null, null];
    const branches = kind === undefined ? [...BY_KIND.blind, ...BY_KIND.degraded] : BY_KIND[kind];
    const params = [before, key, sourceId ?? null, limit + 1, this.clock.now()];
    const rows = await this.db.query<Row>(pageOf(branches), params);
    return pageOfRows(rows, limit, toView, (row) => [row.place, row.key]);
  }
}

function toView({ place: _, ...row }: Row): PastAlarmView {
  return { ...row, from: iso(row.from), to: iso(row.to), notes: knownNotes(row.notes), acknowledgedAt: iso(row.acknowledgedAt) };
}
