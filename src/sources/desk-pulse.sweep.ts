/** Signs of life of the desk itself: time in which it did not run is blind time as well, and is known from the last of them. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { ALL_CONNECTORS } from '../connectors/all-connectors.js';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { HealthLedger, type Hole } from './health-ledger.js';
import { DOWN_AFTER_SECONDS } from './watchman.sweep.js';

const EVERY_MS = 5000;
const CALLED = ALL_CONNECTORS.filter((connector) => connector.poll === undefined).map((connector) => connector.kind);

@Injectable()
export class DeskPulse implements OnApplicationBootstrap {
  private readonly log = new Logger(DeskPulse.name);

  constructor(
    private readonly db: Database,
    private readonly ledger: HealthLedger,
    private readonly clock: Clock,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'ROLES'>,
  ) {}

  /** Before the first poll: a poll asks the ledger how long the desk was away. */
  onApplicationBootstrap(): Promise<void> {
    return this.sweep();
  }

  @Interval(EVERY_MS)
  async sweep(): Promise<void> {
    for (const role of this.settings.ROLES)
      await this.beat(role).catch((error: Error) => this.log.warn(`no sign of life could be left: ${error.message}`));
  }

  /** One sign of life. When the last one is old, the outage is written in the same transaction, so that it is found once. */
  beat(role: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      await tx.query('insert into desk_pulse (role, at) values ($1, $2) on conflict do nothing', [role, now]);
      const last = await tx.one<{ at: Date }>('select at from desk_pulse where role = $1 for update', [role]);
      if (!last || last.at >= now) return;
      await tx.query('update desk_pulse set at = $2 where role = $1', [role, now]);
      crashPoint('pulse.before-commit');
      if (now.getTime() - last.at.getTime() > DOWN_AFTER_SECONDS * 1000) await this.noteOutage(tx, role, last.at, now);
    });
  }

  private async noteOutage(tx: Tx, role: string, from: Date, to: Date): Promise<void> {
    await tx.query('insert into desk_outage (role, from_at, to_at) values ($1, $2, $3)', [role, from, to]);
    if (role !== 'api') return;
    // Sources that are polled are judged by their next poll, which knows what it could catch up with.
    const sources = await tx.query<{ id: string }>(
      'select id from source where enabled and kind = any($1) order by id for update',
      [CALLED],
    );
    const hole: Hole = { from, to, reason: 'desk-down' };
    for (const { id } of sources) {
      await this.ledger.noteHole(tx, id, hole, { lostBefore: to });
      await addEvent(tx, to, 'source.changed', { sourceId: id });
    }
  }
}
