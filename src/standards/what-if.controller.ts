/** The doors to what-ifs. */
import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { AskWhatIf, WhatIfView } from '#libs/contracts/http/what-if.js';
import { Id } from '#libs/contracts/values.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { WhatIf } from './what-if.js';

@Controller('api/v1/what-if')
@Tag('promises')
export class WhatIfController {
  constructor(private readonly whatIf: WhatIf) {}

  @Post()
  @Allow('manager')
  @Summary('Replay the last weeks under changed terms, in the background')
  @Answers(201, WhatIfView, 'The replay, just begun', ['standard-impossible'])
  ask(@Body({ schema: AskWhatIf }) body: AskWhatIf, @CurrentPerson() by: Responder): Promise<WhatIfView> {
    return this.whatIf.ask(body, by);
  }

  @Get(':id')
  @Allow('manager')
  @Summary('See how far a replay is, and what it has counted')
  @Answers(200, WhatIfView, 'As promised and as it would be, side by side')
  one(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder): Promise<WhatIfView> {
    return this.whatIf.one(id, by);
  }

  @Delete(':id')
  @Allow('manager')
  @Summary('Cancel a replay; what it has counted stays')
  @Answers(200, WhatIfView, 'The replay, cancelled')
  cancel(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder): Promise<WhatIfView> {
    return this.whatIf.cancel(id, by);
  }
}
