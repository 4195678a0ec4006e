/** Leases of due sources, and what each poll leaves behind: the ledger line, the health, and when the source is due again. */
import { Injectable } from '@nestjs/common';
import { messageOf } from '#libs/contracts/notes.js';
import { nextPace } from '#libs/listening/pace.js';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { Arrivals } from '../sources/arrivals.js';
import { HealthLedger } from '../sources/health-ledger.js';
import { noteAnswer } from './host-circuit.js';
import { LEASE, LEASE_SECONDS } from './lease-sources.js';
import { ANY, Pacing } from './pacing.js';
import { heard, holeBefore, sightOf } from './poll-sight.js';
import type { LeasedSource, PollResult } from './poll-source.js';

/** Ledger lines kept per source. */
const KEEP_POLLS = 500;
const LONGEST_BACK_OFF_SECONDS = 900;

interface Before {
  failures: number;
  intervalSeconds: number;
  lastOutcome: string | null;
  heardAt: Date | null;
  dueAt: Date | null;
  pace: number | null;
  longest: number | null;
}
interface Finished {
  before: Before;
  startedAt: Date;
  now: Date;
  result: PollResult;
}

@Injectable()
export class PollLedger {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly health: HealthLedger,
    private readonly arrivals: Arrivals,
    private readonly pacing: Pacing,
  ) {}

  /**
   * Leases due sources to this process alone, the longest due first. Of the sources on one server only some are asked at once, and of
   * those on a server that did not answer only one, to see whether it does again: no server takes the places of the others.
   * @param most how many
   */
  lease(most: number): Promise<LeasedSource[]> {
    return this.db.query<LeasedSource>(LEASE, [this.clock.now(), most]);
  }

  /** A sign of life for polls that go on. A lease that was lost meanwhile stays lost. */
  async renew(sources: readonly LeasedSource[]): Promise<void> {
    await this.db.query(
      `update source s set lease_until = $2::timestamptz + interval '${LEASE_SECONDS} seconds'
       from jsonb_to_recordset($1::jsonb) as h(id bigint, "leaseToken" uuid) where s.id = h.id and s.lease_token = h."leaseToken"`,
      [JSON.stringify(sources.map(({ id, leaseToken }) => ({ id, leaseToken }))), this.clock.now()],
    );
  }

  /** Writes the line and lets the source go; nothing when the lease was lost. */
  async finish(source: LeasedSource, startedAt: Date, result: PollResult): Promise<void> {
    const affordable = source.hasBudget ? await this.pacing.affordable(source.id) : ANY;
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const before = await tx.one<Before>(
        `select failures, interval_seconds as "intervalSeconds", last_outcome as "lastOutcome", heard_at as "heardAt", next_poll_at as "dueAt", pace_seconds as pace, longest_interval_seconds as longest from source where id = $1 and lease_token = $2 for update`,
        [source.id, source.leaseToken],
      );
      if (!before) return;
      await this.keepState(tx, source.id, { before, startedAt, now, result, affordable });
      await this.writeLine(source.id, startedAt, now, result, tx);
      const changed = await this.keepHealth(tx, source.id, { before, startedAt, now, result });
      crashPoint('poll.before-finish');
      if (changed || result.outcome !== before.lastOutcome || result.accepted > 0) {
        await addEvent(tx, now, 'source.changed', { sourceId: source.id });
      }
    });
    crashPoint('poll.finished');
    if (result.accepted > 0) this.arrivals.note(source.id, result.accepted, this.clock.now());
  }

  private async keepState(
    tx: Tx,
    id: string,
    { before, startedAt, now, result, affordable }: Finished & { affordable: typeof ANY },
  ): Promise<void> {
    const failures = heard(result) ? 0 : before.failures + (result.spentUp ? 0 : 1);
    const shortest = before.intervalSeconds;
    const found = result.accepted;
    const pace = nextPace({ pace: before.pace ?? shortest, shortest, longest: before.longest ?? shortest }, found);
    const next = this.nextPoll(now, affordable(pace), failures, result);
    // What a stream brought was published until it ended; what a question brought, until it was asked; and more may be left to read.
    const heardAt = heard(result) ? (result.streamed ? now : result.goOn ? null : startedAt) : null;
    await tx.query(
      `update source set lease_token = null, lease_until = null, next_poll_at = case when next_poll_at > $2 then next_poll_at else $3 end,
         heard_at = coalesce($4, heard_at), failures = $5, last_outcome = $6, last_message = $7, last_polled_at = $2,
         pace_seconds = $8, host = coalesce($9, host), last_notes = $10 where id = $1`,
      [id, now, next, heardAt, failures, result.outcome, messageOf(result.notes), pace, result.host, JSON.stringify(result.notes)], // prettier-ignore
    );
    if (result.spentUp) await this.pacing.stop(tx, id);
    await noteAnswer(tx, result, now);
  }

  /** @returns whether its health is news */
  private async keepHealth(tx: Tx, id: string, { before, startedAt, now, result }: Finished): Promise<boolean> {
    if (!heard(result)) return (await this.health.judge(tx, id, now)).changed;
    const sight = sightOf(result, before.heardAt, now);
    if (result.oldest !== null) await this.health.recount(tx, id, result.oldest, now);
    const hole = await holeBefore(tx, { ...before, startedAt, now });
    if (hole) await this.health.noteHole(tx, id, hole, sight);
    return (await this.health.judge(tx, id, now, { sight })).changed || hole !== undefined;
  }

  /** Lets a source go untouched: its poll was cut off by the stop of the program or by the database. */
  async letGo(source: LeasedSource): Promise<void> {
    await this.db.query(`update source set lease_token = null, lease_until = null where id = $1 and lease_token = $2`, [
      source.id,
      source.leaseToken,
    ]);
  }

  /** The network's own wish is obeyed; failures back off, doubling, with jitter so that sources do not march in step. */
  private nextPoll(now: Date, interval: number, failures: number, { retryAfterSeconds, goOn }: PollResult): Date {
    if (goOn && failures === 0) return now;
    const backOff =
      failures === 0 ? interval : Math.min(interval * 2 ** Math.min(failures, 10), Math.max(interval, LONGEST_BACK_OFF_SECONDS));
    const jittered = backOff * (0.95 + 0.1 * Math.random());
    return new Date(now.getTime() + Math.max(jittered, retryAfterSeconds ?? 0) * 1000);
  }

  private async writeLine(
    sourceId: string,
    startedAt: Date,
    endedAt: Date,
    r: PollResult,
    tx: { query: Database['query'] },
  ): Promise<void> {
    await tx.query(
      `insert into source_poll (source_id, started_at, ended_at, outcome, message, accepted, duplicate, refused, matched, notes) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [sourceId, startedAt, endedAt, r.outcome, messageOf(r.notes), r.accepted, r.duplicate, r.refused, r.matched, JSON.stringify(r.notes)], // prettier-ignore
    );
    await tx.query(
      `delete from source_poll where source_id = $1 and id <= (select id from source_poll where source_id = $1 order by id desc offset ${KEEP_POLLS} limit 1)`,
      [sourceId],
    );
  }
}
