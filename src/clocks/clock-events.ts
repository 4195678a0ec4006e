/** What the outbox tells of a clock that fired: warned, late, unacceptable; each once. */
import type { ClockKind } from '#libs/contracts/words.js';
import type { DeskEvents } from '../outbox/events.js';

export interface FiredClock {
  id: string;
  caseId: string;
  teamId: string;
  kind: ClockKind;
  episode: number;
  standardId: string | null;
  dueAt: Date;
  warned: boolean;
  breached: boolean;
  failed: boolean;
}

type ClockEvent = 'clock.warned' | 'clock.breached' | 'clock.unacceptable';

/** @returns the events of one clock, in the order in which their times came */
export function clockEvents({ id, caseId, teamId, kind, episode, standardId, dueAt, warned, breached, failed }: FiredClock) {
  const payload: DeskEvents[ClockEvent] = { clockId: id, caseId, kind, dueAt: dueAt.toISOString(), episode, standardId };
  const kinds: [ClockEvent, boolean][] = [
    ['clock.warned', warned && !breached],
    ['clock.breached', breached],
    ['clock.unacceptable', failed],
  ];
  return kinds.filter(([, is]) => is).map(([event]) => ({ kind: event, teamIds: [teamId], payload }));
}
