/** One case with everything needed to answer it on one screen. */
import { Injectable } from '@nestjs/common';
import { preparedAcknowledgement } from '#libs/acknowledgement/prepared-text.js';
import { allowedActions } from '#libs/cases/transitions.js';
import { CASE_ACTIONS } from '#libs/contracts/words.js';
import type { CaseCard, CaseView, ClockView, TimelineItem } from '#libs/contracts/views/case.js';
import { Database } from '../database/database.js';
import { caseCards, iso } from '../database/views/case-cards.js';
import { mentionsOfCase } from '../database/views/mention-views.js';
import { peopleAtCases } from '../database/views/presence-views.js';
import { repliesOfCase } from '../database/views/reply-views.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { hasRole } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';
import { draftsOfCase } from './composing/drafts.js';
import { actorOf } from './case-record.js';
import { permissionViews } from './case-permission.js';
import { channelOfCase } from './reply-channel.js';

interface ActivityRow {
  id: string;
  at: Date;
  kind: Extract<TimelineItem, { type: 'fact' }>['kind'];
  data: Record<string, unknown>;
  by: { id: string; name: string } | null;
}

@Injectable()
export class GetCase {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Whoever may work cases and opens one has seen it: the first time is kept. @throws DeskError not-found */
  async run(caseId: string, by: Responder): Promise<CaseView> {
    if (hasRole(by, 'responder')) await this.markSeen(caseId, by);
    const card = (await caseCards(this.db, [caseId])).get(caseId);
    if (!card || !by.teamIds.includes(card.teamId)) throw new DeskError('not-found');
    const {
      mentionId: _,
      sourceId: __,
      language,
      authorName,
      facts,
      ...channel
    } = await channelOfCase(this.db, caseId, this.clock.now());
    return {
      card,
      clocks: await this.clocks(caseId),
      timeline: await this.timeline(caseId),
      customer: await this.customer(card, by),
      channel,
      permissions: permissionViews(facts),
      acknowledgementText: preparedAcknowledgement(language, authorName, Number(caseId)),
      drafts: hasRole(by, 'responder') ? await draftsOfCase(this.db, caseId) : [],
      people: (await peopleAtCases(this.db, [caseId], this.clock.now())).get(caseId) ?? [],
      allowedActions: allowedActions(stateOf(card), actorOf(by), this.clock.now(), CASE_ACTIONS),
    };
  }

  private async markSeen(caseId: string, by: Responder): Promise<void> {
    await this.db.query(
      `update desk_case set first_seen_at = $2 where id = $1 and first_seen_at is null and team_id = any($3::bigint[])`,
      [caseId, this.clock.now(), by.teamIds],
    );
  }

  private async clocks(caseId: string): Promise<ClockView[]> {
    const rows = await this.db.query<
      Record<'startedAt' | 'warnAt' | 'dueAt', Date> &
        Record<'stoppedAt' | 'unacceptableAt' | 'pausedAt', Date | null> &
        Pick<ClockView, 'id' | 'kind' | 'state'>
    >(
      `select id, kind, started_at as "startedAt", warn_at as "warnAt", due_at as "dueAt", stopped_at as "stoppedAt",
         unacceptable_at as "unacceptableAt", paused_at as "pausedAt",
         case when cancelled then 'cancelled' when stopped_at is not null then case when breached_at is null then 'met' else 'met-late' end
           when breached_at is not null then 'breached' when paused_at is not null then 'paused' when warned_at is not null then 'warned' else 'running' end as state
       from clock where case_id = $1 order by started_at, due_at`,
      [caseId],
    );
    return rows.map((r) => ({
      ...r,
      startedAt: iso(r.startedAt),
      warnAt: iso(r.warnAt),
      dueAt: iso(r.dueAt),
      unacceptableAt: iso(r.unacceptableAt),
      pausedAt: iso(r.pausedAt),
      stoppedAt: iso(r.stoppedAt),
    }));
  }

  private async timeline(caseId: string): Promise<TimelineItem[]> {
    const [mentions, replies, activity] = await Promise.all([
      mentionsOfCase(this.db, caseId),
      repliesOfCase(this.db, caseId),
      this.db.query<ActivityRow>(
        `select a.id, a.at, a.kind, a.data, case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end as by
         from activity a left join person p on p.id = a.person_id where a.case_id = $1 order by a.id`,
        [caseId],
      ),
    ]);
    const items: TimelineItem[] = [
      ...mentions.map((mention) => ({ type: 'post' as const, at: mention.postedAt, mention })),
      ...replies.map((reply) => ({ type: 'reply' as const, at: reply.sentAt ?? reply.createdAt, reply })),
      ...activity.map(toItem),
    ];
    return items.sort((a, b) => a.at.localeCompare(b.at));
  }

  private async customer(card: CaseCard, by: Responder): Promise<CaseView['customer']> {
    const row = await this.db.one<{ cases: number; open: number; first: Date | null }>(
      `select count(*)::int as cases, count(*) filter (where status <> 'resolved')::int as open,
         (select first_heard_at from author where id = $1) as first
       from desk_case where author_id = $1 and team_id = any($2::bigint[])`,
      [card.author.id, by.teamIds],
    );
    return { author: card.author, caseCount: row?.cases ?? 0, openCount: row?.open ?? 0, firstHeardAt: iso(row?.first ?? null) };
  }
}

function toItem({ id, at, kind, data, by }: ActivityRow): TimelineItem {
  if (kind === 'noted') return { type: 'note', id, at: iso(at), by, text: String(data['text']) };
  return { type: 'fact', id, at: iso(at), by, kind, data };
}

function stateOf(card: CaseCard) {
  const date = (at: string | null) => (at === null ? null : new Date(at));
  return {
    status: card.status,
    ownerId: card.owner?.id ?? null,
    leaseUntil: date(card.leaseUntil),
    acknowledgedAt: date(card.acknowledgedAt),
    answeredAt: date(card.answeredAt),
    pausedAt: date(card.pausedAt),
    excludedAt: date(card.excludedAt),
  };
}
