/** Counts what each watch and each team hears, hour by hour, as it is heard. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database.js';
import { DurableReaders, type DurableReader } from '../outbox/durable-readers.js';
import type { DeskEvents, StoredEvent } from '../outbox/events.js';

const AT_ONCE = 2000;
/** Counts may be this old: what piled up is counted at once, so a storm costs no more than a trickle. */
const PAUSE_MS = 5000;
const TONES = `count(*) filter (where m.sentiment = 'negative'), count(*) filter (where m.sentiment = 'positive')`;
const MORE_TONES = `negative = h.negative + excluded.negative, positive = h.positive + excluded.positive`;

@Injectable()
export class CountMentions {
  private readonly reader: DurableReader;

  constructor(readers: DurableReaders) {
    const handle = (tx: Tx, events: StoredEvent[]) => this.count(tx, events);
    this.reader = readers.open({ name: 'mention-hours', kinds: ['mention.heard'], most: AT_ONCE, pauseMs: PAUSE_MS, handle });
  }

  /** @returns how many mentions were counted */
  run(): Promise<number> {
    return this.reader.run();
  }

  private async count(tx: Tx, events: readonly StoredEvent[]): Promise<void> {
    const ids = events.map((e) => (e.payload as DeskEvents['mention.heard']).mentionId);
    await tx.query(
      `insert into mention_hour as h (watch_id, hour, n, negative, positive)
       select w, date_trunc('hour', m.posted_at, 'UTC'), count(*), ${TONES}
       from mention m cross join unnest(m.watch_ids) as w where m.id = any($1::bigint[]) group by 1, 2 order by 1, 2
       on conflict (watch_id, hour) do update set n = h.n + excluded.n, ${MORE_TONES}`,
      [ids],
    );
    await tx.query(
      `insert into heard_hour as h (team_id, hour, n, negative, positive)
       select t, date_trunc('hour', m.stored_at, 'UTC'), count(*), ${TONES} from mention m cross join unnest(m.team_ids) as t
       where m.id = any($1::bigint[]) group by 1, 2 order by 1, 2
       on conflict (team_id, hour) do update set n = h.n + excluded.n, ${MORE_TONES}`,
      [ids],
    );
  }
}
