/** How much was heard, and the alarms of what was not. */
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CoverageQuery as CoverageQueryBody, PastAlarmsQuery as PastAlarmsAsked } from '#libs/contracts/http/coverage.js';
import { Id, pageOf, type Page } from '#libs/contracts/values.js';
import { SourceUseView } from '#libs/contracts/views/budget.js';
import { CoverageView, PastAlarmView, SourceAlarmView, SourceHealthView } from '#libs/contracts/views/coverage.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { AcknowledgeAlarm } from './acknowledge-alarm.js';
import { AlarmsQuery } from './alarms.query.js';
import { CoverageQuery } from './coverage.query.js';
import { PastAlarmsQuery } from './past-alarms.query.js';
import { SourceUseQuery } from './source-use.query.js';

@Controller('api/v1')
@Tag('sources')
export class CoverageController {
  constructor(
    private readonly query: CoverageQuery,
    private readonly alarmsQuery: AlarmsQuery,
    private readonly acknowledgeAlarm: AcknowledgeAlarm,
    private readonly sourceUse: SourceUseQuery,
    private readonly pastAlarms: PastAlarmsQuery,
  ) {}

  @Get('coverage')
  @Allow(...ROLES)
  @Summary('How much of a stretch of time was heard, with the blind stretches; without times, of the last 24 hours')
  @Answers(200, CoverageView, 'Shares of the time, by source and over all, and the blind stretches')
  coverage(@Query({ schema: CoverageQueryBody }) query: CoverageQueryBody): Promise<CoverageView> {
    return this.query.run(query);
  }

  @Get('sources/:id/health')
  @Allow('administrator', 'manager')
  @Summary('The ledger of how a source fared; without times, of the last 24 hours')
  @Answers(200, SourceHealthView, 'Its lines, the oldest first, and what is expected of it')
  health(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: CoverageQueryBody }) query: CoverageQueryBody,
  ): Promise<SourceHealthView> {
    return this.query.one(id, query);
  }

  @Get('source-use')
  @Allow('administrator', 'manager')
  @Summary('What each source used this month, against its budget')
  @Answers(200, pageOf(SourceUseView), 'All sources, the newest first, 1,000 at most')
  use(): Promise<Page<SourceUseView>> {
    return this.sourceUse.run();
  }

  @Get('source-alarms')
  @Allow('administrator', 'manager')
  @Summary('List alarms of blind sources that go on, or of which nobody has taken notice')
  @Answers(200, pageOf(SourceAlarmView), 'All of them, the newest first, 200 at most')
  alarms(): Promise<Page<SourceAlarmView>> {
    return this.alarmsQuery.run();
  }

  @Get('source-alarms/history')
  @Allow('administrator', 'manager')
  @Summary(
    'List past alarms and other times in which a source was not heard well: who was told, how long it lasted, what it cost',
  )
  @Answers(200, pageOf(PastAlarmView), 'A page, the latest first, those that go on included', ['invalid-cursor'])
  past(@Query({ schema: PastAlarmsAsked }) query: PastAlarmsAsked): Promise<Page<PastAlarmView>> {
    return this.pastAlarms.run(query);
  }

  @Post('source-alarms/:id/acknowledge')
  @HttpCode(200)
  @Allow('administrator', 'manager')
  @Summary('Say that you have seen the alarm of a blind source')
  @Answers(200, SourceAlarmView, 'The alarm')
  acknowledge(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder): Promise<SourceAlarmView> {
    return this.acknowledgeAlarm.run(id, by);
  }
}
