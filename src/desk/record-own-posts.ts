/**
 * Our own posts, seen on the network: they never become mentions, but one that answers a customer's post is the answer, timed by the network.
 * So a reply that only a hand may write counts without anybody saying so. Safe twice.
 */
import { Injectable } from '@nestjs/common';
import { sameWords } from '#libs/acknowledgement/same-words.js';
import type { ReplyKind } from '#libs/contracts/words.js';
import { ProjectClocks } from '../clocks/project-clocks.js';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import type { CaseRecord } from '../database/views/case-record.js';
import { lockCase } from './case-record.js';
import { recordAnswer } from './record-answer.js';

/** A post of one of our own accounts. */
export interface OwnPost {
  network: string;
  externalId: string;
  inReplyTo: string | null;
  thread: string | null;
  postedAt: Date;
  url: string | null;
  text: string;
}

interface Answered {
  caseId: string;
  mentionId: string;
}

interface Known {
  id: string;
  kind: ReplyKind;
  state: string;
  text: string;
  externalId: string | null;
  personId: string | null;
}

@Injectable()
export class RecordOwnPosts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly clocks: ProjectClocks,
  ) {}

  /** @param sourceId that brought them */
  async run(sourceId: string, posts: readonly OwnPost[]): Promise<void> {
    for (const post of posts) await this.db.transaction((tx) => this.record(tx, sourceId, post));
  }

  private async record(tx: Tx, sourceId: string, post: OwnPost): Promise<void> {
    const now = this.clock.now();
    const fresh = await tx.one(
      `insert into own_post (network, external_id, source_id, in_reply_to, thread, posted_at, seen_at, url, text)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning 1`,
      [post.network, post.externalId, sourceId, post.inReplyTo, post.thread, post.postedAt, now, post.url, post.text],
    );
    if (!fresh || (await tx.one(`select 1 from reply where external_id = $1`, [post.externalId]))) return;
    const answered = await answeredBy(tx, post);
    if (!answered) return;
    const record = await lockCase(tx, answered.caseId);
    const known = await repliesOf(tx, answered.caseId);
    // On its way from the desk: the sender finds it and writes it down with its own proof.
    if (
      known.some(({ state, text }) => ['waiting', 'sending', 'unknown', 'parked'].includes(state) && sameWords(text, post.text))
    )
      return;
    const said = known.find(({ state, externalId }) => state === 'by-hand' && externalId === null);
    const reply = said ? await this.prove(tx, said, post) : await this.add(tx, record, answered, sourceId, post, now);
    await this.takeAsAnswer(tx, record, reply, post, now);
  }

  private async takeAsAnswer(
    tx: Tx,
    record: CaseRecord,
    reply: Pick<Known, 'id' | 'kind' | 'personId'>,
    post: OwnPost,
    now: Date,
  ): Promise<void> {
    await tx.query(`update own_post set reply_id = $3 where network = $1 and external_id = $2`, [
      post.network,
      post.externalId,
      reply.id,
    ]);
    const by = reply.personId === null ? null : { id: reply.personId };
    const at = post.postedAt > now ? now : post.postedAt;
    // Whoever writes on the network sees what stands there, also what the desk had not heard by then.
    await recordAnswer(tx, record, {
      kind: reply.kind,
      at,
      recordedAt: now,
      writtenAt: now,
      by,
      replyId: reply.id,
      byHand: true,
    });
    await this.clocks.run(tx, [record.id], now);
    await addEvent(tx, now, 'reply.changed', { replyId: reply.id }, [record.teamId]);
  }

  /** A responder said that it was written there: here is the proof, and the time. */
  private async prove(tx: Tx, said: Known, post: OwnPost): Promise<Known> {
    await tx.query(`update reply set external_id = $2, url = $3, sent_at = least(sent_at, $4) where id = $1`, [
      said.id,
      post.externalId,
      post.url,
      post.postedAt,
    ]);
    return said;
  }

  /** Nobody has told the desk: it counts as an answer; whoever has the case is taken for its writer. */
  private async add(
    tx: Tx,
    record: CaseRecord,
    to: Answered,
    sourceId: string,
    post: OwnPost,
    now: Date,
  ): Promise<Pick<Known, 'id' | 'kind' | 'personId'>> {
    const row = await tx.one<{ id: string }>(
      `insert into reply (case_id, mention_id, source_id, person_id, kind, text, idempotency_key, state, created_at, send_after, sent_at, external_id, url)
       values ($1, $2, $3, $4, 'reply', $5, gen_random_uuid(), 'by-hand', $6, $6, $7, $8, $9) returning id`,
      [to.caseId, to.mentionId, sourceId, record.ownerId, post.text, now, post.postedAt, post.externalId, post.url],
    );
    return { id: row?.id ?? '', kind: 'reply', personId: record.ownerId };
  }
}

/** The post that it answers, or else the latest of the same conversation, in an open case. */
function answeredBy(tx: Tx, { network, inReplyTo, thread, postedAt }: OwnPost): Promise<Answered | undefined> {
  return tx.one<Answered>(
    `select m.case_id as "caseId", m.id as "mentionId" from mention m join desk_case c on c.id = m.case_id
     where m.network = $1 and c.status <> 'resolved' and m.case_id is not null and m.posted_at <= $4
       and (m.external_id = $2 or (m.thread = $3 and m.author_id = c.author_id))
     order by (m.external_id = $2) desc nulls last, m.posted_at desc limit 1`,
    [network, inReplyTo, inReplyTo === null ? null : thread, postedAt],
  );
}

function repliesOf(tx: Tx, caseId: string): Promise<Known[]> {
  return tx.query<Known>(
    `select id, kind, state, text, external_id as "externalId", person_id as "personId" from reply where case_id = $1 order by id desc`,
    [caseId],
  );
}
