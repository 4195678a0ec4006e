/** An administrator changes a source, or switches it on or off. */
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { ChangeSource as ChangeSourceBody } from '#libs/contracts/http/sources.js';
import type { SourceView } from '#libs/contracts/views/source.js';
import { connectorOf } from '../connectors/all-connectors.js';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { checkSettings, type CheckedSettings, type Settings } from './check-settings.js';
import { HealthLedger } from './health-ledger.js';
import { SourceStore } from './source-settings.js';
import { findSource, SOURCE, toSourceView, type SourceRow } from './source.rows.js';

/** Changed settings, or being switched on, make it due at once and give it a fresh start. */
const FRESH_START = `failures = 0, health = 'new', next_poll_at = case when $2 then $3::timestamptz end`;
/** What was read with other settings says nothing about these; a poll that still runs with them may store nothing more. */
const FORGET = `cursor = null, lease_token = null, lease_until = null, host = null`;

@Injectable()
export class ChangeSource {
  constructor(
    private readonly db: Database,
    private readonly store: SourceStore,
    private readonly clock: Clock,
    private readonly ledger: HealthLedger,
  ) {}

  /** @throws DeskError `not-found`, `invalid-settings` */
  async run(id: string, change: ChangeSourceBody): Promise<SourceView> {
    const view = await this.change(id, change);
    this.store.forget(id);
    return view;
  }

  private change(id: string, change: ChangeSourceBody): Promise<SourceView> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const before = await tx.one<SourceRow>(`select ${SOURCE} from source where id = $1 for update`, [id]);
      if (!before) throw new DeskError('not-found');
      const changed = change.settings ? await this.changeSettings(tx, before, change.settings) : 'nothing';
      const { name = before.name, enabled = before.enabled, intervalSeconds = before.interval_seconds } = change;
      await tx.query('update source set name = $2, enabled = $3, interval_seconds = $4 where id = $1', [
        id,
        name,
        enabled,
        intervalSeconds,
      ]);
      await changeLimits(tx, id, change, now);
      const polls = connectorOf(before.kind).poll !== undefined;
      if (changed === 'what it reads') await tx.query(`update source set ${FORGET} where id = $1`, [id]);
      if (changed !== 'nothing' || enabled !== before.enabled)
        await tx.query(`update source set ${FRESH_START} where id = $1`, [id, polls && enabled, now]);
      if (enabled !== before.enabled) await (enabled ? this.ledger.switchedOn(tx, id, now) : this.ledger.judge(tx, id, now));
      await addEvent(tx, now, 'source.changed', { sourceId: id });
      const row = await findSource(tx, id);
      if (!row) throw new DeskError('not-found');
      return toSourceView(row);
    });
  }

  private async changeSettings(tx: Tx, row: SourceRow, given: Settings): Promise<'nothing' | 'a secret' | 'what it reads'> {
    const before = this.readable(row);
    const after = checkSettings(connectorOf(row.kind), given, before);
    await this.store.keep(tx, row.id, after);
    if (!isDeepStrictEqual(row.settings, JSON.parse(JSON.stringify(after.shown)))) return 'what it reads';
    return isDeepStrictEqual(before?.secrets, after.secrets) ? 'nothing' : 'a secret';
  }

  /** When the key was lost the secrets can be entered anew; they are then simply not there. */
  private readable(row: SourceRow): CheckedSettings | undefined {
    try {
      return this.store.stored(row);
    } catch {
      return undefined;
    }
  }
}

/** What listening may cost, how often it may happen, and which silence is odd. A changed cap makes a source that was stopped due at once. */
async function changeLimits(tx: Tx, id: string, change: ChangeSourceBody, now: Date): Promise<void> {
  const { quietSeconds, longestIntervalSeconds, intervalSeconds, budget } = change;
  if (quietSeconds !== undefined)
    await tx.query('update source set quiet_seconds = $2, silent_since = null where id = $1', [id, quietSeconds]);
  if (longestIntervalSeconds !== undefined)
    await tx.query('update source set longest_interval_seconds = $2, pace_seconds = null where id = $1', [
      id,
      longestIntervalSeconds,
    ]);
  else if (intervalSeconds !== undefined) await tx.query('update source set pace_seconds = null where id = $1', [id]);
  if (budget === undefined) return;
  await tx.query(
    `update source set budget = $2, next_poll_at = case when capped_until is not null and enabled then $3 else next_poll_at end, capped_until = null
     where id = $1`,
    [id, budget === null ? null : JSON.stringify(budget), now],
  );
}
