/** The list of teams. */
import { Injectable } from '@nestjs/common';
import type { Page } from '#libs/contracts/values.js';
import type { TeamView } from '#libs/contracts/views/people.js';
import { Database } from '../database/database.js';

/** A house has few teams: they come in one page. */
@Injectable()
export class TeamsQuery {
  constructor(private readonly db: Database) {}

  async run(): Promise<Page<TeamView>> {
    return { items: await this.db.query<TeamView>('select id, name from team order by lower(name), id'), nextCursor: null };
  }
}
