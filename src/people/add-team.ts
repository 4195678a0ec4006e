/** An administrator adds a team. */
import { Injectable } from '@nestjs/common';
import type { AddTeam as AddTeamBody } from '#libs/contracts/http/people.js';
import type { TeamView } from '#libs/contracts/views/people.js';
import { Database } from '../database/database.js';
import { DeskError } from '../platform/errors.js';

@Injectable()
export class AddTeam {
  constructor(private readonly db: Database) {}

  /** @throws DeskError `name-taken` */
  async run({ name }: AddTeamBody): Promise<TeamView> {
    const team = await this.db.one<TeamView>('insert into team (name) values ($1) on conflict do nothing returning id, name', [
      name,
    ]);
    if (!team) throw new DeskError('name-taken', `There is a team called ${name} already`);
    return team;
  }
}
