/** What was learned so far, version by version, and the layer in force as a file. */
import { Injectable } from '@nestjs/common';
import type { LearnedLayerFile, LearnedVersion, LearningView } from '#libs/contracts/http/learning.js';
import { Database } from '../database/database.js';
import { DeskError } from '../platform/errors.js';
import { Scorer } from './scorer.js';

@Injectable()
export class LearningQuery {
  constructor(
    private readonly db: Database,
    private readonly scorer: Scorer,
  ) {}

  async all(): Promise<LearningView> {
    const rows = await this.db.query<Omit<LearnedVersion, 'at'> & { at: Date }>(
      `select l.version, l.base, l.at, l.corrections, l.checks, l.in_force as "inForce",
         case when p.id is not null then jsonb_build_object('id', p.id::text, 'name', p.name) end as by
       from learned_layer l left join person p on p.id = l.person_id order by l.id desc`,
    );
    const count = await this.db.one<{ n: number }>('select count(*)::int as n from correction where undone_at is null');
    const items = rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    return { version: this.scorer.version, corrections: count?.n ?? 0, items };
  }

  /** @throws DeskError `not-found` when nothing was learned */
  async file(): Promise<LearnedLayerFile> {
    const row = await this.db.one<{ layer: LearnedLayerFile }>('select layer from learned_layer where in_force');
    if (!row) throw new DeskError('not-found', 'Nothing has been learned yet');
    return row.layer;
  }
}
