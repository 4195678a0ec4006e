/** Signing in and out. */
import { Body, Controller, Delete, HttpCode, Inject, Ip, Post, Req, Res } from '@nestjs/common';
import type express from 'express';
import { SignIn as SignInBody } from '#libs/contracts/http/session.js';
import { MeView } from '#libs/contracts/views/people.js';
import { SESSION_COOKIE, sessionIdOf } from '../platform/access/access-request.js';
import { Public } from '../platform/access/allow.js';
import { ABSOLUTE_DAYS } from '../platform/access/sessions.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { MeQuery } from './me.query.js';
import { SignIn } from './sign-in.js';
import { SignOut } from './sign-out.js';

@Controller('api/v1/session')
@Tag('people')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly me: MeQuery,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'EARSHOT_SECURE_COOKIES'>,
  ) {}

  @Post()
  @HttpCode(200)
  @Public()
  @Summary('Sign in: sets the session cookie')
  @Answers(200, MeView, 'Who signed in', ['wrong-credentials', 'too-many-requests'])
  async start(
    @Body({ schema: SignInBody }) body: SignInBody,
    @Ip() address: string,
    @Req() request: express.Request,
    @Res({ passthrough: true }) response: express.Response,
  ): Promise<MeView> {
    const { personId, sessionId } = await this.signIn.run(body, address);
    // Whoever signs in again leaves the session before.
    await this.signOut.run(sessionIdOf(request.headers));
    response.cookie(SESSION_COOKIE, sessionId, { ...this.cookie(), maxAge: ABSOLUTE_DAYS * 86_400_000 });
    return this.me.run(personId);
  }

  @Delete()
  @HttpCode(204)
  @Public()
  @Summary('Sign out: ends the session')
  @Answers(204, null, 'Signed out')
  async end(@Req() request: express.Request, @Res({ passthrough: true }) response: express.Response): Promise<void> {
    await this.signOut.run(sessionIdOf(request.headers));
    response.clearCookie(SESSION_COOKIE, this.cookie());
  }

  private cookie() {
    return { httpOnly: true, sameSite: 'lax', secure: this.settings.EARSHOT_SECURE_COOKIES, path: '/' } as const;
  }
}
