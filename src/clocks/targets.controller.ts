/** The first promises: how many seconds each priority has. */
import { Body, Controller, Get, Put } from '@nestjs/common';
import { SetTargets, TargetsView } from '#libs/contracts/http/targets.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow } from '../platform/access/allow.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { ClockTargets } from './clock-targets.js';

@Controller('api/v1/targets')
@Tag('promises')
export class TargetsController {
  constructor(private readonly targets: ClockTargets) {}

  @Get()
  @Allow(...ROLES)
  @Summary('Read the targets of all clocks by priority')
  @Answers(200, TargetsView, 'All targets')
  read(): TargetsView {
    return { items: this.targets.all() };
  }

  @Put()
  @Allow('manager')
  @Summary('Set targets; those that are not named stay, and open cases keep the promise they were opened with')
  @Answers(200, TargetsView, 'All targets as they are now')
  async set(@Body({ schema: SetTargets }) body: SetTargets): Promise<TargetsView> {
    return { items: await this.targets.set(body.items) };
  }
}
