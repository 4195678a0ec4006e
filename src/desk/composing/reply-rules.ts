/** What a manager asks of replies: what never goes out, and where a second person approves first. */
import { Injectable } from '@nestjs/common';
import type { ReplyRules as Rules } from '#libs/contracts/http/composing.js';
import { Database } from '../../database/database.js';
import type { Asks } from '../../database/views/case-cards.js';
import { addEvent } from '../../outbox/append.js';
import { Clock } from '../../platform/clock.js';

const KEY = 'reply-rules';
/** As it comes: a slot left open is never wanted; everything else is for managers to choose. */
const SHIPPED: Rules = { blocked: ['unfilled-slot'], approve: { risk: [], intents: [], staff: false } };

/** @returns the rules in force */
export async function replyRulesOf(asks: Asks): Promise<Rules> {
  const [row] = await asks.query<{ value: Rules }>(`select value from setting where key = $1`, [KEY]);
  return row?.value ?? SHIPPED;
}

/** @returns whether a second person approves replies in this case */
export async function needsApproval(asks: Asks, caseId: string, { approve }: Rules): Promise<boolean> {
  const [row] = await asks.query<{ asked: boolean }>(
    `select c.risk_level = any($2) or c.intent = any($3) or ($4 and w.kind = 'person') as asked
     from desk_case c join watch w on w.id = c.watch_id where c.id = $1`,
    [caseId, approve.risk, approve.intents, approve.staff],
  );
  return row?.asked ?? false;
}

@Injectable()
export class ReplyRulesStore {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  read(): Promise<Rules> {
    return replyRulesOf(this.db);
  }

  /** In force for the next reply; replies that wait for approval go on waiting. */
  async set(rules: Rules): Promise<Rules> {
    await this.db.transaction(async (tx) => {
      await tx.query(`insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value`, [
        KEY,
        JSON.stringify(rules),
      ]);
      await addEvent(tx, this.clock.now(), 'settings.changed', { what: KEY });
    });
    return rules;
  }
}
