/** Notices to be given: due rows, each leased to one process, with everything that is needed to give them. */
import { Injectable } from '@nestjs/common';
import type { EscalationTrigger, NoticeChannel, NoticeWishes } from '#libs/contracts/http/ladders.js';
import type { Loudness, Neglect } from '#libs/contracts/views/foresight.js';
import type { Locale } from '#libs/contracts/words.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';

/** Longer than any notifier's patience; a crashed process's notice is given again after this. */
const LEASE_SECONDS = 60;

export interface DueNotice {
  id: string;
  escalationId: string;
  rung: number;
  channel: Exclude<NoticeChannel, 'desk'>;
  at: Date;
  attempts: number;
  leaseToken: string;
  trigger: EscalationTrigger;
  urgent: boolean;
  caseId: string | null;
  who: string;
  words: string;
  /** What is unusual, or how an account is left alone. */
  early: Loudness | Neglect | null;
  by: string | null;
  person: { id: string; email: string; locale: Locale; disabled: boolean } | null;
  wishes: Partial<NoticeWishes> | null;
  hook: { id: string; url: string; secret: string } | null;
  /** The person's own. */
  ownHook: { url: string; secret: string } | null;
}

export type NoticeEnd =
  | { state: 'sent'; receipt: string }
  | { state: 'skipped' | 'failed'; problem: string }
  | { state: 'waiting'; dueAt: Date; problem: string | null };

@Injectable()
export class DueNotices {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns up to `most` due notices, each ours alone until its lease ends */
  lease(most: number): Promise<DueNotice[]> {
    const now = this.clock.now();
    return this.db.query<DueNotice>(
      `with due as (select id from notice where due_at <= $1 order by due_at limit $2 for update skip locked),
       mine as (update notice n set state = 'sending', attempts = attempts + 1, lease_token = gen_random_uuid(), due_at = $3
         from due where n.id = due.id returning n.*)
       select n.id, n.escalation_id as "escalationId", n.rung, n.channel, n.at, n.attempts, n.lease_token as "leaseToken", e.trigger, e.urgent, e.case_id as "caseId",
         coalesce(a.name, a.handle, s.name, xw.name, xs.account_handle, xs.name, '?') as who, x.latest as early,
         case when e.trigger = 'by-hand' then e.reason else coalesce(c.preview ->> 'text', m.message, m.reason, '') end as words, r.name as by,
         case when p.id is not null then jsonb_build_object('id', p.id::text, 'email', p.email, 'locale', p.locale, 'disabled', p.disabled_at is not null) end as person,
         w.wishes, case when h.id is not null then jsonb_build_object('id', h.id::text, 'url', h.url, 'secret', encode(h.secret, 'base64')) end as hook,
         case when o.person_id is not null then jsonb_build_object('url', o.url, 'secret', encode(o.secret, 'base64')) end as "ownHook"
       from mine n join escalation e on e.id = n.escalation_id
       left join desk_case c on c.id = e.case_id left join author a on a.id = c.author_id
       left join source_alarm m on m.id = e.alarm_id left join source s on s.id = m.source_id
       left join early_alarm x on x.id = e.early_alarm_id left join watch xw on xw.id = x.watch_id left join source xs on xs.id = x.source_id
       left join person r on r.id = e.raised_by left join person p on p.id = n.person_id
       left join notice_wishes w on w.person_id = p.id left join alarm_hook h on h.id = n.hook_id left join person_hook o on o.person_id = n.person_id`,
      [now, most, new Date(now.getTime() + LEASE_SECONDS * 1000)],
    );
  }

  /** Nothing when another process has taken it over meanwhile. */
  async end(notice: DueNotice, end: NoticeEnd): Promise<void> {
    const receipt = end.state === 'sent' ? end.receipt : null;
    const problem = end.state === 'sent' ? null : end.problem;
    await this.db.query(
      `update notice set state = $3, lease_token = null, due_at = $4, sent_at = $5, receipt = $6, problem = $7 where id = $1 and lease_token = $2`,
      [notice.id, notice.leaseToken, end.state, end.state === 'waiting' ? end.dueAt : null, receipt === null ? null : this.clock.now(), receipt, problem],
    ); // prettier-ignore
  }

  async next(): Promise<Date | null> {
    return (await this.db.one<{ at: Date | null }>(`select min(due_at) as at from notice where due_at is not null`))?.at ?? null;
  }
}
