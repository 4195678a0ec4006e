/** A loop over due rows: does what is due, sleeps until the next due time, never longer than told, never twice at once. */
import { elapsedMs } from './clock.js';

export interface DueWork {
  /** Does one batch. @returns when the next is due; a past time means there is more now; null: nothing is waiting */
  run: () => Promise<Date | null>;
  now: () => Date;
  longestSleepMs: number;
  onError: (error: Error) => void;
}

/** After an error (the database is away, say) look again after this. */
const AFTER_ERROR_MS = 500;

export class DueLoop {
  private timer: NodeJS.Timeout | undefined;
  private wakesAt = 0;
  private running: Promise<void> | null = null;
  private stopped = true;

  constructor(private readonly work: DueWork) {}

  start(): void {
    this.stopped = false;
    this.sleep(0);
  }

  /** Looks now, or within so many milliseconds, instead of after the sleep. */
  nudge(withinMs = 0): void {
    if (!this.stopped && !this.running && elapsedMs() + withinMs < this.wakesAt) this.sleep(withinMs);
  }

  /** @returns when the running batch, if any, has ended */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private sleep(ms: number): void {
    clearTimeout(this.timer);
    this.wakesAt = elapsedMs() + ms;
    this.timer = setTimeout(() => (this.running = this.turn()), ms);
  }

  private async turn(): Promise<void> {
    let pause = this.work.longestSleepMs;
    try {
      const next = await this.work.run();
      if (next) pause = Math.min(Math.max(next.getTime() - this.work.now().getTime(), 0), this.work.longestSleepMs);
    } catch (error) {
      pause = AFTER_ERROR_MS;
      if (!this.stopped) this.work.onError(error as Error);
    }
    this.running = null;
    if (!this.stopped) this.sleep(pause);
  }
}
