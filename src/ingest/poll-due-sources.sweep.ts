/** Takes due sources and polls them side by side: one slow network delays only itself. */
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock } from '../platform/clock.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { LEASE_LOST } from './ingest-posts.js';
import { QUICK_SECONDS } from './lease-sources.js';
import { PollLedger } from './poll-ledger.js';
import { PollOneSource, type LeasedSource } from './poll-source.js';

const EVERY_MS = 500;
/** Polls of this process at once, without those that have run for so long that they take nobody's place. */
const SIDE_BY_SIDE = 16;
/** Polls at once, streams and slow servers included. */
const MOST_AT_ONCE = 512;
/** A poll is told to end after this; its lease is renewed until then, well before it ends. */
const LONGEST_POLL_MS = 105_000;
/** A third of the lease. */
const RENEW_EVERY_MS = 2000;

@Injectable()
export class PollDueSources implements OnModuleDestroy {
  private readonly log = new Logger(PollDueSources.name);
  private readonly running = new Map<Promise<void>, LeasedSource & { since: number }>();
  private readonly stopping = new AbortController();
  private looking = false;

  constructor(
    private readonly ledger: PollLedger,
    private readonly poll: PollOneSource,
    private readonly clock: Clock,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'ROLES'>,
  ) {}

  @Interval(EVERY_MS)
  async sweep(): Promise<void> {
    const free = this.free();
    if (!this.settings.ROLES.includes('worker') || this.looking || free <= 0 || this.stopping.signal.aborted) return;
    this.looking = true;
    try {
      for (const source of await this.ledger.lease(free)) this.begin(source);
    } catch (error) {
      this.log.warn(`sources wait: ${(error as Error).message}`);
    } finally {
      this.looking = false;
    }
  }

  @Interval(RENEW_EVERY_MS)
  async renew(): Promise<void> {
    if (this.running.size === 0) return;
    await this.ledger.renew([...this.running.values()]).catch(() => undefined); // a lease that ends is taken over, guarded by its token
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running.keys());
  }

  /** Streams and slow servers keep a place for a few seconds only: they delay nobody but themselves. */
  private free(): number {
    const quick = this.clock.now().getTime() - QUICK_SECONDS * 1000;
    const inPlace = [...this.running.values()].filter(({ since }) => since > quick).length;
    return Math.min(SIDE_BY_SIDE - inPlace, MOST_AT_ONCE - this.running.size);
  }

  private begin(source: LeasedSource): void {
    const work = this.run(source).finally(() => this.running.delete(work));
    this.running.set(work, { ...source, since: this.clock.now().getTime() });
  }

  private async run(source: LeasedSource): Promise<void> {
    const startedAt = this.clock.now();
    const signal = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(LONGEST_POLL_MS)]);
    try {
      const result = await this.poll.run(source, signal);
      if (this.stopping.signal.aborted) await this.ledger.letGo(source);
      else await this.ledger.finish(source, startedAt, result);
    } catch (error) {
      if ((error as { code?: string }).code === LEASE_LOST) return;
      this.log.warn(`source ${source.id} waits: ${(error as Error).message}`);
      await this.ledger.letGo(source).catch(() => undefined); // the database is away: the lease ends by itself
    }
  }
}
