/** What has waited its time: looked at once more, and handed to the sender, only imagined (shadow), held or dropped. One transaction a batch. */
import { Injectable } from '@nestjs/common';
import { overLimit } from '#libs/acknowledgement/limits.js';
import { quietUntil } from '#libs/acknowledgement/quiet-hours.js';
import { Database, type Tx } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { activeRules, type ActiveRule } from './active-rules.js';
import { heldTeams, holdTeam, isStopped, lockAutomation } from './automation.js';
import { caseContexts, sending, type CaseContext } from './case-contexts.js';
import { compose } from './compose.js';
import { refusalOf } from './decide.js';
import { queueAcknowledgements } from './queue-acknowledgements.js';
import { Spoken } from './spoken.js';

const AT_ONCE = 100;
/** A due line whose case somebody holds at this moment is looked at again after this. */
const HELD_PAUSE_MS = 20;

interface Due {
  id: string;
  caseId: string;
  shadow: boolean;
  ruleId: string;
  ruleVersion: number;
}

/** What became of a due line. */
export interface Settled {
  id: string;
  outcome: 'would-send' | 'queued' | 'refused' | 'held' | 'cancelled' | 'waiting';
  reason?: string | null;
  permissionRules?: string[];
  wording?: string;
  text?: string;
  dueAt?: Date;
  of?: CaseContext;
}

/** What stands at the moment a batch is worked through. */
interface Standing {
  now: Date;
  stopped: boolean;
  held: Set<string>;
  rules: ActiveRule[];
  spoken: Record<'live' | 'shadow', Spoken>;
}

@Injectable()
export class SendDueAcknowledgements {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns when the next one is due; now, when there is more */
  async run(): Promise<Date | null> {
    const now = this.clock.now();
    const done = await this.db.transaction((tx) => this.batch(tx, now));
    if (done > 0) crashPoint('acknowledgements.after-queued');
    const next = await this.db.one<{ at: Date | null }>(
      `select min(due_at) as at from acknowledgement_decision where outcome = 'waiting'`,
    );
    const soonest = done > 0 ? 0 : now.getTime() + HELD_PAUSE_MS;
    return next?.at ? new Date(Math.max(next.at.getTime(), soonest)) : null;
  }

  private async batch(tx: Tx, now: Date): Promise<number> {
    const any = await tx.one(`select 1 from acknowledgement_decision where outcome = 'waiting' and due_at <= $1 limit 1`, [now]);
    if (!any) return 0;
    await lockAutomation(tx);
    const found = await tx.query<Due>(
      `select id, case_id as "caseId", shadow, rule_id as "ruleId", rule_n as "ruleVersion" from acknowledgement_decision
       where outcome = 'waiting' and due_at <= $1 order by due_at, id limit ${AT_ONCE} for update skip locked`,
      [now],
    );
    // Locked before they are looked at: what a person does now comes before or after, never between. Nobody waits for a case that is held.
    const locked = await tx.query<{ id: string }>(
      `select id from desk_case where id = any($1::bigint[]) order by id for no key update skip locked`,
      [found.map(({ caseId }) => caseId)],
    );
    const caseIds = locked.map(({ id }) => id);
    const due = found.filter(({ caseId }) => caseIds.includes(caseId));
    const contexts = await caseContexts(tx, caseIds, now);
    const standing = await this.standing(tx, [...contexts.values()], now);
    const settled = due.map((one) => settle(one, contexts.get(one.caseId), standing));
    await this.store(tx, settled, standing);
    return due.length;
  }

  private async standing(tx: Tx, of: CaseContext[], now: Date): Promise<Standing> {
    const teams = [...new Set(of.map(({ teamId }) => teamId))];
    const [live, shadow] = [await Spoken.read(tx, false, of, now), await Spoken.read(tx, true, of, now)];
    return {
      now,
      stopped: await isStopped(tx),
      held: await heldTeams(tx),
      rules: await activeRules(tx, teams),
      spoken: { live, shadow },
    };
  }

  private async store(tx: Tx, settled: Settled[], { now, held, spoken }: Standing): Promise<void> {
    const before = await heldTeams(tx);
    for (const teamId of held) if (!before.has(teamId)) await holdTeam(tx, teamId, spoken.live.turn, now);
    const replies = await queueAcknowledgements(
      tx,
      settled.filter(({ outcome }) => outcome === 'queued'),
      now,
    );
    const lines = settled.map(({ of: _, ...line }) => {
      const replyId = replies.get(line.id) ?? null;
      // Somebody was faster: the database lets a case have one acknowledgement only.
      return line.outcome === 'queued' && replyId === null
        ? { ...line, outcome: 'cancelled', reason: 'acknowledged-already', replyId }
        : { ...line, replyId };
    });
    await tx.query(
      `update acknowledgement_decision d set outcome = s.outcome, reason = s.reason, wording = s.wording, text = s.text, reply_id = s."replyId",
         permission_rules = coalesce(array(select jsonb_array_elements_text(s."permissionRules")), '{}'), due_at = coalesce(s."dueAt", d.due_at),
         decided_at = case when s.outcome <> 'waiting' then $2::timestamptz end
       from jsonb_to_recordset($1::jsonb) as s(id bigint, outcome text, reason text, wording text, text text, "replyId" bigint, "permissionRules" jsonb, "dueAt" timestamptz)
       where d.id = s.id`,
      [JSON.stringify(lines), now],
    );
    crashPoint('acknowledgements.before-queued');
  }
}

/** One due line against what stands now. */
export function settle(due: Due, of: CaseContext | undefined, standing: Standing): Settled {
  const { id, shadow } = due;
  const end = (outcome: Settled['outcome'], reason: string): Settled => ({ id, outcome, reason });
  const rule = standing.rules.find(
    (one) => one.id === due.ruleId && one.version === due.ruleVersion && (one.state === 'shadow') === shadow,
  );
  if (!of || !rule) return end('cancelled', 'rule-off');
  if (standing.stopped && !shadow) return end('cancelled', 'stopped');
  if (of.resolved) return end('cancelled', 'resolved');
  if (of.acknowledged) return end('cancelled', 'acknowledged-already');
  if (of.personActed && rule.definition.unlessActed) return end('cancelled', 'person-acted');
  const refused = refusalOf(of);
  if (refused) return { id, ...refused } as Settled;
  const { unable } = sending(of);
  if (unable !== null) return end('held', unable);
  return { id, ...speak(of, rule, standing) };
}

/** Limits, quiet hours and words; counts what is said, so that the next of the batch sees it. */
function speak(of: CaseContext, rule: ActiveRule, standing: Standing): Omit<Settled, 'id'> {
  const { now, held } = standing;
  const shadow = rule.state === 'shadow';
  const spoken = standing.spoken[rule.state];
  const quiet = rule.definition.quiet && quietUntil(rule.definition.quiet, now);
  if (quiet) return { outcome: 'waiting', dueAt: quiet };
  if (held.has(of.teamId) && !shadow) return { outcome: 'held', reason: 'hand-mode' };
  const over = overLimit(rule.definition.limits, spoken.counts(of, rule.definition.limits, now), of.facts.limits.perHour);
  if (over === 'storm' && !shadow) held.add(of.teamId);
  if (over !== null) return { outcome: 'held', reason: over };
  const words = compose(of, rule, spoken, now);
  if ('held' in words) return { outcome: 'held', reason: words.held };
  spoken.say(of, words.wording, now);
  return { outcome: shadow ? 'would-send' : 'queued', reason: null, ...words, of };
}
