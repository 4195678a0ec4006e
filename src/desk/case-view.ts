/** The whole case as the page shows it. */
import { preparedAcknowledgement } from '#libs/acknowledgement/prepared-text.js';
import { allowedActions } from '#libs/cases/transitions.js';
import type { CaseCard, CaseView, ClockView, TimelineItem } from '#libs/contracts/views/case.js';
import { CASE_ACTIONS } from '#libs/contracts/words.js';
import { cardOfJson, iso } from '../database/views/case-cards.js';
import type { ActivityRow, CasePageRow } from '../database/views/case-page.js';
import { standingOfJson } from '../database/views/case-standing.js';
import { draftsOfJson } from '../database/views/draft-views.js';
import { mentionsOfJson } from '../database/views/mention-views.js';
import { repliesOfJson } from '../database/views/reply-views.js';
import type { Responder } from '../platform/access/responder.js';
import { hasRole } from '../platform/access/responder.js';
import { permissionViews } from './case-permission.js';
import { actorOf } from './case-record.js';
import { channelOf } from './reply-channel.js';

/**
 * @param now the moment in which it was read
 * @param standing how the case stands, where that was read before the rest
 * @returns null when there is no such case, or it is another team's
 */
export function toCaseView(
  row: CasePageRow,
  by: Responder,
  now: Date,
  standing = row.standing && standingOfJson(row.standing),
): CaseView | null {
  const card = row.card && cardOfJson(row.card);
  if (!card || !by.teamIds.includes(card.teamId)) return null;
  if (!standing) throw new Error(`case ${card.id} has no mention`);
  const { mentionId: _, sourceId: __, language, authorName, facts, ...channel } = channelOf(standing, now);
  const { cases, open, first, tier } = row.customer;
  return {
    card,
    clocks: row.clocks.map(toClock),
    timeline: timelineOf(row),
    customer: { author: card.author, caseCount: cases, openCount: open, tier, firstHeardAt: isoText(first) },
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

function toClock(row: ClockView): ClockView {
  return {
    ...row,
    startedAt: isoText(row.startedAt),
    warnAt: isoText(row.warnAt),
    dueAt: isoText(row.dueAt),
    unacceptableAt: isoText(row.unacceptableAt),
    pausedAt: isoText(row.pausedAt),
    stoppedAt: isoText(row.stoppedAt),
  };
}

function timelineOf({ mentions, replies, activity }: CasePageRow): TimelineItem[] {
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
