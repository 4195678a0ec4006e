/** Words for and against a watch, learned from what people worked on and what they said is not about us. */
import { Injectable } from '@nestjs/common';
import type { WatchSuggestions } from '#libs/contracts/http/watches.js';
import { tellingWords } from '#libs/matching/telling-words.js';
import { wordsOf } from '#libs/matching/tokenise.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';
import { WATCH, type WatchRow } from './watch.rows.js';

/** Posts of each kind that are read, the newest. */
const MOST_POSTS = 1000;
/** As much of a post as is read. */
const TEXT_LENGTH = 2000;

@Injectable()
export class SuggestWords {
  constructor(private readonly db: Database) {}

  /** Words that the query or the options have already are left out. @throws DeskError `not-found` */
  async run(id: string, by: Responder): Promise<WatchSuggestions> {
    const watch = await this.db.one<WatchRow>(
      `select ${WATCH} from watch where id = $1 and deleted_at is null and team_id = any($2::bigint[])`,
      [id, by.teamIds],
    );
    if (!watch) throw new DeskError('not-found');
    const [ours, notOurs] = await Promise.all([
      this.texts(id, `m.state = 'heard' and m.case_id is not null`),
      this.texts(id, `m.state = 'not-ours'`),
    ]);
    const { context } = watch.options;
    const known = new Set([watch.canonical, ...(context?.for ?? []), ...(context?.against ?? [])].flatMap(wordsOf));
    return { ours: ours.length, notOurs: notOurs.length, ...tellingWords(ours, notOurs, known) };
  }

  private async texts(watchId: string, condition: string): Promise<string[]> {
    const rows = await this.db.query<{ text: string }>(
      `select left(m.text, ${TEXT_LENGTH}) as text from mention m
       where m.watch_ids @> array[$1::bigint] and ${condition} order by m.id desc limit ${MOST_POSTS}`,
      [watchId],
    );
    return rows.map((row) => row.text);
  }
}
