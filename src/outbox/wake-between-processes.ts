/**
 * Passes the bell on to the other processes on the same database, by NOTIFY, at most every 20 ms; hears theirs by LISTEN. A process that is
 * alone rings for nobody: each NOTIFY is a commit of its own.
 */
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { PoolClient } from 'pg';
import { Database } from '../database/database.js';
import { elapsedMs } from '../platform/clock.js';
import { OutboxWake, WAKE_CHANNEL } from './wake.js';

const AT_MOST_EVERY_MS = 20;
const LISTEN_AGAIN_MS = 2000;
/** Whoever listens holds this lock together with all who do; so one sees whether anybody else is there. Who has just come polls until then. */
const LISTENING = 7_301_007;
const LOOK_AROUND_MS = 1000;
const OTHERS = `
  select exists (select from pg_locks where locktype = 'advisory' and classid = 0 and objid = ${LISTENING} and objsubid = 1 and granted
    and database = (select oid from pg_database where datname = current_database()) and pid is distinct from $1) as others`;

@Injectable()
export class WakeBetweenProcesses implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(WakeBetweenProcesses.name);
  private readonly self = randomUUID();
  private pending: NodeJS.Timeout | undefined;
  private retry: NodeJS.Timeout | undefined;
  private release: ((broken?: Error) => void) | undefined;
  private stopped = false;
  private own: number | null = null;
  private others = true;
  private lookedAt = -Infinity;

  constructor(
    private readonly dataSource: DataSource,
    private readonly db: Database,
    private readonly wake: OutboxWake,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.wake.onRingOthers(() => this.tellOthers());
    await this.listen();
  }

  onModuleDestroy(): void {
    this.stopped = true;
    clearTimeout(this.pending);
    clearTimeout(this.retry);
    this.letGo();
  }

  private tellOthers(): void {
    if (this.pending || this.stopped) return;
    this.pending = setTimeout(() => {
      this.pending = undefined;
      this.notify().catch(() => undefined); // their slow poll is the net
    }, AT_MOST_EVERY_MS);
  }

  private async notify(): Promise<void> {
    if (elapsedMs() - this.lookedAt > LOOK_AROUND_MS) {
      this.lookedAt = elapsedMs();
      this.others = (await this.db.one<{ others: boolean }>(OTHERS, [this.own]))?.others !== false;
    }
    if (this.others) await this.db.query('select pg_notify($1, $2)', [WAKE_CHANNEL, this.self]);
  }

  private async listen(): Promise<void> {
    if (this.stopped) return;
    try {
      const [client, release] = await (
        this.dataSource.driver as unknown as { obtainMasterConnection(): Promise<[PoolClient, (broken?: Error) => void]> }
      ).obtainMasterConnection();
      this.release = release;
      client.once('error', (error) => this.listenAgain(error));
      client.on('notification', (n) => this.heard(n.payload));
      await client.query(`listen ${WAKE_CHANNEL}`);
      await client.query(`select pg_advisory_lock_shared(${LISTENING})`);
      this.own = (client as PoolClient & { processID: number | null }).processID;
    } catch (error) {
      this.log.warn(`cannot listen for other processes just now: ${(error as Error).message}`);
      this.listenAgain(error as Error);
    }
  }

  /** The broken connection is given back as such: kept, each outage would take one from the pool for ever. */
  private listenAgain(broken: Error): void {
    this.letGo(broken);
    clearTimeout(this.retry);
    if (!this.stopped) this.retry = setTimeout(() => void this.listen(), LISTEN_AGAIN_MS);
  }

  /** Once: a connection that breaks after it was given back (the server stops after us) is the pool's matter. */
  private letGo(broken?: Error): void {
    const release = this.release;
    this.release = undefined;
    release?.(broken);
  }

  private heard(from: string | undefined): void {
    if (from === this.self) return;
    this.others = true;
    this.wake.ringHere();
  }
}
