/** The ledger of messages: each with every try at the network, and the network's own id as its proof. */
import { Injectable } from '@nestjs/common';
import type { AttemptView, MessageQuery, MessageView } from '#libs/contracts/http/messages.js';
import { Id, type Page } from '#libs/contracts/values.js';
import { Database } from '../database/database.js';
import { replyViews } from '../database/views/reply-views.js';
import type { Responder } from '../platform/access/responder.js';
import { pageOfRows, readCursor } from '../platform/cursor.js';

interface Row extends Pick<MessageView, 'id' | 'externalId' | 'idempotencyKey' | 'network' | 'to' | 'approvedBy'> {
  tries: AttemptView[];
}

const at = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const PROOFS = `
  select r.id, r.external_id as "externalId", r.idempotency_key as "idempotencyKey", c.network,
    jsonb_build_object('id', a.id::text, 'handle', a.handle, 'name', a.name) as "to",
    case when e.id is not null then jsonb_build_object('id', e.id::text, 'name', e.name) end as "approvedBy",
    coalesce((select jsonb_agg(jsonb_build_object('action', t.action, 'startedAt', ${at('t.started_at')}, 'endedAt', ${at('t.ended_at')}, 'outcome', t.outcome,
      'detail', t.detail) order by t.id) from reply_attempt t where t.reply_id = r.id), '[]') as tries
  from reply r join desk_case c on c.id = r.case_id join author a on a.id = c.author_id left join person e on e.id = r.approved_by where r.id = any($1::bigint[])`;

const MESSAGES = `select r.id from reply r join desk_case c on c.id = r.case_id where c.team_id = any($1::bigint[])`;

@Injectable()
export class MessagesQuery {
  constructor(private readonly db: Database) {}

  /** The newest first. @throws DeskError invalid-cursor */
  async page(query: MessageQuery, by: Responder): Promise<Page<MessageView>> {
    const params: unknown[] = [by.teamIds];
    let where = '';
    const add = (value: unknown, condition: (place: string) => string) => {
      if (value !== undefined) where += ` and ${condition(`$${params.push(value)}`)}`;
    };
    add(readCursor(query.cursor, Id), (p) => `r.id < ${p}`);
    add(query.state, (p) => `r.state = ${p}`);
    add(query.kind, (p) => `r.kind = ${p}`);
    add(query.caseId, (p) => `r.case_id = ${p}`);
    add(query.network, (p) => `c.network = ${p}`);
    add(query.personId, (p) => `r.person_id = ${p}`);
    add(query.from, (p) => `r.created_at >= ${p}`);
    add(query.to, (p) => `r.created_at < ${p}`);
    add(query.automatic, (p) => `r.automatic = ${p}`);
    const rows = await this.db.query<{ id: string }>(`${MESSAGES}${where} order by r.id desc limit ${query.limit + 1}`, params);
    const { items: ids, nextCursor } = pageOfRows(
      rows,
      query.limit,
      ({ id }) => id,
      ({ id }) => id,
    );
    const views = await replyViews(this.db, ids);
    // Read after its state: what is shown as sent has its proof.
    const proofs = await this.db.query<Row>(`${PROOFS} order by r.id desc`, [ids]);
    return { items: proofs.flatMap((row) => withView(row, views.get(row.id))), nextCursor };
  }
}

const withView = (row: Row, view: Omit<MessageView, keyof Row> | undefined): MessageView[] => (view ? [{ ...view, ...row }] : []);
