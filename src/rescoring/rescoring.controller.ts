/** Scoring old mentions anew. */
import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { RescoringView, StartRescoring } from '#libs/contracts/http/rescoring.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { Rescoring } from './rescoring.js';

@Controller('api/v1/rescoring')
@Tag('judgement')
export class RescoringController {
  constructor(private readonly rescoring: Rescoring) {}

  @Get()
  @Allow('manager')
  @Summary('See how far the latest rescoring is')
  @Answers(200, RescoringView, 'The latest rescoring')
  latest(): Promise<RescoringView> {
    return this.rescoring.latest();
  }

  @Post()
  @HttpCode(202)
  @Allow('manager')
  @Summary('Score old mentions anew; what a person put right stays')
  @Answers(202, RescoringView, 'It runs', ['rescoring-running'])
  start(@Body({ schema: StartRescoring }) body: StartRescoring, @CurrentPerson() by: Responder): Promise<RescoringView> {
    return this.rescoring.start(body, by);
  }

  @Delete()
  @Allow('manager')
  @Summary('Stop rescoring; what was rescored stays so')
  @Answers(200, RescoringView, 'It is cancelled', ['not-found'])
  cancel(): Promise<RescoringView> {
    return this.rescoring.cancel();
  }
}
