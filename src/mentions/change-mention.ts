/** Somebody says of a mention that it is not about us, spam, or ours after all. */
import { Injectable } from '@nestjs/common';
import type { ChangeMention as ChangeMentionBody, ChangeMentionAnswer } from '#libs/contracts/http/mentions.js';
import type { MentionState } from '#libs/contracts/words.js';
import { writeCorrections } from '../database/case-corrections.js';
import { Database, type Tx } from '../database/database.js';
import { mentionViews } from '../database/views/mention-views.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';

/** The desk learns from it with the next correction. Back from spam means: its intent was read rightly. */
const LESSON = `
  insert into correction (at, person_id, mention_id, text, lang, relevance, intent)
  select $2, $3, id, text, lang, case $5::text when 'not-ours' then 0 when 'heard' then 1 end,
    case when $5 = 'spam' then 'spam' when $4::text = 'spam' then intent end
  from mention where id = $1`;

@Injectable()
export class ChangeMention {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * The case it is in stays as it is; the answer says when nothing in it is ours any more.
   * @throws DeskError `not-found`, also for what its author deleted
   */
  run(id: string, { state }: ChangeMentionBody, by: Responder): Promise<ChangeMentionAnswer> {
    return this.db.transaction(async (tx) => {
      const before = await tx.one<{ state: MentionState }>(
        `select state from mention where id = $1 and team_ids && $2::bigint[] and state <> 'deleted' for no key update`,
        [id, by.teamIds],
      );
      if (!before) throw new DeskError('not-found');
      if (before.state !== state) await this.mark(tx, id, { from: before.state, to: state }, by);
      const view = (await mentionViews(tx, [id], by.teamIds)).get(id);
      if (!view) throw new DeskError('not-found');
      return { ...view, emptyCaseId: view.caseId === null ? null : await emptyCase(tx, view.caseId) };
    });
  }

  private async mark(tx: Tx, id: string, state: { from: MentionState; to: MentionState }, by: Responder): Promise<void> {
    const now = this.clock.now();
    await tx.query('update mention set state = $2 where id = $1', [id, state.to]);
    await tx.query(LESSON, [id, now, by.id, state.from, state.to]);
    await writeCorrections(tx, now, by.id, [{ mentionId: id, data: { state } }]);
  }
}

/** @returns the case's id when it is open and holds no post that is ours */
async function emptyCase(tx: Tx, caseId: string): Promise<string | null> {
  const row = await tx.one<{ id: string }>(
    `select id from desk_case c where id = $1 and status <> 'resolved'
       and not exists (select from mention where case_id = c.id and state = 'heard')`,
    [caseId],
  );
  return row?.id ?? null;
}
