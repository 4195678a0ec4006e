/** One poll of one source: page by page, each stored in one transaction with the cursor after it, under a lease that a newer holder ends. */
import { Injectable, Logger } from '@nestjs/common';
import type { Note } from '#libs/contracts/notes.js';
import type { PollOutcome, SourceKind } from '#libs/contracts/words.js';
import { connectorOf } from '../connectors/all-connectors.js';
import type { PollEnd, PollPage } from '../connectors/polls.js';
import { explained, note } from '../connectors/explained.js';
import { endOfSilence } from '../connectors/silence.js';
import { storableNotes } from '../connectors/storable-notes.js';
import { crashPoint } from '../platform/crash-point.js';
import { DeskError } from '../platform/errors.js';
import { OutboundError } from '../platform/outbound/safe-http.js';
import { SecretsUnreadable } from '../platform/secrets.js';
import { SourceStore, type OpenSource } from '../sources/source-settings.js';
import { IngestPosts } from './ingest-posts.js';
import { PollMeter } from './poll-meter.js';
import { PollServices } from './poll-services.js';
import { boundedId } from './prepare-post.js';
import { PendingPosts } from './pending-posts.js';

export interface LeasedSource {
  id: string;
  kind: SourceKind;
  cursor: unknown;
  leaseToken: string;
  /** It has prices or caps. */
  hasBudget: boolean;
  /** Older posts are history and open no case; null: all do. */
  casesFrom: Date | null;
}

export interface PollResult extends PollEnd {
  /** Fit to be stored. */
  notes: readonly Note[];
  accepted: number;
  duplicate: number;
  refused: number;
  matched: number;
  /** When the oldest post that was new was published. */
  oldest: Date | null;
  /** The first server that was asked. */
  host: string | null;
  /** The cap of the month is reached. */
  spentUp: boolean;
  /** It listened all the time, as things happened. */
  streamed: boolean;
  /** The network keeps what was not read for so many hours; null: for good. */
  keptHours: number | null;
}

/** A stream is put down and taken up again so often: what it heard is then on record. Shorter than the longest poll by all its retries. */
const STREAM_TURN_MS = 60_000;

type Sum = Omit<PollResult, keyof PollEnd>;

@Injectable()
export class PollOneSource {
  private readonly log = new Logger(PollOneSource.name);

  constructor(
    private readonly ingest: IngestPosts,
    private readonly store: SourceStore,
    private readonly services: PollServices,
    private readonly pending: PendingPosts,
  ) {}

  /** How long a stream is listened to at a time. */
  readonly turnMs = STREAM_TURN_MS;

  /**
   * @param signal ends the poll; what is stored stays stored
   * @returns how it ended; a failure of the network is an outcome, not an error
   * @throws the database's errors, and LEASE_LOST
   */
  async run(leased: LeasedSource, signal: AbortSignal): Promise<PollResult> {
    const sum: Sum = {
      accepted: 0,
      duplicate: 0,
      refused: 0,
      matched: 0,
      oldest: null,
      host: null,
      spentUp: false,
      streamed: false,
      keptHours: null,
    };
    let source: OpenSource;
    try {
      source = await this.store.open(leased.id);
    } catch (error) {
      if (error instanceof DeskError) return { ...sum, outcome: 'forbidden', notes: [note('settings-again')] };
      if (error instanceof SecretsUnreadable) return { ...sum, outcome: 'forbidden', notes: [note('secrets-unreadable')] };
      throw error;
    }
    const end = await this.read(source, leased, signal, sum);
    return { ...end, ...sum, notes: storableNotes(end.notes ?? [], source.secrets) };
  }

