/** What the desk expects of a source: how often it brings something, and for how long it may be silent. */
import { Injectable } from '@nestjs/common';
import type { CadenceView } from '#libs/contracts/views/coverage.js';
import { Database } from '../database/database.js';
import { Rhythms, silenceOf } from './rhythms.js';

@Injectable()
export class CadenceQuery {
  constructor(
    private readonly db: Database,
    private readonly rhythms: Rhythms,
  ) {}

  async run(id: string): Promise<CadenceView> {
    const row = await this.db.one<{ quiet: number | null; lastPostAt: Date | null }>(
      `select quiet_seconds as quiet, last_post_at as "lastPostAt" from source where id = $1`,
      [id],
    );
    const rhythm = (await this.rhythms.of([id])).get(id) ?? null;
    const lastPostAt = row?.lastPostAt ?? null;
    const { oddAt } = silenceOf(null, rhythm, lastPostAt);
    return {
      quietSeconds: row?.quiet ?? null,
      learnedQuietSeconds: oddAt && lastPostAt ? Math.round((oddAt.getTime() - lastPostAt.getTime()) / 1000) : null,
      arrivalsPerDay: rhythm?.arrivalsPerDay ?? null,
      silentSince: lastPostAt?.toISOString() ?? null,
    };
  }
}
