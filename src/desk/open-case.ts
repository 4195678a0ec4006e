/** A person opens a case from a mention that opened none by itself. */
import { Injectable } from '@nestjs/common';
import type { CaseTraits } from '#libs/sla/match-standards.js';
import { CustomerTiers } from '../clocks/customer-tiers.js';
import { ProjectClocks } from '../clocks/project-clocks.js';
import { Promises } from '../clocks/promises.js';
import { Database, type Tx } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';
import { writeDown } from './case-record.js';

@Injectable()
export class OpenCase {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly promises: Promises,
    private readonly tiers: CustomerTiers,
    private readonly clocks: ProjectClocks,
  ) {}

  /** Joins the customer's open case about the same watch, if there is one. @returns the case's id. @throws DeskError not-found */
  run(mentionId: string, by: Responder): Promise<string> {
    return this.db.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(7301003)`); // the lock of store_batch: two may not open one case
      const mention = await tx.one<{ caseId: string | null }>(
        `select case_id as "caseId" from mention where id = $1 and team_ids && $2::bigint[] and state <> 'deleted'`,
        [mentionId, by.teamIds],
      );
      if (!mention) throw new DeskError('not-found');
      if (mention.caseId) return mention.caseId;
      const now = this.clock.now();
      const found = await this.findTwin(tx, mentionId, by);
      const opened = found ?? (await this.open(tx, mentionId, now, by));
      await tx.query(`update mention set case_id = $2 where id = $1`, [mentionId, opened.id]);
      await writeDown(tx, opened, { kind: found ? 'mention-joined' : 'opened', at: now, by, data: { mentions: [mentionId] } });
      if (!found) await this.clocks.run(tx, [opened.id], now);
      return opened.id;
    });
  }

  private async findTwin(tx: Tx, mentionId: string, by: Responder): Promise<{ id: string; teamId: string } | undefined> {
    return tx.one(
      `update desk_case c set mention_count = mention_count + 1, last_mention_at = greatest(last_mention_at, m.posted_at)
       from mention m, watch w
       where m.id = $1 and w.id = any(m.watch_ids) and w.team_id = any($2::bigint[])
         and c.team_id = w.team_id and c.watch_id = w.id and c.author_id = m.author_id and c.status <> 'resolved'
       returning c.id, c.team_id as "teamId"`,
      [mentionId, by.teamIds],
    );
  }

  /** The wait counts from now: nobody had promised to answer a post that opened no case. */
  private async open(tx: Tx, mentionId: string, now: Date, by: Responder): Promise<{ id: string; teamId: string }> {
    const opened = await tx.one<{ id: string; teamId: string; key: string; handle: string | null } & Omit<CaseTraits, 'tier'>>(
      `insert into desk_case (team_id, watch_id, author_id, source_id, network, priority, sentiment_score, sentiment, intent, urgency, risk,
         risk_level, preview, posted_at, opened_at, last_mention_at, waiting_since)
       select w.team_id, w.id, m.author_id, m.source_id, m.network, 'normal', m.sentiment_score, m.sentiment, m.intent, m.urgency, m.risk,
         m.scores -> 'risk' ->> 'level',
         jsonb_build_object('text', left(m.text, 400), 'lang', m.lang, 'ranges', coalesce((
           select jsonb_agg(r) from jsonb_array_elements(m.matches) as x, jsonb_array_elements(x -> 'ranges') as r
           where x ->> 'watchId' = w.id::text and (r ->> 'end')::int <= 400), '[]')),
         m.posted_at, $2, m.posted_at, $2
       from mention m join watch w on w.id = any(m.watch_ids) and w.team_id = any($3::bigint[])
       where m.id = $1 order by array_position(m.watch_ids, w.id) limit 1
       returning id, team_id as "teamId", priority, watch_id as "watchId", source_id as "sourceId", network, intent, preview ->> 'lang' as language,
         (select followers from author where id = author_id) as followers, (select key from author where id = author_id) as key,
         (select handle from author where id = author_id) as handle`,
      [mentionId, now, by.teamIds],
    );
    if (!opened) throw new DeskError('not-found');
    const tier = this.tiers.of(opened.network, opened);
    const promiseIds = this.promises.planFor({ ...opened, tier }).map((p) => p.id);
    await tx.query(`update desk_case set promise_ids = $2, tier = $3 where id = $1`, [opened.id, promiseIds, tier]);
    return opened;
  }
}
