/** What became of a reply at its network, written down with its proof. Called by the sender, once per reply, guarded by its lease. */
import { Injectable } from '@nestjs/common';
import type { ReplyKind } from '#libs/contracts/words.js';
import { ProjectClocks } from '../clocks/project-clocks.js';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import type { CaseRecord } from '../database/views/case-record.js';
import { lockCase, writeDown } from './case-record.js';
import { recordAnswer } from './record-answer.js';

export interface SentReply {
  id: string;
  caseId: string;
  kind: ReplyKind;
  personId: string | null;
  leaseToken: string;
}

@Injectable()
export class RecordReply {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly clocks: ProjectClocks,
  ) {}

  /** @returns false when another process has taken the reply over meanwhile: then nothing is changed */
  sent(reply: SentReply, receipt: { externalId: string; url: string | null; at: Date }): Promise<boolean> {
    return this.change(reply, async (tx, record, now) => {
      const mine = await tx.one<{ writtenAt: Date }>(
        `update reply set state = 'sent', due_at = null, lease_token = null, sent_at = $3, external_id = $4, url = $5, problem = null
         where id = $1 and lease_token = $2 returning created_at as "writtenAt"`,
        [reply.id, reply.leaseToken, receipt.at, receipt.externalId, receipt.url],
      );
      if (!mine) return false;
      const by = reply.personId === null ? null : { id: reply.personId };
      await recordAnswer(tx, record, { kind: reply.kind, at: receipt.at, recordedAt: now, ...mine, by, replyId: reply.id });
      await this.clocks.run(tx, [record.id], now);
      return true;
    });
  }

  /** The network never takes it, nobody can tell, or a machine's words are no longer wanted: a person sees it on the case. @returns as `sent` */
  ended(reply: SentReply, state: 'refused' | 'parked' | 'cancelled', problem: string): Promise<boolean> {
    return this.change(reply, async (tx, record, now) => {
      const mine = await tx.one(
        `update reply set state = $3, due_at = null, lease_token = null, problem = $4 where id = $1 and lease_token = $2 returning id`,
        [reply.id, reply.leaseToken, state, problem],
      );
      if (!mine) return false;
      const kind = `reply-${state}` as const;
      await writeDown(tx, record, { kind, at: now, by: null, data: { reply: reply.id, problem } });
      return true;
    });
  }

  /** It is tried, or looked for, again at `dueAt`. @returns as `sent` */
  again(reply: SentReply, state: 'waiting' | 'unknown', dueAt: Date, problem: string): Promise<boolean> {
    return this.change(reply, async (tx) => {
      const mine = await tx.one(
        `update reply set state = $3, due_at = $4, lease_token = null, problem = $5 where id = $1 and lease_token = $2 returning id`,
        [reply.id, reply.leaseToken, state, dueAt, problem],
      );
      return mine !== undefined;
    });
  }

  private change(reply: SentReply, write: (tx: Tx, record: CaseRecord, now: Date) => Promise<boolean>): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const record = await lockCase(tx, reply.caseId);
      const now = this.clock.now();
      const mine = await write(tx, record, now);
      if (mine) await addEvent(tx, now, 'reply.changed', { replyId: reply.id }, [record.teamId]);
      return mine;
    });
  }
}
