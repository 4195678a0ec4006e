/** A manager says what to listen for. */
import { Injectable } from '@nestjs/common';
import type { AddWatch as AddWatchBody } from '#libs/contracts/http/watches.js';
import type { WatchView } from '#libs/contracts/views/watch.js';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { ActiveWatches } from './active-watches.js';
import { readQuery } from './read-query.js';
import { toWatchView, WATCH, type WatchRow } from './watch.rows.js';

@Injectable()
export class AddWatch {
  constructor(
    private readonly db: Database,
    private readonly active: ActiveWatches,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers when the watch listens: the next post meets it.
   * @throws DeskError `invalid-query`; `invalid-body` for a team that is not one's own
   */
  async run(body: AddWatchBody, by: Responder): Promise<WatchView> {
    const { canonical } = readQuery(body.query);
    const teamId = body.teamId ?? by.teamIds[0];
    if (teamId === undefined || !by.teamIds.includes(teamId)) throw notYourTeam(teamId);
    const now = this.clock.now();
    const view = await this.db.transaction(async (tx) => {
      const [row] = await tx.query<WatchRow>(
        `insert into watch (team_id, name, kind, query, canonical, threshold, options, enabled, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) returning ${WATCH}`,
        [teamId, body.name, body.kind, body.query, canonical, body.threshold, JSON.stringify(body.options), body.enabled, now],
      );
      if (!row) throw new Error('the watch was not stored');
      await addEvent(tx, now, 'watch.changed', { watchId: row.id }, [teamId]);
      return toWatchView(row, 0);
    });
    await this.active.reload();
    return view;
  }
}

function notYourTeam(teamId: string | undefined): DeskError {
  const message = teamId === undefined ? 'you are in no team: ask an administrator to add you to one' : 'is none of your teams';
  return new DeskError('invalid-body', `teamId: ${message}`, { errors: [{ at: 'teamId', message }] });
}
