/**
 * The whole case after a verb: what was read before it, what it decided, and what only the database knows of it (ids, the stored reply, what
 * changes beside the case's row). So nothing is read twice, and a property test compares it with a fresh reading (docs/decisions/0041).
 */
import type { CardRow } from '../database/views/case-cards.js';
import type { JsonRow } from '../database/views/json-rows.js';
import type { StoredClock } from '../database/views/stored-clocks.js';
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
      ...ownClock(hand, clocks),
    } as WholeCase['card'],
    clocks: clocks as unknown as JsonRow<StoredClock>[],
    replies: changed.reply ? [...whole.replies, changed.reply] : whole.replies,
    activity: [...whole.activity, ...added],
  };
} // prettier-ignore

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

/** The clock on the card: of those that are open the one that is due next, running ones first. */
function ownClock({ set, read }: CaseInHand, clocks: readonly StoredClock[]): Columns {
  const open = (set.status ?? read.status) === 'resolved' ? [] : clocks.filter(({ stoppedAt }) => stoppedAt === null);
  const [first] = [...open].sort(
    (a, b) =>
      Number(a.pausedAt !== null) - Number(b.pausedAt !== null) ||
      a.dueAt.getTime() - b.dueAt.getTime() ||
      Number(BigInt(a.id) - BigInt(b.id)),
  );
  return {
    clockId: first?.id ?? null,
    clockKind: first?.kind ?? null,
    clockStartedAt: first?.startedAt ?? null,
    clockWarnAt: first?.warnAt ?? null,
    clockDueAt: first?.dueAt ?? null,
    clockWarnedAt: first?.warnedAt ?? null,
    clockBreachedAt: first?.breachedAt ?? null,
    clockPausedAt: first?.pausedAt ?? null,
    clockUnacceptableAt: first?.unacceptableAt ?? null,
  };
}

function newActivity(hand: CaseInHand, judged: Judged | null, { new_lines, reply }: Changed): ActivityRow[] {
  const { id, name } = hand.by;
  return linesOf(hand, judged).map(({ kind, at, personId, data, ofReply }, n) => ({
    id: new_lines?.[n] ?? '',
    at: at.toISOString(),
    kind,
    data: ofReply ? { ...data, reply: reply?.id } : data,
    by: personId === null ? null : { id, name },
  }));
}
