/** An administrator connects a source. */
import { Injectable } from '@nestjs/common';
import type { AddSource as AddSourceBody, AddSourceAnswer } from '#libs/contracts/http/sources.js';
import { connectorOf } from '../connectors/all-connectors.js';
import type { Connector } from '../connectors/connector.js';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { randomKey } from '../platform/access/random-keys.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { checkSettings, type Settings } from './check-settings.js';
import { HealthLedger } from './health-ledger.js';
import { secretNames } from './settings-fields.js';
import { SourceStore } from './source-settings.js';
import { findSource, toSourceView } from './source.rows.js';

@Injectable()
export class AddSource {
  constructor(
    private readonly db: Database,
    private readonly store: SourceStore,
    private readonly clock: Clock,
    private readonly ledger: HealthLedger,
  ) {}

  /**
   * A source that is polled is due at once. One that is called gets a secret when none was given, answered this once.
   * @throws DeskError `invalid-settings`
   */
  async run({ kind, name, settings, enabled, intervalSeconds, ...limits }: AddSourceBody): Promise<AddSourceAnswer> {
    const connector = connectorOf(kind);
    const issued = secretToIssue(connector, settings);
    const checked = checkSettings(connector, { ...settings, ...issued });
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const every = intervalSeconds ?? connector.defaultIntervalSeconds;
      const [made] = await tx.query<{ id: string }>(
        `insert into source (kind, name, enabled, interval_seconds, next_poll_at, created_at, listening_since, quiet_seconds,
           longest_interval_seconds, budget, cases_from) values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9, $10) returning id`,
        [
          kind,
          name,
          enabled,
          every,
          connector.poll && enabled ? now : null,
          now,
          ...limitsOf(limits),
          casesFrom(connector, limits.casesForHours, now),
        ],
      );
      const id = made?.id ?? '';
      await this.store.keep(tx, id, checked);
      await this.ledger.judge(tx, id, now);
      await addEvent(tx, now, 'source.changed', { sourceId: id });
      const row = await findSource(tx, id);
      if (!row) throw new DeskError('not-found');
      return { ...toSourceView(row), ...(issued && { issuedSecret: issued.secret }) };
    });
  }
}

/** What was posted before a source was connected is history. Who is called from outside is handed posts for a reason. */
function casesFrom(connector: Connector, hours: number | null | undefined, now: Date): Date | null {
  const whole = connector.receive !== undefined || connector.kind === 'replay';
  const chosen = hours === undefined ? (whole ? null : connector.kind === 'feed' ? 0 : 24) : hours;
  return chosen === null ? null : new Date(now.getTime() - chosen * 3_600_000);
}

function limitsOf({ quietSeconds, longestIntervalSeconds, budget }: Partial<AddSourceBody>): unknown[] {
  return [quietSeconds ?? null, longestIntervalSeconds ?? null, budget ? JSON.stringify(budget) : null];
}

function secretToIssue(connector: Connector, given: Settings): { secret: string } | undefined {
  const wanted = connector.verify !== undefined && secretNames(connector).includes('secret');
  return wanted && [undefined, null, ''].includes(given['secret'] as undefined) ? { secret: randomKey() } : undefined;
}
