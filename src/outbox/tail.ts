/**
 * Follows the outbox from where this process started: every process hears every event, in commit-safe order.
 * Reads only below the oldest running transaction, so that no event is skipped (docs/decisions/0003).
 */
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../database/database.js';
import { PLACES, type Appended } from './append.js';
import type { StoredEvent } from './events.js';
import { OutboxWake } from './wake.js';

export type EventListener = (events: StoredEvent[], upTo: number) => void | Promise<void>;

/** Net under the bell: how long an event may wait when no bell rang, in milliseconds. */
const SLOW_POLL_MS = 250;
/** While a younger transaction waits for an older one, look again after this many milliseconds. */
const BLOCKED_POLL_MS = 2;
const BATCH = 2000;
/** So many batches may wait for the listeners; what is offered beyond that is read later, many at once. */
const MOST_WAITING = 16;

@Injectable()
export class OutboxTail implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(OutboxTail.name);
  private readonly listeners = new Set<EventListener>();
  private position = 0;
  /** The listeners' turn: batches come one after the other. */
  private turn: Promise<void> = Promise.resolve();
  private waiting = 0;
  private timer: NodeJS.Timeout | undefined;
  private reading = false;
  private again = false;
  private stopped = false;
  private stopBell: () => void = () => undefined;

  constructor(
    private readonly db: Database,
    private readonly wake: OutboxWake,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.give([], await this.horizon());
    const stops = [this.wake.onRing(() => void this.read()), this.wake.onOffer((appended) => this.take(appended))];
    this.stopBell = () => stops.forEach((stop) => stop());
    this.arm(SLOW_POLL_MS);
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.stopBell();
  }

  /** Everything below this has been given to the listeners. */
  get seq(): number {
    return this.position;
  }

  /** @returns a function that stops listening; batches come one after the other */
  onEvents(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Events that this process has just committed: told at once when they are the next ones, else read in their turn. The other processes look either way. */
  private take(appended: Appended): void {
    const last = appended.events.at(-1);
    if (!last || !this.isNext(appended) || this.waiting >= MOST_WAITING || this.stopped) return this.wake.ring();
    void this.give(appended.events, endOfTransaction(last.seq));
    this.wake.ringOthers();
  }

  /** Nothing lay before them when they were appended, or what lay there has been read since: reading comes to a transaction when all before it have ended. */
  private isNext({ events: [first], told, next }: Appended): boolean {
    return (next && told <= this.position) || (first !== undefined && startOfTransaction(first.seq) <= this.position);
  }

  /** @returns events after `after` and before `before`, at most `limit`, in order */
  async between(after: number, before: number, limit: number): Promise<StoredEvent[]> {
    const rows = await this.db.query<StoredEvent & { seq: string }>(
      `select seq, kind, at, team_ids as "teamIds", payload from outbox_event where seq >= $1 and seq < $2 order by seq limit $3`,
      [after, before, limit],
    );
    return rows.map((r) => ({ ...r, seq: Number(r.seq) }));
  }

  private async horizon(): Promise<number> {
    return Number((await this.db.one<{ h: string }>(`select outbox_horizon() as h`))?.h);
  }

  private arm(ms: number): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(), ms).unref();
  }

  private async read(): Promise<void> {
    if (this.reading) {
      this.again = true;
      return;
    }
    this.reading = true;
    let next = SLOW_POLL_MS;
    try {
      do {
        this.again = false;
        next = await this.readOnce();
      } while (this.again && !this.stopped);
    } catch (error) {
      this.log.warn(`the outbox cannot be read just now: ${(error as Error).message}`);
    } finally {
      this.reading = false;
      this.arm(next);
    }
  }

  /** One batch; the last event is found by the index: "exists" would read the whole outbox. @returns milliseconds after which to look again */
  private async readOnce(): Promise<number> {
    const rows = await this.db.query<StoredEvent & { seq: string | null; horizon: string; waiting: boolean }>(
      `with h as materialized (select outbox_horizon() as horizon)
       select h.horizon, e.seq, e.kind, e.at, e.team_ids as "teamIds", e.payload,
         e.seq is null and coalesce((select max(seq) from outbox_event) >= h.horizon, false) as waiting
       from h left join lateral (select * from outbox_event where seq >= $1 and seq < h.horizon order by seq limit ${BATCH}) e on true`,
      [this.position],
    );
    const events = rows.filter((r) => r.seq !== null).map(({ horizon: _, waiting: __, ...e }) => ({ ...e, seq: Number(e.seq) }));
    const last = events.at(-1);
    const full = events.length === BATCH;
    const upTo = full && last ? last.seq + 1 : Number(rows[0]?.horizon);
    await this.give(events, upTo);
    if (full) this.again = true;
    return rows[0]?.waiting ? BLOCKED_POLL_MS : SLOW_POLL_MS;
  }

  /** What was given before is not given again: a reading may end after newer events were offered. */
  private give(events: StoredEvent[], upTo: number): Promise<void> {
    if (upTo <= this.position) return Promise.resolve();
    const fresh = events.filter((e) => e.seq >= this.position);
    this.position = upTo;
    this.wake.told = upTo;
    this.waiting++;
    const tell = () => this.tell(fresh, upTo).finally(() => this.waiting--);
    this.turn = this.waiting === 1 ? tell() : this.turn.then(tell);
    return this.turn;
  }

  private async tell(events: StoredEvent[], upTo: number): Promise<void> {
    for (const listener of this.listeners) {
      try {
        await listener(events, upTo);
      } catch (error) {
        this.log.error(`a listener of the outbox failed: ${(error as Error).stack}`);
      }
    }
  }
}

/** A place is the transaction's number times 65,536 and the place within it (docs/decisions/0003). @returns its first place */
function startOfTransaction(seq: number): number {
  return Math.floor(seq / PLACES) * PLACES;
}

/** @returns the first place after it */
function endOfTransaction(seq: number): number {
  return startOfTransaction(seq) + PLACES;
}
