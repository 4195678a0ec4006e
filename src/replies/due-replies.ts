/** The queue of replies to send: due rows, each leased to one process, its attempts on record before anything leaves the house. */
import { Injectable } from '@nestjs/common';
import type { ReplyKind, SourceKind, Visibility } from '#libs/contracts/words.js';
import type { OutgoingImage } from '../connectors/outgoing-reply.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';

/** Longer than any call to a network may take; a crashed sender's reply is looked for after this. */
export const SEND_LEASE_SECONDS = 60;
const AGAIN_SECONDS = 2;
/** No call to a network takes longer. */
export const LONGEST_CALL_SECONDS = 30;

export interface DueReply {
  id: string;
  caseId: string;
  sourceId: string;
  sourceKind: SourceKind;
  personId: string | null;
  kind: ReplyKind;
  text: string;
  visibility: Visibility;
  idempotencyKey: string;
  /** Before this lease: `waiting` was never tried or surely not taken; `sending` and `unknown` may have been taken. */
  before: 'waiting' | 'sending' | 'unknown';
  attempts: number;
  /** A rule's, not a person's. */
  automatic: boolean;
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
       returning r.id, r.case_id as "caseId", r.source_id as "sourceId", s.kind as "sourceKind", r.person_id as "personId", r.kind, r.text, r.visibility,
         r.idempotency_key as "idempotencyKey", due.state as before, r.attempts, r.automatic, r.created_at as "createdAt",
         r.first_attempt_at as "firstAttemptAt", r.lease_token as "leaseToken",
         jsonb_build_object('externalId', m.external_id, 'url', m.url, 'authorHandle', a.handle) as "inReplyTo"`,
      [now, most, new Date(now.getTime() + SEND_LEASE_SECONDS * 1000)],
    );
  }

  /** Gives back a reply whose turn failed before anything left the house: it is taken up again soon, as it was before. */
  async letGo(reply: Pick<DueReply, 'id' | 'leaseToken' | 'before'>): Promise<void> {
    const soon = new Date(this.clock.now().getTime() + AGAIN_SECONDS * 1000);
    await this.db.query(
      `update reply set state = $3, due_at = $4, attempts = attempts - 1, lease_token = null, lease_until = null where id = $1 and lease_token = $2`,
      [reply.id, reply.leaseToken, reply.before, soon],
    );
  }

  /** @returns when the next one is due */
  async next(): Promise<Date | null> {
    return (await this.db.one<{ at: Date | null }>(`select min(due_at) as at from reply where due_at is not null`))?.at ?? null;
  }

  /**
   * An attempt goes on record before the network is asked. Who was held up (a frozen process) until its lease is nearly over must not ask any
   * more: another may have taken the reply over and sent it.
   * @returns its id; null when the lease is lost, or too short for a call
   */
  async attempt(reply: Pick<DueReply, 'id' | 'leaseToken'>, action: 'send' | 'look'): Promise<string | null> {
    const now = this.clock.now();
    const row = await this.db.one<{ id: string }>(
      `insert into reply_attempt (reply_id, started_at, action)
       select id, $3, $4 from reply where id = $1 and lease_token = $2 and lease_until > $5 returning id`,
      [reply.id, reply.leaseToken, now, action, new Date(now.getTime() + LONGEST_CALL_SECONDS * 1000)],
    );
    return row?.id ?? null;
  }

  /** A machine's words that no network has taken yet. @returns why they are no longer wanted, or null */
  async unwanted(reply: Pick<DueReply, 'id'>): Promise<string | null> {
    const row = await this.db.one<{ why: string | null }>(
      `select case
         when (select (value ->> 'stopped')::boolean from setting where key = 'automation') then 'stopped'
         when c.status = 'resolved' then 'resolved'
         when m.state = 'deleted' then 'deleted'
         when exists (select from author_stop where author_id = c.author_id and lifted_at is null) then 'said-stop'
         when c.answered_at is not null or c.acknowledged_at is not null then 'person-acted' end as why
       from reply r join desk_case c on c.id = r.case_id join mention m on m.id = r.mention_id where r.id = $1`,
      [reply.id],
    );
    return row?.why ?? null;
  }

  /** @returns the pictures that go along, with their bytes */
  async images(reply: Pick<DueReply, 'id'>): Promise<OutgoingImage[]> {
    const rows = await this.db.query<Omit<OutgoingImage, 'keep'> & { id: string }>(
      `select id, type, bytes, width, height, alt, uploaded_as as "uploadedAs" from reply_image where reply_id = $1 order by id`,
      [reply.id],
    );
    return rows.map(({ id, ...image }) => ({
      ...image,
      keep: async (uploadedAs) =>
        void (await this.db.query(`update reply_image set uploaded_as = $2 where id = $1`, [id, uploadedAs])),
    }));
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
