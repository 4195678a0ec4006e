/** Teams: whose cases, watches and mentions belong together. */
import { Body, Controller, Get, Post } from '@nestjs/common';
import { AddTeam as AddTeamBody } from '#libs/contracts/http/people.js';
import { pageOf, type Page } from '#libs/contracts/values.js';
import { TeamView } from '#libs/contracts/views/people.js';
import { Allow } from '../platform/access/allow.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { AddTeam } from './add-team.js';
import { TeamsQuery } from './teams.query.js';

@Controller('api/v1/teams')
@Tag('people')
export class TeamsController {
  constructor(
    private readonly teams: TeamsQuery,
    private readonly addTeam: AddTeam,
  ) {}

  @Get()
  @Allow('administrator', 'manager')
  @Summary('List teams')
  @Answers(200, pageOf(TeamView), 'Every team')
  list(): Promise<Page<TeamView>> {
    return this.teams.run();
  }

  @Post()
  @Allow('administrator')
  @Summary('Add a team')
  @Answers(201, TeamView, 'The new team', ['name-taken'])
  add(@Body({ schema: AddTeamBody }) body: AddTeamBody): Promise<TeamView> {
    return this.addTeam.run(body);
  }
}
