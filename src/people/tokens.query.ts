/** The list of API tokens, the newest first. */
import { Injectable } from '@nestjs/common';
import { Id, type Page, type PageQuery } from '#libs/contracts/values.js';
import type { TokenView } from '#libs/contracts/views/people.js';
import { Database } from '../database/database.js';
import { pageOfRows, readCursor } from '../platform/cursor.js';
import { TOKEN, toTokenView, type TokenRow } from './token.rows.js';

@Injectable()
export class TokensQuery {
  constructor(private readonly db: Database) {}

  async run({ cursor, limit }: PageQuery): Promise<Page<TokenView>> {
    const before = readCursor(cursor, Id) ?? null;
    const rows = await this.db.query<TokenRow>(
      `select ${TOKEN} from api_token t join person p on p.id = t.person_id
       where $1::bigint is null or t.id < $1 order by t.id desc limit $2`,
      [before, limit + 1],
    );
    return pageOfRows(rows, limit, toTokenView, (row) => row.id);
  }
}
