/** Rules as managers see them: the version that sends, the one in the making, and what both did today. */
import { Injectable } from '@nestjs/common';
import type { RuleHistory, RuleVersionView, RuleView } from '#libs/contracts/http/acknowledgement-rules.js';
import { Database, type Tx } from '../database/database.js';
import { iso } from '../database/views/case-cards.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { hasRole } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';

type VersionRow = Omit<RuleVersionView, 'at' | 'approvedAt'> & { at: string; approvedAt: string | null };
interface Row {
  id: string;
  teamId: string;
  name: string;
  on: boolean;
  live: VersionRow | null;
  next: VersionRow | null;
  today: RuleView['today'];
}

const person = (column: string) =>
  `(select jsonb_build_object('id', p.id::text, 'name', p.name) from person p where p.id = ${column})`;
const VERSION = `jsonb_build_object('version', v.n, 'state', v.state, 'definition', v.definition, 'by', ${person('v.person_id')}, 'at', v.at,
  'approvedBy', ${person('v.approved_by')}, 'approvedAt', v.approved_at)`;
const version = (states: string) =>
  `(select ${VERSION} from acknowledgement_rule_version v where v.rule_id = r.id and v.state in (${states}))`;

const RULES = `
  select r.id, r.team_id as "teamId", r.name, r.is_on as on, ${version(`'live'`)} as live, ${version(`'draft', 'shadow', 'proposed'`)} as next,
    (select jsonb_build_object('sent', count(*) filter (where d.outcome = 'queued'), 'wouldSend', count(*) filter (where d.outcome = 'would-send'),
       'judgedRight', count(*) filter (where d.judged_right), 'judgedWrong', count(*) filter (where not d.judged_right))
     from acknowledgement_decision d where d.rule_id = r.id and d.at > $2) as today
  from acknowledgement_rule r where r.team_id = any($1::bigint[]) and r.removed_at is null`;
const DAY_MS = 86_400_000;

@Injectable()
export class RulesQuery {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the rules of one's teams in the order in which they are tried; "today" are the last 24 hours */
  async all(by: Responder): Promise<RuleView[]> {
    const rows = await this.db.query<Row>(`${RULES} order by r.id`, [by.teamIds, this.dayAgo()]);
    return rows.map((row) => toView(row, by));
  }

  /** @throws DeskError not-found */
  async one(id: string, by: Responder): Promise<RuleView> {
    const row = await this.db.one<Row>(`${RULES} and r.id = $3`, [by.teamIds, this.dayAgo(), id]);
    if (!row) throw new DeskError('not-found');
    return toView(row, by);
  }

  /** @returns every version, the newest first, and who did what. @throws DeskError not-found */
  async history(id: string, by: Responder): Promise<RuleHistory> {
    const rule = await this.one(id, by);
    const versions = await this.db.query<{ v: VersionRow }>(
      `select ${VERSION} as v from acknowledgement_rule_version v where v.rule_id = $1 order by v.n desc`,
      [id],
    );
    const log = await this.db.query<{ at: Date; what: string; version: number; by: { id: string; name: string } | null }>(
      `select at, what, n as version, ${person('l.person_id')} as by from acknowledgement_rule_log l where rule_id = $1 order by l.id desc limit 200`,
      [id],
    );
    return { rule, versions: versions.map(({ v }) => toVersion(v)), log: log.map((one) => ({ ...one, at: iso(one.at) })) };
  }

  private dayAgo(): Date {
    return new Date(this.clock.now().getTime() - DAY_MS);
  }
}

function toView({ live, next, ...row }: Row, by: Responder): RuleView {
  const mayApprove = hasRole(by, 'manager') && next?.state === 'proposed' && next.by?.id !== by.id;
  return { ...row, live: live && toVersion(live), next: next && toVersion(next), mayApprove };
}

const toVersion = (row: VersionRow): RuleVersionView => ({
  ...row,
  at: new Date(row.at).toISOString(),
  approvedAt: row.approvedAt && new Date(row.approvedAt).toISOString(),
});

/** One line of a rule's history. */
export async function logRule(tx: Tx, ruleId: string, version: number, what: string, by: Responder, now: Date): Promise<void> {
  await tx.query(`insert into acknowledgement_rule_log (rule_id, n, at, person_id, what) values ($1, $2, $3, $4, $5)`, [
    ruleId,
    version,
    now,
    by.id,
    what,
  ]);
}
