/** The life of a rule: draft, shadow, proposed, live. Who made a version cannot approve it. Off and on work on the whole rule at once. */
import { Injectable } from '@nestjs/common';
import type { RuleState, RuleStep, RuleView } from '#libs/contracts/http/acknowledgement-rules.js';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';
import { logRule, RulesQuery } from './rules.query.js';

interface Next {
  n: number;
  state: RuleState;
  personId: string | null;
}

/** From which states a step leads where. */
const LEADS: Record<'shadow' | 'propose' | 'approve' | 'withdraw', { from: readonly RuleState[]; to: RuleState }> = {
  shadow: { from: ['draft', 'proposed'], to: 'shadow' },
  propose: { from: ['draft', 'shadow'], to: 'proposed' },
  approve: { from: ['proposed'], to: 'live' },
  withdraw: { from: ['shadow', 'proposed'], to: 'draft' },
};

@Injectable()
export class StepRule {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly rules: RulesQuery,
  ) {}

  /** @throws DeskError not-found, rule-not-there, second-person-needed */
  async run(id: string, { step }: RuleStep, by: Responder): Promise<RuleView> {
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const found = await tx.one(
        `select 1 from acknowledgement_rule where id = $1 and removed_at is null and team_id = any($2::bigint[]) for update`,
        [id, by.teamIds],
      );
      if (!found) throw new DeskError('not-found');
      if (step === 'on' || step === 'off') await this.turn(tx, id, step === 'on', by, now);
      else await this.lead(tx, id, step, by, now);
      await addEvent(tx, now, 'settings.changed', { what: 'acknowledgement-rules' });
    });
    return this.rules.one(id, by);
  }

  /** The rule ends; what it has said stays in the ledger. @throws DeskError not-found */
  async remove(id: string, by: Responder): Promise<void> {
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const gone = await tx.one(
        `update acknowledgement_rule set removed_at = $2, is_on = false where id = $1 and removed_at is null and team_id = any($3::bigint[]) returning id`,
        [id, now, by.teamIds],
      );
      if (!gone) throw new DeskError('not-found');
      await logRule(tx, id, 0, 'removed', by, now);
      await addEvent(tx, now, 'settings.changed', { what: 'acknowledgement-rules' });
    });
  }

  private async turn(tx: Tx, id: string, on: boolean, by: Responder, now: Date): Promise<void> {
    await tx.query(`update acknowledgement_rule set is_on = $2 where id = $1`, [id, on]);
    await logRule(tx, id, 0, on ? 'on' : 'off', by, now);
  }

  private async lead(tx: Tx, id: string, step: keyof typeof LEADS, by: Responder, now: Date): Promise<void> {
    const next = await tx.one<Next>(
      `select n, state, person_id as "personId" from acknowledgement_rule_version
       where rule_id = $1 and state in ('draft', 'shadow', 'proposed') for update`,
      [id],
    );
    const { from, to } = LEADS[step];
    if (!next || !from.includes(next.state))
      throw new DeskError('rule-not-there', `A version that is ${next?.state ?? 'nowhere'} cannot be led on by: ${step}`);
    if (step === 'approve') await this.approve(tx, id, next, by, now);
    else await tx.query(`update acknowledgement_rule_version set state = $3 where rule_id = $1 and n = $2`, [id, next.n, to]);
    await logRule(tx, id, next.n, step, by, now);
  }

  private async approve(tx: Tx, id: string, next: Next, by: Responder, now: Date): Promise<void> {
    if (next.personId === by.id) throw new DeskError('second-person-needed');
    await tx.query(`update acknowledgement_rule_version set state = 'retired' where rule_id = $1 and state = 'live'`, [id]);
    await tx.query(
      `update acknowledgement_rule_version set state = 'live', approved_by = $3, approved_at = $4 where rule_id = $1 and n = $2`,
      [id, next.n, by.id, now],
    );
  }
}
