/** The door to what is coming. */
import { Controller, Get } from '@nestjs/common';
import { ForesightView } from '#libs/contracts/views/foresight.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { ForesightQuery } from './foresight.query.js';

@Controller('api/v1/foresight')
@Tag('watchtower')
export class ForesightController {
  constructor(private readonly query: ForesightQuery) {}

  @Get()
  @Allow(...ROLES)
  @Summary(
    'See what is coming: budgets that run out, promises that will break within the hour, unusual noise, accounts nobody tends',
  )
  @Answers(200, ForesightView, 'Budgets, the forecast, what is unusual, and what is neglected')
  run(@CurrentPerson() by: Responder) {
    return this.query.run(by);
  }
}
