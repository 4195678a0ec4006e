/**
 * The whole case after a verb: what was read before it, what it decided, and what only the database knows of it (ids, and what
 * changes beside the case's row). So nothing is read twice, and a property test compares it with a fresh reading (docs/decisions/0041).
 */
import type { CardRow } from '../database/views/case-cards.js';
import type { JsonRow } from '../database/views/json-rows.js';
import type { ReplyRow } from '../database/views/reply-views.js';
import { clockOfCard, type StoredClock } from '../database/views/stored-clocks.js';
import type { ActivityRow, WholeCase } from '../database/views/whole-case.js';
import type { Judged } from '../clocks/project-clocks.js';
import { hasRole } from '../platform/access/responder.js';
import { clocksAfter, judgedOf, linesOf, type Changed } from './case-change.js';
import type { CaseInHand } from './case-in-hand.js';

export function wholeAfter(hand: CaseInHand, judged: Judged | null, changed: Changed): WholeCase {
  const { read } = hand;
  const { whole } = read;
  const added = newActivity(hand, judged, changed);
  const clocks = judged ? clocksAfter(hand, judged, changed.fresh_clocks ?? []) : read.clocks;
  const after = judged && judgedOf(hand, judged);
  return {
    ...whole,
    ...changed.beside,
    seen: changed.seen,
    waitingSince: after ? after.waitingSince : whole.waitingSince,
    card: {
      ...whole.card,
      ...ownColumns(hand, added.length),
      ...(after && { pausedAt: after.pausedAt, breachedAt: after.breachedAt }),
      ...clockOfCard(hand.set.status ?? read.status, clocks),
    } as WholeCase['card'],
    clocks: clocks as unknown as JsonRow<StoredClock>[],
    replies: [...whole.replies, ...newReply(hand, changed)],
    activity: [...whole.activity, ...added],
  };
} // prettier-ignore

/** As the database would show it. */
function newReply({ reply, read, by, now }: CaseInHand, { reply_id: id }: Changed): JsonRow<ReplyRow>[] {
  if (!reply || id === null) return [];
  const { kind, text, visibility, state, key, images, sendAfter, sentAt } = reply;
  const times = { createdAt: now.toISOString(), sendAfter: sendAfter.toISOString(), sentAt: sentAt?.toISOString() ?? null };
  const sent = { url: null, problem: null, attempts: 0, automatic: false };
  const who = { as: read.standing.accountHandle, by: { id: by.id, name: by.name } };
  return [{ id, caseId: read.id, kind, text, visibility, state, key, images: [...images], ...times, ...sent, ...who }];
}

type Columns = Partial<Record<keyof CardRow, unknown>>;

function ownColumns({ set, by, now, read }: CaseInHand, lines: number): Columns {
  const { ownerId, claimedAt: _, ...rest } = set;
  const { card } = read.whole;
  return {
    ...rest,
    ...(ownerId !== undefined && { owner: ownerId === null ? null : { id: by.id, name: by.name } }),
    firstSeenAt: card.firstSeenAt ?? (hasRole(by, 'responder') ? now.toISOString() : null),
    version: card.version + lines,
  };
}

function newActivity(hand: CaseInHand, judged: Judged | null, { new_lines, reply_id }: Changed): ActivityRow[] {
  const { id, name } = hand.by;
  return linesOf(hand, judged).map(({ kind, at, personId, data, ofReply }, n) => ({
    id: new_lines?.[n] ?? '',
    at: at.toISOString(),
    kind,
    data: ofReply ? { ...data, reply: reply_id } : data,
    by: personId === null ? null : { id, name },
  }));
}
