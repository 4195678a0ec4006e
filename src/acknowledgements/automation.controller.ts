/** The doors to the one switch and to storms. */
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { AutomationView } from '#libs/contracts/http/acknowledgements.js';
import { Id } from '#libs/contracts/values.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { Automation } from './automation.js';

@Controller('api/v1')
@Tag('acknowledgements')
export class AutomationController {
  constructor(private readonly automation: Automation) {}

  @Get('automation')
  @Allow(...ROLES)
  @Summary('See whether machines may speak, and which teams a storm has handed over to people')
  @Answers(200, AutomationView, 'The switch and the storms')
  view(@CurrentPerson() by: Responder): Promise<AutomationView> {
    return this.automation.view(by.teamIds);
  }

  @Post('automation/stop')
  @HttpCode(200)
  @Allow('responder', 'manager', 'administrator')
  @Summary('Stop everything automatic at once, on every network; what waits is taken back and counted')
  @Answers(200, AutomationView, 'Stopped')
  stop(@CurrentPerson() by: Responder): Promise<AutomationView> {
    return this.automation.stop(by);
  }

  @Post('automation/start')
  @HttpCode(200)
  @Allow('manager')
  @Summary('Let machines speak again; nothing that was taken back is sent later')
  @Answers(200, AutomationView, 'Running')
  start(@CurrentPerson() by: Responder): Promise<AutomationView> {
    return this.automation.start(by);
  }

  @Post('automation-holds/:id/end')
  @HttpCode(200)
  @Allow('manager')
  @Summary('Say that a storm is over')
  @Answers(200, AutomationView, 'The switch and the storms that are left')
  endHold(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder): Promise<AutomationView> {
    return this.automation.endHold(id, by);
  }
}
