/** What verbs decided, as the function save_changes takes it, and the news of it. */
import { clockEvents } from '../clocks/clock-events.js';
import { firedOf, type Change, type Judged } from '../clocks/project-clocks.js';
import type { StoredClock } from '../database/views/stored-clocks.js';
import type { BesideRow } from '../database/views/whole-case.js';
import type { NewEvent } from '../outbox/append.js';
import type { StoredEvent } from '../outbox/events.js';
import { hasRole } from '../platform/access/responder.js';
import type { CaseInHand, NewLine } from './case-in-hand.js';

/** What save_changes answers of a case. */
export interface Changed {
  case_id: string;
  /** The version of the case's row since. */
  seen: string;
  /** Of the transaction's events. */
  first_seq: string;
  is_next: boolean;
  reply_id: string | null;
  fresh_clocks: string[] | null;
  /** Ids of the lines of the history. */
  new_lines: string[] | null;
  beside: BesideRow;
}

/** An event whose payload gets an id that is given when it is stored. */
export type CaseEvent = Pick<NewEvent, 'kind' | 'teamIds'> & { payload: object; ofReply?: true; ofClock?: number };

type Decided = { hand: CaseInHand; judged: Judged | null };

/** @returns the changes of several cases part by part, as the tables take them */
export function changesOf(decided: readonly Decided[]) {
  const known = decided.flatMap(({ judged }) => judged?.changes.filter(({ id }) => id !== null) ?? []);
  return {
    changes: decided.map(({ hand, judged }) => changeOf(hand, judged)),
    replies: decided.flatMap(({ hand }) => (hand.reply ? [{ ...hand.reply, caseId: hand.read.id, at: hand.now }] : [])),
    images: decided.flatMap(({ hand }) => imagesOf(hand)),
    lines: decided.flatMap(({ hand, judged }) => linesOf(hand, judged).map((line) => ({ ...line, caseId: hand.read.id }))).map(numbered),
    endedClocks: known.filter(({ row }) => row.stoppedAt !== null).map(asRecord),
    openClocks: known.filter(({ row }) => row.stoppedAt === null).map(asRecord),
    freshClocks: decided.flatMap(({ judged }) => freshOf(judged)).map(asRecord),
  };
} // prettier-ignore

function changeOf(hand: CaseInHand, judged: Judged | null) {
  const { read, by, now } = hand;
  return {
    caseId: read.id,
    seen: read.seen,
    at: now,
    teamIds: by.teamIds,
    seenByPerson: hasRole(by, 'responder'),
    set: hand.set,
    lines: linesOf(hand, judged).length,
    ...(judged && { judged: true, ...judgedOf(hand, judged) }),
  };
}

const imagesOf = ({ reply, read }: CaseInHand) =>
  reply?.images.map(({ id }) => ({ id, caseId: read.id, personId: reply.personId })) ?? [];
const numbered = <T>(row: T, n: number) => ({ ...row, n });

/** @returns all that the verb adds to the history */
export const linesOf = ({ lines, now }: CaseInHand, judged: Judged | null): NewLine[] => [...lines, ...brokenLines(judged, now)];

/** @param freshIds of those that are stored anew; @returns the clocks of the case as they stand after the verb */
export function clocksAfter({ read: { id: caseId, clocks } }: CaseInHand, judged: Judged, freshIds: readonly string[]): StoredClock[] {
  const changed = new Map(judged.changes.flatMap(({ id, row }) => (id === null ? [] : [[id, row] as const])));
  const fresh = freshOf(judged).map(({ row }, n) => ({ ...row, caseId, id: freshIds[n] ?? '' }));
  return [...clocks.map((clock) => ({ ...clock, ...changed.get(clock.id) })), ...fresh];
} // prettier-ignore

/** What the case itself says of its clocks: since when somebody waits, and what its open clocks ask for next. */
export function judgedOf(hand: CaseInHand, judged: Judged) {
  const after = clocksAfter(hand, judged, []);
  const running = after.filter(({ stoppedAt, pausedAt }) => stoppedAt === null && pausedAt === null);
  return {
    waitingSince: iso(judged.verdict.waitingSince),
    pausedAt: iso(judged.verdict.pausedSince),
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

/** @param place of the first of them in the transaction; @returns the events as they were stored */
export function storedEvents(events: readonly CaseEvent[], stored: Changed, place: number, at: Date): StoredEvent[] {
  const first = Number(stored.first_seq) + place;
  return events.map(({ kind, teamIds, payload, ofReply, ofClock }, n) => {
    const given = {
      ...(ofReply && { replyId: stored.reply_id }),
      ...(ofClock !== undefined && { clockId: stored.fresh_clocks?.[ofClock] }),
    };
    return { seq: first + n, kind, at, teamIds, payload: { ...payload, ...given } } as StoredEvent;
  });
}

const freshOf = (judged: Judged | null): Change[] => judged?.changes.filter(({ id }) => id === null) ?? [];
const asRecord = ({ id, caseId, row }: Change, n: number) => ({ ...row, n, id, caseId });
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
