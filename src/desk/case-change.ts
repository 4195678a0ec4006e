/** What a verb decided, as the function change_case takes it, and the news of it. */
import { clockEvents } from '../clocks/clock-events.js';
import { firedOf, type Change, type Judged } from '../clocks/project-clocks.js';
import type { ReadFacts, ReadRecord } from '../database/views/case-reading.js';
import type { NewEvent } from '../outbox/append.js';
import type { StoredEvent } from '../outbox/events.js';
import { hasRole } from '../platform/access/responder.js';
import type { CaseInHand, NewLine } from './case-in-hand.js';

/** What change_case answers beside the page; instead of all of it nothing when the case was changed meanwhile. */
export interface Changed {
  first_seq: string;
  is_next: boolean;
  stored_reply: string | null;
  fresh_clocks: string[] | null;
}

/** An event whose payload gets an id that is given when it is stored. */
export type CaseEvent = Pick<NewEvent, 'kind' | 'teamIds'> & { payload: object; ofReply?: true; ofClock?: number };

/** @param judged null: no fact of the verb moves a clock */
export function changeOf(hand: CaseInHand<ReadRecord>, judged: Judged | null) {
  const { read, by, now } = hand;
  const known = judged?.changes.filter(({ id }) => id !== null) ?? [];
  return {
    caseId: read.id,
    seen: read.seen,
    at: now,
    teamIds: by.teamIds,
    seenByPerson: hasRole(by, 'responder'),
    set: hand.set,
    reply: hand.reply,
    lines: [...hand.lines, ...brokenLines(judged, now)],
    clocks: known.map(asRecord),
    freshClocks: freshOf(judged).map(asRecord),
    ...(judged && { judged: judgedOf(read as ReadFacts, judged) }),
    // The answer shows the permission by which was decided.
    standingKnown: 'standing' in read,
  };
}

/** What the case itself says of its clocks: since when somebody waits, and what its open clocks ask for next. */
function judgedOf({ clocks }: ReadFacts, { verdict, changes }: Judged) {
  const changed = new Set(changes.map(({ id }) => id));
  const after = [...clocks.filter(({ id }) => !changed.has(id)), ...changes.map(({ row }) => row)];
  const running = after.filter(({ stoppedAt, pausedAt }) => stoppedAt === null && pausedAt === null);
  return {
    waitingSince: iso(verdict.waitingSince),
    pausedAt: iso(verdict.pausedSince),
    nextDueAt: earliest(running.map(({ dueAt }) => dueAt)),
    nextWarnAt: earliest(running.map(({ warnAt }) => warnAt)),
    breachedAt: earliest(after.flatMap(({ breachedAt }) => breachedAt ?? [])),
  };
}

/** @returns the news in order: the reply, what happened to the case, and clocks that fired by it */
export function eventsOf({ read: { id: caseId, teamId }, reply, lines }: CaseInHand, judged: Judged | null): CaseEvent[] {
  const teamIds = [teamId];
  const changed = lines.map(({ kind }) => ({ kind: 'case.changed' as const, teamIds, payload: { caseId, why: kind } }));
  const fresh = freshOf(judged);
  const fired = firedOf(judged?.changes ?? [], (change) => change.id ?? `fresh ${fresh.indexOf(change)}`).flatMap(clockEvents);
  return [...(reply ? [{ kind: 'reply.changed' as const, teamIds, payload: {}, ofReply: true as const }] : []), ...changed, ...fired.map(ofFresh)];
} // prettier-ignore

/** @returns the events as they were stored */
export function storedEvents(events: readonly CaseEvent[], stored: Changed, at: Date): StoredEvent[] {
  const first = Number(stored.first_seq);
  return events.map(({ kind, teamIds, payload, ofReply, ofClock }, place) => {
    const given = {
      ...(ofReply && { replyId: stored.stored_reply }),
      ...(ofClock !== undefined && { clockId: stored.fresh_clocks?.[ofClock] }),
    };
    return { seq: first + place, kind, at, teamIds, payload: { ...payload, ...given } } as StoredEvent;
  });
}

const freshOf = (judged: Judged | null): Change[] => judged?.changes.filter(({ id }) => id === null) ?? [];
const asRecord = ({ id, row }: Change, n: number) => ({ ...row, n, id });
const earliest = (times: readonly Date[]) => iso(times.length === 0 ? null : Math.min(...times.map((at) => at.getTime())));
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** A clock that ended late, before any sweep had looked, broke its promise at its due time. */
function brokenLines(judged: Judged | null, now: Date): NewLine[] {
  const lines = firedOf(judged?.changes ?? [], () => '').flatMap(({ kind: clock, dueAt, breached, failed }): NewLine[] => {
    const line = { personId: null, data: { clock, dueAt: dueAt.toISOString() } };
    const broken = breached ? [{ ...line, kind: 'clock-breached' as const, at: dueAt }] : [];
    return failed ? [...broken, { ...line, kind: 'clock-unacceptable' as const, at: now }] : broken;
  });
  return lines.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function ofFresh(event: ReturnType<typeof clockEvents>[number]): CaseEvent {
  const { clockId, ...payload } = event.payload;
  return clockId.startsWith('fresh ') ? { ...event, payload, ofClock: Number(clockId.slice(6)) } : event;
}
