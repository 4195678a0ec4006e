/** Drafts: kept on the server as one types, whoever has the case. Colleagues see them and may take the words over. */
import { Injectable } from '@nestjs/common';
import type { SavedDraft, SaveDraft } from '#libs/contracts/http/composing.js';
import { Database } from '../../database/database.js';
import type { Responder } from '../../platform/access/responder.js';
import { Clock } from '../../platform/clock.js';
import { ensureOwnCase } from './own-case.js';

@Injectable()
export class Drafts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Keeps what stands in the box; nothing in it throws the draft away. @throws DeskError not-found */
  async save(caseId: string, { mode, text, visibility }: SaveDraft, by: Responder): Promise<SavedDraft> {
    await ensureOwnCase(this.db, caseId, by);
    const now = this.clock.now();
    if (text.trim() === '')
      await this.db.query(`delete from draft where case_id = $1 and person_id = $2 and mode = $3`, [caseId, by.id, mode]); // prettier-ignore
    else
      await this.db.query(
        `insert into draft (case_id, person_id, mode, text, updated_at, visibility) values ($1, $2, $3, $4, $5, $6)
         on conflict (case_id, person_id, mode) do update set text = excluded.text, updated_at = excluded.updated_at, visibility = excluded.visibility`,
        [caseId, by.id, mode, text, now, visibility ?? null],
      );
    return { updatedAt: now.toISOString() };
  }
}
