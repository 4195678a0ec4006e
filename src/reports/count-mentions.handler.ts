/** Counts what each watch and each team hears, hour by hour, as it is heard. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, type Tx } from '../database/database.js';
import type { DeskEvents, StoredEvent } from '../outbox/events.js';
import { relayBatch } from '../outbox/relay.js';
import { Clock } from '../platform/clock.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { DueLoop } from '../platform/due-loop.js';

const READER = 'mention-hours';
const AT_ONCE = 2000;
/** Counts may be this old: what piled up is counted at once, so a storm costs no more than a trickle. */
const PAUSE_MS = 5000;

@Injectable()
export class CountMentions implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: DueLoop;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'ROLES'>,
  ) {
    const log = new Logger(CountMentions.name);
    this.loop = new DueLoop({
      run: async () => ((await this.run()) === AT_ONCE ? this.clock.now() : null),
      now: () => clock.now(),
      longestSleepMs: PAUSE_MS,
      onError: (error) => log.warn(`mentions are counted later: ${error.message}`),
    });
  }

  onApplicationBootstrap(): void {
    if (this.settings.ROLES.includes('worker')) this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }

  /** @returns how many events were looked at */
  run(): Promise<number> {
    return relayBatch(this.db, READER, AT_ONCE, (tx, events) => this.count(tx, events));
  }

  private async count(tx: Tx, events: readonly StoredEvent[]): Promise<void> {
    const ids = events.flatMap((e) => (e.kind === 'mention.heard' ? [(e.payload as DeskEvents['mention.heard']).mentionId] : []));
    if (ids.length === 0) return;
    await tx.query(
      `insert into mention_hour as h (watch_id, hour, n, negative)
       select w, date_trunc('hour', m.posted_at, 'UTC'), count(*), count(*) filter (where m.sentiment = 'negative')
       from mention m cross join unnest(m.watch_ids) as w where m.id = any($1::bigint[]) group by 1, 2 order by 1, 2
       on conflict (watch_id, hour) do update set n = h.n + excluded.n, negative = h.negative + excluded.negative`,
      [ids],
    );
    await tx.query(
      `insert into heard_hour as h (team_id, hour, n)
       select t, date_trunc('hour', m.stored_at, 'UTC'), count(*) from mention m cross join unnest(m.team_ids) as t
       where m.id = any($1::bigint[]) group by 1, 2 order by 1, 2
       on conflict (team_id, hour) do update set n = h.n + excluded.n`,
      [ids],
    );
  }
}
