/** A manager changes the ladders. What is being climbed goes on by the rungs it began with. */
import { Injectable } from '@nestjs/common';
import type { LadderView, SetLadder } from '#libs/contracts/http/ladders.js';
import { Database, type Tx } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { ladders } from './ladders.query.js';

@Injectable()
export class SetLadders {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  all(): Promise<LadderView[]> {
    return ladders(this.db);
  }

  /** It comes last. @throws DeskError not-found when a rung names a person or an address that is not there */
  add(body: SetLadder, by: Responder): Promise<LadderView[]> {
    return this.change(body, (tx, definition) =>
      tx.query(
        `insert into ladder (position, name, enabled, definition, updated_at, updated_by)
         select coalesce(max(position), 0) + 1, $1, $2, $3, $4, $5 from ladder`,
        [body.name, body.enabled, definition, this.clock.now(), by.id],
      ),
    );
  }

  /** @throws DeskError not-found */
  set(id: string, body: SetLadder, by: Responder): Promise<LadderView[]> {
    return this.change(body, async (tx, definition) => {
      const found = await tx.one(
        `update ladder set name = $2, enabled = $3, definition = $4, updated_at = $5, updated_by = $6 where id = $1 returning id`,
        [id, body.name, body.enabled, definition, this.clock.now(), by.id],
      );
      if (!found) throw new DeskError('not-found');
    });
  }

  /** @throws DeskError not-found */
  async remove(id: string): Promise<LadderView[]> {
    const gone = await this.db.one(`delete from ladder where id = $1 returning id`, [id]);
    if (!gone) throw new DeskError('not-found');
    return this.all();
  }

  private change(body: SetLadder, write: (tx: Tx, definition: string) => Promise<unknown>): Promise<LadderView[]> {
    return this.db.transaction(async (tx) => {
      for (const { to, targetId } of body.rungs) {
        if (targetId === null) continue;
        const there = await tx.one(`select 1 from ${to === 'hook' ? 'alarm_hook' : 'person'} where id = $1`, [targetId]);
        if (!there) throw new DeskError('not-found', `There is no ${to} ${targetId}`);
      }
      await write(tx, JSON.stringify({ on: body.on, where: body.where, rungs: body.rungs }));
      return ladders(tx);
    });
  }
}
