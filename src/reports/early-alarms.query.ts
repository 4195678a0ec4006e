/** What the desk warned of early: what goes on, and what there was. */
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { EarlyAlarmsQuery as Asked } from '#libs/contracts/http/early-alarms.js';
import { Id, type Page } from '#libs/contracts/values.js';
import type { EarlyAlarmView, Loudness, Neglect, NeglectView, UnusualView } from '#libs/contracts/views/foresight.js';
import type { MentionView } from '#libs/contracts/views/mention.js';
import { Database } from '../database/database.js';
import { iso } from '../database/views/case-cards.js';
import { told } from '../database/views/notice-views.js';
import { mentionViews } from '../database/views/mention-views.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { pageOfRows, readCursor } from '../platform/cursor.js';
import { DeskError } from '../platform/errors.js';

/** The desk looks once a minute: what it has not found for so long is over. */
const OVER_AFTER_MINUTES = 5;
const MOST_UNUSUAL = 10;
const MOST_NEGLECTED = 20;
const Place = z.tuple([z.string().max(40), Id]);

const BY = `case when by.id is not null then jsonb_build_object('id', by.id::text, 'name', by.name) end`;
const GOES_ON = `a.team_id = any($1::bigint[]) and a.last_at > $2::timestamptz - interval '${OVER_AFTER_MINUTES} minutes'`;
/** A watch that was switched off, and a source likewise, is not waited for. */
const UNUSUAL = `
  select a.id as "alarmId", w.id as "watchId", w.name as watch, a.began_at as since, a.latest as loud, ${BY} as "acknowledgedBy", a.acknowledged_at as "acknowledgedAt"
  from early_alarm a join watch w on w.id = a.watch_id left join person by on by.id = a.acknowledged_by
  where ${GOES_ON} and w.enabled and w.deleted_at is null order by (a.latest ->> 'strength')::float desc limit ${MOST_UNUSUAL}`;
const NEGLECTED = `
  select s.id as "sourceId", s.name as source, s.account_handle as account, array_agg(a.id::text order by a.id) as "alarmIds", sum((a.latest ->> 'waiting')::int)::int as waiting,
    max((a.latest ->> 'share')::float) as share, max(a.latest ->> 'lastAnswerAt') as "lastAnswerAt",
    case when bool_and(by.id is not null) then (array_agg(${BY} order by a.acknowledged_at desc))[1] end as "acknowledgedBy",
    case when bool_and(by.id is not null) then max(a.acknowledged_at) end as "acknowledgedAt"
  from early_alarm a join source s on s.id = a.source_id left join person by on by.id = a.acknowledged_by where ${GOES_ON} and s.enabled and s.account_handle is not null
  group by s.id order by waiting desc, s.id limit ${MOST_NEGLECTED}`;

const ALARM = `
  select a.id, a.began_at as "from", a.last_at as to, a.last_at > $2::timestamptz - interval '${OVER_AFTER_MINUTES} minutes' as "goesOn",
    a.strongest as what, to_char(a.began_at at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.US+00') as place,
    case when w.id is not null then jsonb_build_object('id', w.id::text, 'name', w.name) end as watch,
    case when s.id is not null then jsonb_build_object('id', s.id::text, 'name', s.name, 'kind', s.kind, 'account', s.account_handle) end as source, told.told,
    ${BY} as "acknowledgedBy", a.acknowledged_at as "acknowledgedAt"
  from early_alarm a left join watch w on w.id = a.watch_id left join source s on s.id = a.source_id left join person by on by.id = a.acknowledged_by
    cross join lateral (${told('e.early_alarm_id = a.id')}) told`;
const PAST = `${ALARM}
  where a.team_id = any($1::bigint[]) and ($3::timestamptz is null or (a.began_at, a.id) < ($3, $4::bigint))
    and case $5 when 'unusual' then a.watch_id is not null when 'neglected' then a.source_id is not null else true end
  order by a.began_at desc, a.id desc limit $6`;

type LiveRow = Pick<UnusualView, 'alarmId' | 'watchId' | 'watch' | 'acknowledgedBy'> & {
  since: Date;
  loud: Loudness;
  acknowledgedAt: Date | null;
};
type NeglectRow = Omit<NeglectView, 'acknowledgedAt'> & { acknowledgedAt: Date | null };
type PastRow = Pick<EarlyAlarmView, 'id' | 'watch' | 'source' | 'told' | 'acknowledgedBy'> & {
  acknowledgedAt: Date | null;
  from: Date;
  to: Date;
  goesOn: boolean;
  what: Loudness | Neglect;
  place: string;
};

@Injectable()
export class EarlyAlarmsQuery {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Watches that are louder than usual, the strangest first. */
  async unusual(by: Responder, now: Date): Promise<UnusualView[]> {
    const rows = await this.db.query<LiveRow>(UNUSUAL, [by.teamIds, now]);
    const posts = await this.posts(rows.map(({ loud }) => loud), by); // prettier-ignore
    return rows.map(({ since, acknowledgedAt, loud: { mentionIds, ...loud }, ...watch }) => ({
      ...watch,
      ...loud,
      since: iso(since),
      acknowledgedAt: iso(acknowledgedAt),
      samples: mentionIds.flatMap((id) => posts.get(id) ?? []),
    }));
  }

  /** Own accounts that nobody tends, as the teams of whoever looks see it. */
  async neglected(by: Responder, now: Date): Promise<NeglectView[]> {
    const rows = await this.db.query<NeglectRow>(NEGLECTED, [by.teamIds, now]);
    return rows.map((row) => ({ ...row, acknowledgedAt: iso(row.acknowledgedAt) }));
  }

  /** @throws DeskError `not-found` */
  async one(id: string, by: Responder): Promise<EarlyAlarmView> {
    const row = await this.db.one<PastRow>(`${ALARM} where a.team_id = any($1::bigint[]) and a.id = $3`, [
      by.teamIds,
      this.clock.now(),
      id,
    ]);
    if (!row) throw new DeskError('not-found');
    return toView(row, await this.posts('of' in row.what ? [row.what] : [], by));
  }

  /** The latest first, those that go on included, each as it was at its worst. @throws DeskError `invalid-cursor` */
  async past({ cursor, limit, kind }: Asked, by: Responder): Promise<Page<EarlyAlarmView>> {
    const [before, id] = readCursor(cursor, Place) ?? [null, null];
    const rows = await this.db.query<PastRow>(PAST, [by.teamIds, this.clock.now(), before, id, kind ?? null, limit + 1]);
    const posts = await this.posts(rows.flatMap(({ what }) => ('of' in what ? [what] : [])), by); // prettier-ignore
    return pageOfRows(rows, limit, (row) => toView(row, posts), (row) => [row.place, row.id]); // prettier-ignore
  }

  private posts(loud: readonly Loudness[], by: Responder): Promise<Map<string, MentionView>> {
    return mentionViews(this.db, loud.flatMap(({ mentionIds }) => mentionIds), by.teamIds); // prettier-ignore
  }
}

function toView({ place: _, goesOn, what, acknowledgedAt, ...row }: PastRow, posts: Map<string, MentionView>): EarlyAlarmView {
  const { mentionIds, ...loud } = 'of' in what ? what : { ...what, mentionIds: [] };
  const samples = mentionIds.flatMap((id) => posts.get(id) ?? []);
  const times = { from: iso(row.from), to: goesOn ? null : iso(row.to), acknowledgedAt: iso(acknowledgedAt) };
  if ('of' in loud) return { ...row, ...times, kind: 'unusual', loud, neglect: null, samples };
  return { ...row, ...times, kind: 'neglected', loud: null, neglect: loud, samples };
}
