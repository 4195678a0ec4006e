/** What a manager asks of replies: what never goes out, and where a second person approves first. */
import { Injectable } from '@nestjs/common';
import type { ReplyRules as Rules } from '#libs/contracts/http/composing.js';
import { Database } from '../../database/database.js';
import { REPLY_RULES_KEY } from '../../database/views/words-context.js';
import { addEvent } from '../../outbox/append.js';
import { Clock } from '../../platform/clock.js';

/** As it comes: a slot left open is never wanted; everything else is for managers to choose. */
export const SHIPPED_RULES: Rules = { blocked: ['unfilled-slot'], approve: { risk: [], intents: [], staff: false } };

@Injectable()
export class ReplyRulesStore {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the rules in force */
  async read(): Promise<Rules> {
    const row = await this.db.one<{ value: Rules }>(`select value from setting where key = $1`, [REPLY_RULES_KEY]);
    return row?.value ?? SHIPPED_RULES;
  }

  /** In force for the next reply; replies that wait for approval go on waiting. */
  async set(rules: Rules): Promise<Rules> {
    await this.db.transaction(async (tx) => {
      await tx.query(`insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value`, [
        REPLY_RULES_KEY,
        JSON.stringify(rules),
      ]);
      await addEvent(tx, this.clock.now(), 'settings.changed', { what: REPLY_RULES_KEY });
    });
    return rules;
  }
}
