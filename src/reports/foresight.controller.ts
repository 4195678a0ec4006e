/** The door to what is coming. */
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { EarlyAlarmsQuery as Asked } from '#libs/contracts/http/early-alarms.js';
import { Id, pageOf, type Page } from '#libs/contracts/values.js';
import { EarlyAlarmView, ForesightView } from '#libs/contracts/views/foresight.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { AcknowledgeEarlyAlarm } from './acknowledge-early-alarm.js';
import { EarlyAlarmsQuery } from './early-alarms.query.js';
import { ForesightQuery } from './foresight.query.js';

@Controller('api/v1/foresight')
@Tag('watchtower')
export class ForesightController {
  constructor(
    private readonly query: ForesightQuery,
    private readonly alarms: EarlyAlarmsQuery,
    private readonly acknowledgeAlarm: AcknowledgeEarlyAlarm,
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

  @Post('alarms/:id/acknowledge')
  @HttpCode(200)
  @Allow('responder', 'manager', 'administrator')
  @Summary('Say that you are on it; its ladder is climbed no further')
  @Answers(200, EarlyAlarmView, 'The alarm')
  acknowledge(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder): Promise<EarlyAlarmView> {
    return this.acknowledgeAlarm.run(id, by);
  }
}
