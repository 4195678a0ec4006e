/** The ledger: what became of every post that needed an answer, as far as machines are concerned, and whether people find it right. */
import { Injectable } from '@nestjs/common';
import type { DecisionQuery, DecisionView } from '#libs/contracts/http/acknowledgements.js';
import { Id, type Page } from '#libs/contracts/values.js';
import { Database } from '../database/database.js';
import { iso } from '../database/views/case-cards.js';
import type { Responder } from '../platform/access/responder.js';
import { pageOfRows, readCursor } from '../platform/cursor.js';
import { DeskError } from '../platform/errors.js';

type Row = Omit<DecisionView, 'at' | 'dueAt' | 'decidedAt'> & { at: Date; dueAt: Date | null; decidedAt: Date | null };

const LINES = `
  select d.id, d.at, d.outcome, d.shadow, d.reason, d.permission_rules as "permissionRules", d.text, d.lang, d.due_at as "dueAt",
    d.decided_at as "decidedAt", d.case_id as "caseId", d.mention_id as "mentionId", d.network, d.judged_right as "judgedRight",
    case when u.id is not null then jsonb_build_object('id', u.id::text, 'name', u.name, 'version', d.rule_n) end as rule,
    jsonb_build_object('id', a.id::text, 'handle', a.handle, 'name', a.name) as author,
    case when r.id is not null then jsonb_build_object('id', r.id::text, 'state', r.state, 'sentAt', to_char(r.sent_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'url', r.url, 'problem', r.problem) end as reply
  from acknowledgement_decision d join author a on a.id = d.author_id
  left join acknowledgement_rule u on u.id = d.rule_id left join reply r on r.id = d.reply_id
  where d.team_id = any($1::bigint[])`;

@Injectable()
export class LedgerQuery {
  constructor(private readonly db: Database) {}

  /** The newest first. @throws DeskError invalid-cursor */
  async page(query: DecisionQuery, by: Responder): Promise<Page<DecisionView>> {
    const params: unknown[] = [by.teamIds];
    let where = '';
    const add = (value: unknown, condition: (place: string) => string) => {
      if (value !== undefined) where += ` and ${condition(`$${params.push(value)}`)}`;
    };
    add(readCursor(query.cursor, Id), (p) => `d.id < ${p}`);
    add(query.outcome, (p) => `d.outcome = ${p}`);
    add(query.ruleId, (p) => `d.rule_id = ${p}`);
    add(query.network, (p) => `d.network = ${p}`);
    add(query.caseId, (p) => `d.case_id = ${p}`);
    if (query.acted) where += ` and d.outcome not in ('no-rule', 'joined')`;
    const rows = await this.db.query<Row>(`${LINES}${where} order by d.id desc limit ${query.limit + 1}`, params);
    return pageOfRows(rows, query.limit, toView, ({ id }) => id);
  }

  /** Whether a person finds the decision right: the measure of a rule in shadow. @throws DeskError not-found */
  async judge(id: string, right: boolean | null, by: Responder): Promise<DecisionView> {
    await this.db.query(
      `update acknowledgement_decision set judged_right = $2, judged_by = $3 where id = $1 and team_id = any($4::bigint[])`,
      [id, right, by.id, by.teamIds],
    );
    const row = await this.db.one<Row>(`${LINES} and d.id = $2`, [by.teamIds, id]);
    if (!row) throw new DeskError('not-found');
    return toView(row);
  }
}

const toView = (row: Row): DecisionView => ({ ...row, at: iso(row.at), dueAt: iso(row.dueAt), decidedAt: iso(row.decidedAt) });
