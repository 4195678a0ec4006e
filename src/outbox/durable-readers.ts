/**
 * Rooms that must miss no event follow the outbox here, each from a place of its own. What piles up within a reader's pause is handled at
 * once, so that what is done about a post never races with the posts that arrive; and while nothing happens, nobody asks the database.
 */
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Clock, elapsedMs } from '../platform/clock.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { DueLoop } from '../platform/due-loop.js';
import type { StoredEvent } from './events.js';
import { relayBatch, type Reading } from './relay.js';
import { OutboxTail } from './tail.js';

/** Everything is heard of; should something not be, it is found after this. */
const LONGEST_SLEEP_MS = 30_000;
/** What presses is handled at once, but no more often than this: with fifty broken promises a second, five go together and cost little more than one. */
const PRESSING_EVERY_MS = 100;

export interface PacedReading extends Reading {
  /** How long an event may wait for others. */
  pauseMs: number;
  /** What waits for nothing. */
  isPressing?(event: StoredEvent): boolean;
}

@Injectable()
export class DurableReaders implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly readers: DurableReader[] = [];

  constructor(
    private readonly db: Database,
    private readonly tail: OutboxTail,
    private readonly clock: Clock,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'ROLES'>,
  ) {}

  /** Call in a constructor: the reader runs from the start of the program to its end, in processes with the role `worker`. */
  open(reading: PacedReading): DurableReader {
    const reader = new DurableReader(this.db, this.clock, reading);
    this.readers.push(reader);
    return reader;
  }

  /** Handles everything that has happened, for a program in which no reader runs. */
  async catchUp(): Promise<void> {
    for (const reader of this.readers) while ((await reader.run()) > 0);
  }

  onApplicationBootstrap(): void {
    if (!this.settings.ROLES.includes('worker')) return;
    for (const reader of this.readers) reader.start(this.tail);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.readers.map((reader) => reader.stop()));
  }
}

export class DurableReader {
  private readonly loop: DueLoop;
  /** Times that something was heard which concerns this reader. */
  private heard = 0;
  /** Something of it waits for nothing. */
  private pressed = false;
  /** When the last turn began. */
  private began = -Infinity;
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly reading: PacedReading,
  ) {
    const log = new Logger(`Reader ${reading.name}`);
    this.loop = new DueLoop({
      run: () => this.turn(),
      now: () => clock.now(),
      longestSleepMs: LONGEST_SLEEP_MS,
      onError: (error) => log.warn(`what happened is handled later: ${error.message}`),
    });
  }

  start(tail: OutboxTail): void {
    let placed = false;
    this.stopListening = tail.onEvents((events) => {
      // The tail tells first where it begins: from here on it misses nothing, and what was before is looked for now.
      const concerns = !placed || events.some((e) => this.reading.kinds.includes(e.kind));
      placed = true;
      if (concerns) this.hear(events.some((e) => this.reading.isPressing?.(e) === true));
    });
    this.loop.start();
  }

  stop(): Promise<void> {
    this.stopListening();
    return this.loop.stop();
  }

  /** Handles one batch now. @returns how many events were handled */
  async run(): Promise<number> {
    return (await relayBatch(this.db, this.reading)).events;
  }

  private hear(pressing: boolean): void {
    this.heard++;
    this.pressed ||= pressing;
    this.loop.nudge(pressing ? this.untilPressing() : this.reading.pauseMs);
  }

  private untilPressing(): number {
    return Math.max(0, this.began + PRESSING_EVERY_MS - elapsedMs());
  }

  /** @returns when to look again: null when everything that was heard of is handled */
  private async turn(): Promise<Date | null> {
    const { heard } = this;
    this.pressed = false;
    this.began = elapsedMs();
    const { events, more } = await relayBatch(this.db, this.reading);
    const now = this.clock.now();
    if (more && events > 0) return now;
    if (this.pressed) return new Date(now.getTime() + this.untilPressing());
    return more || this.heard !== heard ? new Date(now.getTime() + this.reading.pauseMs) : null;
  }
}