  /** @returns how it ended; what was counted is in `sum` */
  private async read(source: OpenSource, leased: LeasedSource, signal: AbortSignal, sum: Sum): Promise<PollEnd> {
    const month = leased.hasBudget ? (await this.services.budgets.of([leased.id])).get(leased.id) : undefined;
    const meter = new PollMeter(this.services.http, leased.id, month, this.services.budgets);
    const connector = connectorOf(source.kind);
    sum.streamed = connector.streams?.(source.settings) ?? false;
    sum.keptHours = connector.reachesBackHours?.(source.settings) ?? null;
    const pages = await this.pages(source, leased, signal, meter);
    try {
      for (;;) {
        const step = meter.spent ? SPENT_UP : await nextOf(pages, source.name, this.log);
        if ('outcome' in step) {
          sum.host = meter.http.host;
          sum.spentUp = meter.spent || meter.http.stopped;
          sum.streamed &&= step.onlyAsked !== true;
          await meter.end(step);
          return {
            ...goesOn(signal),
            ...(sum.spentUp ? SPENT_UP : step),
            outcome: endOf(sum.spentUp ? 'throttled' : step.outcome, sum),
          };
        }
        await meter.page(step);
        await this.keep(step, source, leased, sum);
      }
    } finally {
      await pages.return(SPENT_UP); // a poll that is given up must not leave a stream open
    }
  }

  private async pages(
    source: OpenSource,
    leased: LeasedSource,
    signal: AbortSignal,
    meter: PollMeter,
  ): Promise<AsyncGenerator<PollPage, PollEnd>> {
    const connector = connectorOf(source.kind);
    if (!connector.poll) throw new Error(`${source.kind} is not polled`);
    const { settings, intervalSeconds, account } = source;
    const { clock, watches } = this.services;
    const pending = connector.receive ? { pending: await this.pending.waiting(source.id) } : {};
    return connector.poll({
      settings,
      intervalSeconds,
      account,
      ...pending,
      stored: (after, most) => this.pending.stored(source.id, after, most),
      cursor: leased.cursor,
      http: meter.http,
      now: () => clock.now(),
      watched: () => watches.watched(),
      mayConcern: (bytes, shape) => watches.mayConcern(bytes, shape),
      signal,
      turnMs: this.turnMs,
    });
  }

  private async keep(page: PollPage, { id, kind, name }: OpenSource, leased: LeasedSource, sum: Sum): Promise<void> {
    crashPoint('poll.page-fetched');
    if (page.account) await this.store.learnAccount(leased, page.account, this.services.clock.now());
    const progress = { cursor: page.cursor ?? null, leaseToken: leased.leaseToken };
    const stored = await this.ingest.run({
      source: { id, kind, name, casesFrom: leased.casesFrom },
      posts: page.posts,
      deleted: page.deleted,
      deletedAuthors: page.deletedAuthors,
      refused: page.refused,
      fetchedAt: this.services.clock.now(),
      progress,
    });
    crashPoint('poll.page-stored');
    for (const { externalId, postedAt } of page.posts)
      if (stored.fresh.has(boundedId(externalId)) && (sum.oldest === null || postedAt < sum.oldest)) sum.oldest = postedAt;
    await this.pending.settle(leased.id, page.settled ?? []);
    sum.accepted += stored.fresh.size;
    sum.duplicate += page.posts.length - stored.fresh.size;
    sum.refused += stored.refused.length;
    sum.matched += stored.matched.size;
  }
}

const SPENT_UP: PollEnd = explained('throttled', note('cap-reached'));

/** The connector's next page or its end. What it throws is what the network did, and is told as such. */
async function nextOf(pages: AsyncGenerator<PollPage, PollEnd>, name: string, log: Logger): Promise<PollPage | PollEnd> {
  try {
    return (await pages.next()).value;
  } catch (error) {
    if (error instanceof OutboundError) return endOfSilence(error, name);
    log.error(`a connector failed: ${(error as Error).stack}`);
    return explained('schema-changed', note('reading-failed', undefined, (error as Error).message));
  }
}

/** A poll that we stop goes on where it stopped: what it has not read is not lost. */
function goesOn(signal: AbortSignal): Partial<PollEnd> {
  return signal.aborted ? { reachesBackTo: null } : {};
}

function endOf(outcome: PollOutcome, sum: { accepted: number }): PollOutcome {
  return outcome === 'empty' && sum.accepted > 0 ? 'ok' : outcome;
}
