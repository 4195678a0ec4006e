/** The door to the Watchtower. */
import { Controller, Get } from '@nestjs/common';
import { WatchtowerView } from '#libs/contracts/views/watchtower.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { WatchtowerQuery } from './watchtower.query.js';

@Controller('api/v1/watchtower')
@Tag('watchtower')
export class WatchtowerController {
  constructor(private readonly query: WatchtowerQuery) {}

  @Get()
  @Allow('manager', 'administrator', 'responder', 'viewer')
  @Summary('Where the risk is now')
  @Answers(200, WatchtowerView, 'Figures, cases about to breach, load, sources and escalations')
  run(@CurrentPerson() by: Responder) {
    return this.query.run(by);
  }
}
