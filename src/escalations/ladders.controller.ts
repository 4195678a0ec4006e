/** The doors to ladders, to the addresses they call, and to duty. */
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { AddAlarmHook, AddDuty, AlarmHookView, DutyView, LadderView, SetLadder } from '#libs/contracts/http/ladders.js';
import { Id, listOf } from '#libs/contracts/values.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { AlarmHooks } from './alarm-hooks.js';
import { DutyRoster } from './duties.js';
import { SetLadders } from './set-ladders.js';

@Controller('api/v1')
@Tag('escalation')
export class LaddersController {
  constructor(
    private readonly ladders: SetLadders,
    private readonly hooks: AlarmHooks,
    private readonly roster: DutyRoster,
  ) {}

  @Get('ladders')
  @Allow('manager', 'administrator')
  @Summary('List the escalation ladders; the first that fits is climbed')
  @Answers(200, listOf(LadderView), 'All ladders')
  async all() {
    return { items: await this.ladders.all() };
  }

  @Post('ladders')
  @HttpCode(200)
  @Allow('manager')
  @Summary('Add a ladder after the others')
  @Answers(200, listOf(LadderView), 'All ladders')
  async add(@Body({ schema: SetLadder }) body: SetLadder, @CurrentPerson() by: Responder) {
    return { items: await this.ladders.add(body, by) };
  }

  @Put('ladders/:id')
  @Allow('manager')
  @Summary('Change a ladder; what is being climbed goes on by the rungs it began with')
  @Answers(200, listOf(LadderView), 'All ladders')
  async set(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SetLadder }) body: SetLadder,
    @CurrentPerson() by: Responder,
  ) {
    return { items: await this.ladders.set(id, body, by) };
  }

  @Delete('ladders/:id')
  @Allow('manager')
  @Summary('Take a ladder away')
  @Answers(200, listOf(LadderView), 'The ladders that stay')
  async remove(@Param('id', { schema: Id }) id: string) {
    return { items: await this.ladders.remove(id) };
  }

  @Get('alarm-hooks')
  @Allow('manager', 'administrator')
  @Summary('List the webhook addresses that ladders may call')
  @Answers(200, listOf(AlarmHookView), 'All addresses, without their secrets')
  async allHooks() {
    return { items: await this.hooks.all() };
  }

  @Post('alarm-hooks')
  @HttpCode(200)
  @Allow('administrator')
  @Summary('Add a webhook address; its secret signs every call and is never shown again')
  @Answers(200, AlarmHookView, 'The address', ['name-taken'])
  addHook(@Body({ schema: AddAlarmHook }) body: AddAlarmHook) {
    return this.hooks.add(body);
  }

  @Delete('alarm-hooks/:id')
  @HttpCode(204)
  @Allow('administrator')
  @Summary('Take a webhook address away')
  @Answers(204, null, 'It is gone')
  removeHook(@Param('id', { schema: Id }) id: string) {
    return this.hooks.remove(id);
  }

  @Get('duties')
  @Allow('viewer', 'responder', 'manager', 'administrator')
  @Summary('List who is on call, now and later')
  @Answers(200, listOf(DutyView), 'Duty that is not over')
  async duties() {
    return { items: await this.roster.all() };
  }

  @Post('duties')
  @HttpCode(200)
  @Allow('manager')
  @Summary('Put somebody on call')
  @Answers(200, listOf(DutyView), 'Duty that is not over')
  async addDuty(@Body({ schema: AddDuty }) body: AddDuty) {
    return { items: await this.roster.add(body) };
  }

  @Delete('duties/:id')
  @Allow('manager')
  @Summary('Take a duty back')
  @Answers(200, listOf(DutyView), 'Duty that is not over')
  async removeDuty(@Param('id', { schema: Id }) id: string) {
    return { items: await this.roster.remove(id) };
  }
}
