/** A manager sets what raises risk and urgency; every set of weights is kept under the name that scores made with it carry. */
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { ScoreWeights as Weights, WeightsView } from '#libs/contracts/http/weights.js';
import { DEFAULT_WEIGHTS } from '#libs/scoring/weights.js';
import { Database } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { Scorer, WEIGHTS } from './scorer.js';

/** Advisory lock under which weights change one after the other. */
const WEIGHTS_LOCK = 7_301_006;

@Injectable()
export class ScoreWeights {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly scorer: Scorer,
  ) {}

  async read(): Promise<WeightsView> {
    const row = await this.db.one<{ weights: Weights | null; at: Date; by: WeightsView['by'] }>(
      `select w.weights, w.at, case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end as by
       from score_weights w left join person p on p.id = w.person_id order by w.id desc limit 1`,
    );
    const shipped: Weights = DEFAULT_WEIGHTS;
    const weights = row?.weights ?? shipped;
    const own = row !== undefined && row.weights !== null;
    return { version: this.scorer.version, weights, shipped, own, at: row?.at.toISOString() ?? null, by: row?.by ?? null };
  }

  /** Answers when the next post is weighed so. Mentions keep their scores until they are rescored. @param weights null: those that came with the program */
  async set(weights: Weights | null, by: Responder): Promise<WeightsView> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [WEIGHTS_LOCK]);
      await tx.query('insert into score_weights (version, weights, at, person_id) values ($1, $2, $3, $4)', [
        weights ? nameOf(weights) : '',
        weights && JSON.stringify(weights),
        now,
        by.id,
      ]);
      await addEvent(tx, now, 'settings.changed', { what: WEIGHTS });
    });
    await this.scorer.load();
    return this.read();
  }
}

/** Equal weights have equal names; the contract has put their parts in order. */
function nameOf(weights: Weights): string {
  return createHash('sha256').update(JSON.stringify(weights)).digest('hex').slice(0, 8);
}
