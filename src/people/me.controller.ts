/** Oneself: who is signed in, and what one may change about oneself. */
import { Body, Controller, Get, Patch, Req } from '@nestjs/common';
import type express from 'express';
import { ChangeMe as ChangeMeBody } from '#libs/contracts/http/people.js';
import { MeView } from '#libs/contracts/views/people.js';
import { ROLES } from '#libs/contracts/words.js';
import { sessionIdOf } from '../platform/access/access-request.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { ChangeMe } from './change-me.js';
import { MeQuery } from './me.query.js';

@Controller('api/v1/me')
@Tag('people')
export class MeController {
  constructor(
    private readonly me: MeQuery,
    private readonly changeMe: ChangeMe,
  ) {}

  @Get()
  @Allow(...ROLES)
  @Summary('Who is signed in')
  @Answers(200, MeView, 'You')
  read(@CurrentPerson() by: Responder): Promise<MeView> {
    return this.me.run(by.id);
  }

  @Patch()
  @Allow(...ROLES)
  @Summary('Change your name, language or password; a new password ends your other sessions')
  @Answers(200, MeView, 'You, as changed', ['too-many-requests'])
  async change(
    @Body({ schema: ChangeMeBody }) body: ChangeMeBody,
    @CurrentPerson() by: Responder,
    @Req() request: express.Request,
  ): Promise<MeView> {
    await this.changeMe.run(by.id, body, by.via === 'session' ? sessionIdOf(request.headers) : null);
    return this.me.run(by.id);
  }
}
