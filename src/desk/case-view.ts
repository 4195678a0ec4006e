/** The whole case as the page shows it. */
import { preparedAcknowledgement } from '#libs/acknowledgement/prepared-text.js';
import { allowedActions } from '#libs/cases/transitions.js';
import type { CaseCard, CaseView, ClockView, TimelineItem } from '#libs/contracts/views/case.js';
import { CASE_ACTIONS } from '#libs/contracts/words.js';
import { cardOfJson, iso } from '../database/views/case-cards.js';
import { standingOfJson } from '../database/views/case-standing.js';
import { draftsOfJson } from '../database/views/draft-views.js';
import { mentionsOfJson } from '../database/views/mention-views.js';
import { repliesOfJson } from '../database/views/reply-views.js';
import { storedClocksOfJson, type StoredClock } from '../database/views/stored-clocks.js';
import type { ActivityRow, WholeCase } from '../database/views/whole-case.js';
import type { Responder } from '../platform/access/responder.js';
import { hasRole } from '../platform/access/responder.js';
import { permissionViews } from './case-permission.js';
import { actorOf } from './case-record.js';
import { channelOf } from './reply-channel.js';

/** @param now the moment in which it was read */
export function toCaseView(row: WholeCase, by: Responder, now: Date): CaseView {
  const card = cardOfJson(row.card);
  const standing = row.standing && standingOfJson(row.standing);
  if (!standing) throw new Error(`case ${card.id} has no mention`);
  const { mentionId: _, sourceId: __, language, authorName, facts, ...channel } = channelOf(standing, now);
  const { cases, tier, firstHeardAt } = row;
  return {
    card,
    clocks: clocksOf(row),
    timeline: timelineOf(row),
    customer: { author: card.author, caseCount: cases.all, openCount: cases.open, tier, firstHeardAt: isoText(firstHeardAt) },
    channel,
    permissions: permissionViews(facts),
    acknowledgementText: preparedAcknowledgement(language, authorName, Number(card.id)),
    drafts: hasRole(by, 'responder') ? draftsOfJson(row.drafts) : [],
    people: row.people ?? [],
    allowedActions: allowedActions(stateOf(card), actorOf(by), now, CASE_ACTIONS),
  };
}

function isoText(at: string): string;
function isoText(at: string | null): string | null;
function isoText(at: string | null): string | null {
  return at === null ? null : iso(new Date(at));
}

function clocksOf({ clocks }: WholeCase): ClockView[] {
  const stored = storedClocksOfJson(clocks);
  return stored
    .sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime() || a.dueAt.getTime() - b.dueAt.getTime())
    .map(toClock);
}

function toClock(row: StoredClock): ClockView {
  return {
    id: row.id,
    kind: row.kind,
    startedAt: iso(row.startedAt),
    warnAt: iso(row.warnAt),
    dueAt: iso(row.dueAt),
    unacceptableAt: iso(row.unacceptableAt),
    pausedAt: iso(row.pausedAt),
    stoppedAt: iso(row.stoppedAt),
    state: clockState(row),
  };
}

function clockState({ cancelled, stoppedAt, breachedAt, pausedAt, warnedAt }: StoredClock): ClockView['state'] {
  if (cancelled) return 'cancelled';
  if (stoppedAt) return breachedAt ? 'met-late' : 'met';
  return breachedAt ? 'breached' : pausedAt ? 'paused' : warnedAt ? 'warned' : 'running';
}

function timelineOf({ mentions, replies, activity }: WholeCase): TimelineItem[] {
  const items: TimelineItem[] = [
    ...mentionsOfJson(mentions).map((mention) => ({ type: 'post' as const, at: mention.postedAt, mention })),
    ...repliesOfJson(replies).map((reply) => ({ type: 'reply' as const, at: reply.sentAt ?? reply.createdAt, reply })),
    ...activity.map(toItem),
  ];
  return items.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function toItem({ id, at, kind, data, by }: ActivityRow): TimelineItem {
  if (kind === 'noted') return { type: 'note', id, at: isoText(at), by, text: String(data['text']) };
  return { type: 'fact', id, at: isoText(at), by, kind, data };
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
