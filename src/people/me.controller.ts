/** Oneself: who is signed in, and what one may change about oneself. */
import { Controller, Get } from '@nestjs/common';
import { MeView } from '#libs/contracts/views/people.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { MeQuery } from './me.query.js';

@Controller('api/v1/me')
@Tag('people')
export class MeController {
  constructor(private readonly me: MeQuery) {}

  @Get()
  @Allow(...ROLES)
  @Summary('Who is signed in')
  @Answers(200, MeView, 'You')
  read(@CurrentPerson() by: Responder): Promise<MeView> {
    return this.me.run(by.id);
  }
}
