/** The door to what is coming. */
import { Controller, Get, Query } from '@nestjs/common';
import { EarlyAlarmsQuery as Asked } from '#libs/contracts/http/early-alarms.js';
import { pageOf, type Page } from '#libs/contracts/values.js';
import { EarlyAlarmView, ForesightView } from '#libs/contracts/views/foresight.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { EarlyAlarmsQuery } from './early-alarms.query.js';
import { ForesightQuery } from './foresight.query.js';

@Controller('api/v1/foresight')
@Tag('watchtower')
export class ForesightController {
  constructor(
    private readonly query: ForesightQuery,
    private readonly alarms: EarlyAlarmsQuery,
  ) {}

  @Get()
  @Allow(...ROLES)
  @Summary(
    'See what is coming: budgets that run out, promises that will break within the hour, unusual noise, accounts nobody tends',
  )
  @Answers(200, ForesightView, 'Budgets, the forecast, what is unusual, and what is neglected')
  run(@CurrentPerson() by: Responder) {
    return this.query.run(by);
  }

  @Get('alarms')
  @Allow(...ROLES)
  @Summary('List what was louder than usual and which own accounts nobody tended: expected, seen, and the posts that did it')
  @Answers(200, pageOf(EarlyAlarmView), 'A page, the latest first, those that go on included', ['invalid-cursor'])
  past(@Query({ schema: Asked }) query: Asked, @CurrentPerson() by: Responder): Promise<Page<EarlyAlarmView>> {
    return this.alarms.past(query, by);
  }
}
