/** People, their teams, sessions and tokens. */
import { Module } from '@nestjs/common';
import { MeController } from './me.controller.js';
import { MeQuery } from './me.query.js';
import { SessionController } from './session.controller.js';
import { SignIn } from './sign-in.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { SignOut } from './sign-out.js';

@Module({
  controllers: [SessionController, MeController],
  providers: [SignInThrottle, SignIn, SignOut, MeQuery],
})
export class PeopleModule {}
