/** People, their teams, sessions and tokens. */
import { Module } from '@nestjs/common';
import { AddPerson } from './add-person.js';
import { AddTeam } from './add-team.js';
import { AddToken } from './add-token.js';
import { ChangeMe } from './change-me.js';
import { ChangePerson } from './change-person.js';
import { EnsureFirstAdministrator } from './ensure-first-administrator.js';
import { MeController } from './me.controller.js';
import { MeQuery } from './me.query.js';
import { PeopleController } from './people.controller.js';
import { PeopleQuery } from './people.query.js';
import { RevokeToken } from './revoke-token.js';
import { SessionController } from './session.controller.js';
import { SignIn } from './sign-in.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { SignOut } from './sign-out.js';
import { TeamsController } from './teams.controller.js';
import { TeamsQuery } from './teams.query.js';
import { TokensController } from './tokens.controller.js';
import { TokensQuery } from './tokens.query.js';

const VERBS = [SignIn, SignOut, AddPerson, ChangePerson, ChangeMe, AddTeam, AddToken, RevokeToken, EnsureFirstAdministrator];
const QUERIES = [MeQuery, PeopleQuery, TeamsQuery, TokensQuery];

@Module({
  controllers: [SessionController, MeController, PeopleController, TeamsController, TokensController],
  providers: [SignInThrottle, ...VERBS, ...QUERIES],
  exports: [EnsureFirstAdministrator, AddPerson],
})
export class PeopleModule {}
