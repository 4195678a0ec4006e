/** People put right what the desk read wrongly: the mentions change at once, and the desk learns from it. */
import { Injectable } from '@nestjs/common';
import type { AddCorrections as AddCorrectionsBody, AddCorrectionsAnswer, Correction } from '#libs/contracts/http/analyse.js';
import { Database, type Tx } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { applyCorrections } from './apply-corrections.js';
import { Learner } from './learner.js';

type Heard = Map<string, { text: string; lang: string }>;

@Injectable()
export class AddCorrections {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly learner: Learner,
  ) {}

  /**
   * All of them are stored, or none. Answers when what was learned is in force.
   * @throws DeskError `not-found` naming the item whose mention is not there for whoever asks
   */
  async run({ items }: AddCorrectionsBody, by: Responder): Promise<AddCorrectionsAnswer> {
    await this.db.transaction(async (tx) => {
      const heard = await lockMentions(tx, items, by);
      const now = this.clock.now();
      const said = items.map(({ relevance, ...rest }) => ({
        ...rest,
        relevance: relevance === undefined ? undefined : Number(relevance),
      }));
      await store(tx, now, by, said, heard);
      const ofMentions = said.flatMap(({ mentionId, text: _, ...rest }) =>
        mentionId === undefined ? [] : [{ mentionId, ...rest }],
      );
      await applyCorrections(tx, now, by.id, ofMentions);
    });
    return { stored: items.length, version: await this.learner.learn(by.id) };
  }
}

async function lockMentions(tx: Tx, items: Correction[], by: Responder): Promise<Heard> {
  const ids = [...new Set(items.flatMap((item) => item.mentionId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; text: string; lang: string }>(
    `select id, text, lang from mention where id = any($1::bigint[]) and team_ids && $2::bigint[] and state <> 'deleted'
     order by id for no key update`,
    [ids, by.teamIds],
  );
  const heard: Heard = new Map(rows.map((row) => [row.id, row]));
  const missing = items.findIndex((item) => item.mentionId !== undefined && !heard.has(item.mentionId));
  if (missing >= 0) {
    const at = `items[${missing}].mentionId`;
    throw new DeskError('not-found', `${at}: there is no such mention`, {
      errors: [{ at, message: 'there is no such mention' }],
    });
  }
  return heard;
}

async function store(
  tx: Tx,
  at: Date,
  by: Responder,
  items: (Correction & { relevance?: number })[],
  heard: Heard,
): Promise<void> {
  const rows = items.map((item) => ({ ...item, ...(item.mentionId !== undefined && heard.get(item.mentionId)) }));
  await tx.query(
    `insert into correction (at, person_id, mention_id, text, lang, sentiment, intent, relevance, urgency)
     select $2, $3, "mentionId", text, lang, sentiment, intent, relevance, urgency
     from rows from (jsonb_to_recordset($1::jsonb)
       as ("mentionId" bigint, text text, lang text, sentiment text, intent text, relevance real, urgency real)) with ordinality
       as c("mentionId", text, lang, sentiment, intent, relevance, urgency, place) order by place`,
    [JSON.stringify(rows), at, by.id],
  );
}
