/** What a client missed while it was away, in order and only from its own rooms. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { OutboxTail } from '../outbox/tail.js';
import { TRIMMED_KEY } from '../outbox/trim.sweep.js';
import { RenderEvents, roomsOf, type LiveMessage } from './render-events.js';

/** Who missed more than this fetches everything anew, which is cheaper for both. */
export const MOST_MISSED = 2000;

export interface CaughtUp {
  seq: number;
  sent: number;
  resync: boolean;
}

@Injectable()
export class CatchUp {
  constructor(
    private readonly db: Database,
    private readonly tail: OutboxTail,
    private readonly render: RenderEvents,
  ) {}

  /**
   * @param after the last place the client had
   * @param rooms the client's rooms
   * @param send called for each message in order
   * @returns how far it got; everything after that comes live. `resync`: too much was missed or is no longer kept
   */
  async run(after: number, rooms: readonly string[], send: (m: LiveMessage) => void): Promise<CaughtUp> {
    let sent = 0;
    let place = after + 1;
    if (after > this.tail.seq || after < (await this.trimmedUpTo())) return { seq: this.tail.seq, sent, resync: true };
    for (;;) {
      const upTo = this.tail.seq;
      const events = await this.tail.between(place, upTo, MOST_MISSED + 1);
      if (events.length > MOST_MISSED) return { seq: upTo, sent, resync: true };
      const mine = events.filter((e) => roomsOf(e).some((room) => rooms.includes(room)));
      for (const message of await this.render.run(mine)) {
        send(message);
        sent++;
      }
      place = upTo;
      if (this.tail.seq === upTo) return { seq: upTo, sent, resync: false };
    }
  }

  private async trimmedUpTo(): Promise<number> {
    return Number((await this.db.one<{ value: number }>(`select value from setting where key = $1`, [TRIMMED_KEY]))?.value ?? -1);
  }
}
