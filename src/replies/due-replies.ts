/** The queue of replies to send: due rows, each leased to one process, its attempts on record before anything leaves the house. */
import { Injectable } from '@nestjs/common';
import type { ReplyKind, SourceKind } from '#libs/contracts/words.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';

/** Longer than any call to a network may take; a crashed sender's reply is looked for after this. */
export const SEND_LEASE_SECONDS = 60;

export interface DueReply {
  id: string;
  caseId: string;
  sourceId: string;
  sourceKind: SourceKind;
  personId: string | null;
  kind: ReplyKind;
  text: string;
  idempotencyKey: string;
  /** Before this lease: `waiting` was never tried or surely not taken; `sending` and `unknown` may have been taken. */
  before: 'waiting' | 'sending' | 'unknown';
  attempts: number;
  createdAt: Date;
  firstAttemptAt: Date | null;
  leaseToken: string;
  inReplyTo: { externalId: string; url: string | null; authorHandle: string | null };
}

@Injectable()
export class DueReplies {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns up to `most` due replies, each ours alone until its lease ends */
  lease(most: number): Promise<DueReply[]> {
    const now = this.clock.now();
    return this.db.query<DueReply>(
      `with due as (
         select id, state from reply where due_at <= $1 order by due_at limit $2 for update skip locked)
       update reply r set state = 'sending', attempts = attempts + 1, lease_token = gen_random_uuid(),
         lease_until = $3, due_at = $3, first_attempt_at = coalesce(r.first_attempt_at, $1)
       from due, mention m, author a, source s
       where r.id = due.id and m.id = r.mention_id and a.id = m.author_id and s.id = r.source_id
       returning r.id, r.case_id as "caseId", r.source_id as "sourceId", s.kind as "sourceKind", r.person_id as "personId", r.kind, r.text,
         r.idempotency_key as "idempotencyKey", due.state as before, r.attempts, r.created_at as "createdAt",
         r.first_attempt_at as "firstAttemptAt", r.lease_token as "leaseToken",
         jsonb_build_object('externalId', m.external_id, 'url', m.url, 'authorHandle', a.handle) as "inReplyTo"`,
      [now, most, new Date(now.getTime() + SEND_LEASE_SECONDS * 1000)],
    );
  }

  /** @returns when the next one is due */
  async next(): Promise<Date | null> {
    return (await this.db.one<{ at: Date | null }>(`select min(due_at) as at from reply where due_at is not null`))?.at ?? null;
  }

  /** An attempt goes on record before the network is asked. @returns its id */
  async attempt(replyId: string, action: 'send' | 'look'): Promise<string> {
    const row = await this.db.one<{ id: string }>(
      `insert into reply_attempt (reply_id, started_at, action) values ($1, $2, $3) returning id`,
      [replyId, this.clock.now(), action],
    );
    return row?.id ?? '';
  }

  async attemptEnded(attemptId: string, outcome: string, detail: string | null): Promise<void> {
    await this.db.query(`update reply_attempt set ended_at = $2, outcome = $3, detail = $4 where id = $1`, [
      attemptId,
      this.clock.now(),
      outcome,
      detail,
    ]);
  }
}
