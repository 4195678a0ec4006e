/** The door to the Watchtower. */
import { Controller, Get, Query } from '@nestjs/common';
import { CountedClocks, CountedClockView } from '#libs/contracts/http/standards.js';
import { pageOf } from '#libs/contracts/values.js';
import { WatchtowerView } from '#libs/contracts/views/watchtower.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { CountedClocksQuery } from '../standards/counted-clocks.query.js';
import { WatchtowerQuery } from './watchtower.query.js';

@Controller('api/v1/watchtower')
@Tag('watchtower')
export class WatchtowerController {
  constructor(
    private readonly query: WatchtowerQuery,
    private readonly counted: CountedClocksQuery,
  ) {}

  @Get()
  @Allow('manager', 'administrator', 'responder', 'viewer')
  @Summary('Where the risk is now')
  @Answers(200, WatchtowerView, 'Figures, cases about to breach, load, sources and escalations')
  run(@CurrentPerson() by: Responder) {
    return this.query.run(by);
  }

  @Get('clocks')
  @Allow('manager', 'administrator', 'responder', 'viewer')
  @Summary('Open the share that was kept in time: the clocks decided in the last 24 hours, each with its case')
  @Answers(200, pageOf(CountedClockView), 'A page of clocks, the latest first', ['invalid-cursor'])
  clocks(@Query({ schema: CountedClocks }) query: CountedClocks, @CurrentPerson() by: Responder) {
    return this.counted.lastDay(query, by);
  }
}
