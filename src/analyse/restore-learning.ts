/** A manager goes back to an earlier version of what was learned, or to the scorer as it came. */
import { Injectable } from '@nestjs/common';
import { SCORER_VERSION } from '#libs/scoring/score-post.js';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { Learner, LEARNING_LOCK } from './learner.js';
import { LEARNING, Scorer } from './scorer.js';

const SHIPPED = 'shipped';

@Injectable()
export class RestoreLearning {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly scorer: Scorer,
    private readonly learner: Learner,
  ) {}

  /**
   * Corrections that the version was not made from count no more, until a later version is gone back to. Mentions keep their labels.
   * @param version as the list names it, or `shipped`
   * @throws DeskError `not-found`
   */
  async run(version: string, personId: string): Promise<void> {
    const stale = await this.db.transaction((tx) => this.restore(tx, version));
    if (stale) await this.learner.learn(personId);
    else await this.scorer.load();
  }

  /** @returns whether it was made for another version of the scorer, so that it must be made anew */
  private async restore(tx: Tx, version: string): Promise<boolean> {
    const now = this.clock.now();
    await tx.query('select pg_advisory_xact_lock($1)', [LEARNING_LOCK]);
    const found = await tx.one<{ id: string; base: string; made_from: string }>(
      'select id, base, made_from::text from learned_layer where version = $1 order by (base = $2) desc, id desc limit 1',
      [version, SCORER_VERSION],
    );
    if (!found && version !== SHIPPED) throw new DeskError('not-found');
    await tx.query(
      `update correction set undone_at = case when $1::int8multirange @> id then null else coalesce(undone_at, $2) end
       where (undone_at is null) <> ($1::int8multirange @> id)`,
      [found?.made_from ?? '{}', now],
    );
    await tx.query('update learned_layer set in_force = false where in_force');
    if (found) await tx.query('update learned_layer set in_force = true where id = $1', [found.id]);
    await addEvent(tx, now, 'settings.changed', { what: LEARNING });
    return found !== undefined && found.base !== SCORER_VERSION;
  }
}
