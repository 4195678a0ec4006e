/**
 * What customers would have waited with other people there: the waits of the past are played through once more. Whoever is free takes the case that
 * is due first, as the queue of the desk stands; an answer takes as long as it took then. docs/promises.md says what this leaves out.
 */
import { LeastFirst } from './least-first.js';
import type { Presence } from './presence.js';

/** Waits by the million; seconds since the beginning of what is replayed. Place i of every list is one wait. */
export interface Waits {
  length: number;
  /** When the desk knew of it. */
  knownAt: ArrayLike<number>;
  /** By what the queue is ordered; NEVER: nothing is promised. */
  dueAt: ArrayLike<number>;
  /** From taking the case to the answer; 0: not known. */
  handling: ArrayLike<number>;
  caseNo: ArrayLike<number>;
}

export const NEVER = 2 ** 31 - 1;

export interface Played {
  /** When the answer was there, by place; NEVER: not by the end. -1: the customer wrote again while they waited, and one answer was for both. */
  doneAt: Int32Array;
  /** Seconds that people were there, and that they worked. */
  present: number;
  busy: number;
}

/**
 * Who has begun finishes, also after the shift. What a customer writes before the answer is there is answered with it.
 * @param waits in any order
 * @param presence in seconds since the same beginning
 * @param usual seconds an answer takes when it is not known
 * @param until nothing is played beyond this
 */
export function playQueue(waits: Waits, presence: Presence, usual: number, until: number): Played {
  const desk = new PlayedDesk(waits, usual, until);
  const order = Uint32Array.from({ length: waits.length }, (_, i) => i);
  order.sort((a, b) => (waits.knownAt[a] as number) - (waits.knownAt[b] as number) || a - b);
  let [arrived, step, people] = [0, 0, 0];
  const nextArrival = () => (arrived < order.length ? (waits.knownAt[order[arrived] as number] as number) : Infinity);
  const nextStep = () => presence.at[step] ?? Infinity;
  for (;;) {
    const now = Math.min(nextArrival(), nextStep(), desk.nextDone());
    if (now > until || now === Infinity) break;
    desk.finish(now);
    while (nextStep() <= now) people = presence.people[step++] as number;
    while (nextArrival() <= now) desk.hear(order[arrived++] as number);
    desk.take(now, people);
  }
  return { doneAt: desk.doneBy(until), present: presentOf(presence, until), busy: desk.busy };
}

/** Who waits, who works, and who is answered. */
class PlayedDesk {
  busy = 0;
  private readonly doneAt: Int32Array;
  private readonly asked = new Set<number>();
  private readonly queue = new LeastFirst((a, b) => this.isBefore(a, b));
  private readonly working = new LeastFirst((a, b) => (this.doneAt[a] as number) < (this.doneAt[b] as number));

  constructor(
    private readonly waits: Waits,
    private readonly usual: number,
    private readonly until: number,
  ) {
    this.doneAt = new Int32Array(waits.length).fill(NEVER);
  }

  nextDone(): number {
    const first = this.working.first();
    return first === undefined ? Infinity : (this.doneAt[first] as number);
  }

  finish(now: number): void {
    while (this.nextDone() <= now) this.asked.delete(this.caseOf(this.working.pop() as number));
  }

  hear(wait: number): void {
    const of = this.caseOf(wait);
    if (this.asked.has(of)) {
      this.doneAt[wait] = -1;
      return;
    }
    this.asked.add(of);
    this.queue.push(wait);
  }

  take(now: number, people: number): void {
    while (this.queue.size > 0 && this.working.size < people) {
      const wait = this.queue.pop() as number;
      const done = now + Math.max(1, this.waits.handling[wait] || this.usual);
      this.busy += Math.min(done, this.until) - now;
      this.doneAt[wait] = done;
      this.working.push(wait);
    }
  }

  /** @returns when each was answered, as far as that was by then */
  doneBy(until: number): Int32Array {
    return this.doneAt.map((done) => (done > until ? NEVER : done));
  }

  private isBefore(a: number, b: number): boolean {
    const [due, other] = [this.waits.dueAt[a] as number, this.waits.dueAt[b] as number];
    return due === other ? this.caseOf(a) < this.caseOf(b) : due < other;
  }

  private caseOf(wait: number): number {
    return this.waits.caseNo[wait] as number;
  }
}

function presentOf({ at, people }: Presence, until: number): number {
  let seconds = 0;
  for (const [i, from] of at.entries())
    seconds += (people[i] as number) * Math.max(0, Math.min(at[i + 1] ?? until, until) - from);
  return seconds;
}

/** @param seconds in any order; is sorted @returns the value below which that share lies; null of nothing */
export function quantileOf(seconds: Int32Array, share: number): number | null {
  if (seconds.length === 0) return null;
  return seconds.sort()[Math.min(seconds.length - 1, Math.floor(share * seconds.length))] as number;
}
