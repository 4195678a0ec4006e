/** The one switch, and storms: what stops machines from speaking. Whoever changes or relies on it holds the same lock, so that nothing slips through. */
import { Injectable } from '@nestjs/common';
import type { AutomationView, HoldView } from '#libs/contracts/http/acknowledgements.js';
import { Database, type Tx } from '../database/database.js';
import { iso } from '../database/views/case-cards.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';
import { cancelAutomaticReplies } from '../desk/cancel-automatic.js';

const KEY = 'automation';
/** Held while acknowledgements are handed to the sender, and while the switch is turned. */
const AUTOMATION_LOCK = 7_306_001;

interface Kept {
  stopped: boolean;
  at: string;
  by: { id: string; name: string } | null;
  cancelled: number;
}

/** Waits until nobody else hands over or stops; ends with the transaction. */
export async function lockAutomation(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(${AUTOMATION_LOCK})`);
}

/** @returns whether the switch is off */
export async function isStopped(tx: Pick<Tx, 'query'>): Promise<boolean> {
  return (await kept(tx))?.stopped ?? false;
}

async function kept(tx: Pick<Tx, 'query'>): Promise<Kept | null> {
  const [row] = await tx.query<{ value: Kept }>(`select value from setting where key = '${KEY}'`);
  return row?.value ?? null;
}

/** @returns the teams that answer by hand because of a storm */
export async function heldTeams(tx: Pick<Tx, 'query'>): Promise<Set<string>> {
  const rows = await tx.query<{ teamId: string }>(`select team_id as "teamId" from automation_hold where ended_at is null`);
  return new Set(rows.map(({ teamId }) => teamId));
}

/** From now on the team answers by hand; saying it twice changes nothing. */
export async function holdTeam(tx: Tx, teamId: string, sentBefore: number, now: Date): Promise<void> {
  const held = await tx.one(
    `insert into automation_hold (team_id, since, reason, sent_before) values ($1, $2, 'storm', $3)
     on conflict (team_id) where ended_at is null do nothing returning id`,
    [teamId, now, sentBefore],
  );
  if (held) await addEvent(tx, now, 'automation.changed', { stopped: false });
}

@Injectable()
export class Automation {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @param teamIds whose storms are shown */
  async view(teamIds: readonly string[]): Promise<AutomationView> {
    const state = await kept(this.db);
    const holds = await this.db.query<Omit<HoldView, 'since'> & { since: Date }>(
      `select id, team_id as "teamId", since, reason, sent_before as "sentBefore" from automation_hold
       where ended_at is null and team_id = any($1::bigint[]) order by id`,
      [teamIds],
    );
    return {
      stopped: state?.stopped ?? false,
      at: state?.at ?? null,
      by: state?.by ?? null,
      cancelled: state?.cancelled ?? 0,
      holds: holds.map((hold) => ({ ...hold, since: iso(hold.since) })),
    };
  }

  /** Takes effect at once, on every network: what waits is taken back and counted. Stopping twice keeps the first. */
  async stop(by: Responder): Promise<AutomationView> {
    await this.db.transaction(async (tx) => {
      await lockAutomation(tx);
      if (await isStopped(tx)) return;
      const now = this.clock.now();
      const waiting = await tx.query(
        `update acknowledgement_decision set outcome = 'cancelled', reason = 'stopped', decided_at = $1
         where outcome = 'waiting' and not shadow returning 1`,
        [now],
      );
      const onTheirWay = await cancelAutomaticReplies(tx, by, now);
      await this.keep(tx, true, by, waiting.length + onTheirWay, now);
    });
    return this.view(by.teamIds);
  }

  /** Nothing that was taken back is sent later. */
  async start(by: Responder): Promise<AutomationView> {
    await this.db.transaction(async (tx) => {
      await lockAutomation(tx);
      if (await isStopped(tx)) await this.keep(tx, false, by, 0, this.clock.now());
    });
    return this.view(by.teamIds);
  }

  /** A manager says that the storm is over. @throws DeskError not-found */
  async endHold(holdId: string, by: Responder): Promise<AutomationView> {
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const ended = await tx.one(
        `update automation_hold set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null and team_id = any($4::bigint[]) returning id`,
        [holdId, now, by.id, by.teamIds],
      );
      if (!ended) throw new DeskError('not-found');
      await addEvent(tx, now, 'automation.changed', { stopped: false });
    });
    return this.view(by.teamIds);
  }

  private async keep(tx: Tx, stopped: boolean, by: Responder, cancelled: number, now: Date): Promise<void> {
    const value: Kept = { stopped, at: now.toISOString(), by: { id: by.id, name: by.name }, cancelled };
    await tx.query(`insert into setting (key, value) values ('${KEY}', $1) on conflict (key) do update set value = $1`, [
      JSON.stringify(value),
    ]);
    await addEvent(tx, now, 'automation.changed', { stopped });
  }
}
