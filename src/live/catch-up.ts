/** What a client missed while it was away, in order and only from its own rooms. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { OutboxTail } from '../outbox/tail.js';
import { TRIMMED_KEY } from '../outbox/trim.sweep.js';
import { RenderEvents, roomsOf, type LiveMessage } from './render-events.js';

/** Who missed more than this fetches everything anew, which is cheaper for both. */
export const MOST_MISSED = 2000;

/** How long a client may be ahead of this process, because another one told it, before that counts as a wrong place. */
const AHEAD_MS = 500;
const LOOK_AGAIN_MS = 10;

export interface CaughtUp {
  /** The last place the client now has. */
  seq: number;
  sent: number;
  resync: boolean;
}

export interface Missing {
  /** Rooms that the client will stand in. */
  rooms: readonly string[];
  /** @returns the place below which everything has been told to the rooms */
  told: () => number;
  /** Called for each message in order. */
  send: (m: LiveMessage) => void;
  /** Called in the same moment in which the client has everything that was told. */
  joinRooms: () => void;
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
   * @returns how far it got; everything after that comes live. `resync`: too much was missed or is no longer kept
   */
  async run(after: number, missing: Missing): Promise<CaughtUp> {
    let sent = 0;
    let place = after + 1;
    const known = (await this.isReached(after, missing.told)) && after >= (await this.trimmedUpTo());
    for (;;) {
      const upTo = missing.told();
      const events = known ? await this.tail.between(place, upTo, MOST_MISSED + 1) : [];
      const resync = !known || events.length > MOST_MISSED;
      const mine = resync ? [] : events.filter((e) => roomsOf(e).some((room) => missing.rooms.includes(room)));
      for (const message of mine.length > 0 ? await this.render.run(mine) : []) {
        missing.send(message);
        sent++;
      }
      place = upTo;
      if (!resync && missing.told() !== upTo) continue;
      missing.joinRooms();
      return { seq: upTo - 1, sent, resync };
    }
  }

  private async isReached(after: number, told: () => number): Promise<boolean> {
    for (let waited = 0; after >= told(); waited += LOOK_AGAIN_MS) {
      if (waited >= AHEAD_MS) return false;
      await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
    }
    return true;
  }

  private async trimmedUpTo(): Promise<number> {
    return Number((await this.db.one<{ value: number }>(`select value from setting where key = $1`, [TRIMMED_KEY]))?.value ?? -1);
  }
}
