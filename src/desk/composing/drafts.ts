/** Drafts: kept on the server as one types, whoever has the case. Colleagues see them and may take the words over. */
import { Injectable } from '@nestjs/common';
import type { DraftView, SavedDraft, SaveDraft } from '#libs/contracts/http/composing.js';
import { Database } from '../../database/database.js';
import { rowsAsJson } from '../../database/views/json-rows.js';
import type { Responder } from '../../platform/access/responder.js';
import { Clock } from '../../platform/clock.js';
import { ensureOwnCase } from './own-case.js';

/** Drafts nobody touched for so long are thrown away with the case's other leavings. */
const SHOWN_DAYS = 30;

/** For a statement that reads the whole case: everybody's drafts of it as JSON, the latest first. */
export const draftsJson = (caseId: string) =>
  rowsAsJson(
    `select d.mode, d.text, d.updated_at as "updatedAt", jsonb_build_object('id', p.id::text, 'name', p.name) as by
     from draft d join person p on p.id = d.person_id
     where d.case_id = ${caseId} and d.updated_at > now() - interval '${SHOWN_DAYS} days' order by d.updated_at desc`,
  );

/** @returns the drafts of what draftsJson read */
export const draftsOfJson = (rows: readonly DraftView[]): DraftView[] =>
  rows.map((row) => ({ ...row, updatedAt: new Date(row.updatedAt).toISOString() }));

@Injectable()
export class Drafts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Keeps what stands in the box; nothing in it throws the draft away. @throws DeskError not-found */
  async save(caseId: string, { mode, text }: SaveDraft, by: Responder): Promise<SavedDraft> {
    await ensureOwnCase(this.db, caseId, by);
    const now = this.clock.now();
    if (text.trim() === '')
      await this.db.query(`delete from draft where case_id = $1 and person_id = $2 and mode = $3`, [caseId, by.id, mode]); // prettier-ignore
    else
      await this.db.query(
        `insert into draft (case_id, person_id, mode, text, updated_at) values ($1, $2, $3, $4, $5)
         on conflict (case_id, person_id, mode) do update set text = excluded.text, updated_at = excluded.updated_at`,
        [caseId, by.id, mode, text, now],
      );
    return { updatedAt: now.toISOString() };
  }
}
