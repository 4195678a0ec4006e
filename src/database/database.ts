/** The one way to the database: a query, or a transaction with its events. SQL is written by hand; docs/decisions/0004 says why. */
import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { appendEvents } from '../outbox/append.js';
import type { StoredEvent } from '../outbox/events.js';
import { OutboxWake } from '../outbox/wake.js';

/** A running transaction. */
export class Tx {
  /** What happened so far, in order: appended to the outbox when the transaction ends. */
  readonly events: Omit<StoredEvent, 'seq'>[] = [];

  constructor(private readonly runner: QueryRunner) {}

  /** @returns the rows, typed by the caller, who wrote the SQL */
  async query<T = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<T[]> {
    return (await this.runner.query(sql, params, true)).records as T[];
  }

  /** @returns the only row, or undefined */
  async one<T = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<T | undefined> {
    return (await this.query<T>(sql, params))[0];
  }
}

@Injectable()
export class Database {
  constructor(
    private readonly dataSource: DataSource,
    private readonly wake: OutboxWake,
  ) {}

  /** One statement outside a transaction. @returns the rows */
  async query<T = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<T[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return (await runner.query(sql, params, true)).records as T[];
    } finally {
      await runner.release();
    }
  }

  /** @returns the only row, or undefined */
  async one<T = Record<string, unknown>>(sql: string, params: unknown[] = []): Promise<T | undefined> {
    return (await this.query<T>(sql, params))[0];
  }

  /**
   * Runs `work` in one transaction: all of it holds, or nothing. No network call belongs inside.
   * @returns what `work` returns, after the commit
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const tx = new Tx(runner);
      const result = await work(tx);
      const appended = tx.events.length > 0 ? await appendEvents(tx, this.wake.told) : undefined;
      await runner.commitTransaction();
      if (appended) this.wake.offer(appended);
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }
}
