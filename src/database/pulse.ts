/**
 * Notices a database that neither answers nor hangs up (frozen, or behind a dead network) and cuts its connections: whoever waits for
 * it then hears that it is away, instead of waiting without end.
 */
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';

const EVERY_MS = 1000;
/** A server that is merely busy answers `select 1` on an idle connection long before this. */
const PATIENCE_MS = 4000;

interface PoolClient {
  connection: { stream: { destroy(): void } };
}

/** What is meant of pg-pool: its connections, and who waits for one. */
interface Pool {
  _clients: PoolClient[];
  _pendingQueue: { callback(error: Error): void }[];
}

@Injectable()
export class DatabasePulse implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(DatabasePulse.name);
  private own: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.again();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.own?.end().catch(() => undefined);
  }

  private again(): void {
    if (!this.stopped) this.timer = setTimeout(() => void this.beat(), EVERY_MS).unref();
  }

  private async beat(): Promise<void> {
    try {
      const silent = await isSilent(this.ask(), PATIENCE_MS);
      if (silent && !this.stopped) this.cut();
    } catch {
      this.own = undefined; // it hung up: the pool's connections know that by themselves
    }
    this.again();
  }

  /** On a connection of its own, so that a busy pool is not taken for a silent database. */
  private async ask(): Promise<void> {
    if (!this.own) {
      const { url } = this.dataSource.options as { url?: string };
      // Without a timeout of its own: a server that does not even take a connection is silent, too.
      this.own = new pg.Client({ connectionString: url, application_name: 'earshot pulse' });
      this.own.on('error', () => (this.own = undefined));
      await this.own.connect();
    }
    await this.own.query('select 1');
  }

  private cut(): void {
    const pool = (this.dataSource.driver as unknown as { master: Pool }).master;
    this.log.warn(`the database has not answered for ${PATIENCE_MS / 1000} s: its ${pool._clients.length} connections are cut`);
    for (const waiting of pool._pendingQueue.splice(0)) waiting.callback(new Error('connection timeout: the database is silent'));
    for (const client of [...pool._clients, this.own as unknown as PoolClient]) client?.connection.stream.destroy();
    this.own = undefined;
  }
}

/** @returns true when `answer` has not come in time; an answer that is already in this process's hands counts, however late it looks */
async function isSilent(answer: Promise<void>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(() => setTimeout(() => done(true), 50), ms);
  });
  try {
    return await Promise.race([answer.then(() => false), late]);
  } finally {
    clearTimeout(timer);
    answer.catch(() => undefined);
  }
}
