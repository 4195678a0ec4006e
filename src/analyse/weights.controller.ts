/** What raises risk and urgency. */
import { Body, Controller, Get, Put } from '@nestjs/common';
import { SetWeights, WeightsView } from '#libs/contracts/http/weights.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { ScoreWeights } from './score-weights.js';

@Controller('api/v1/weights')
@Tag('judgement')
export class WeightsController {
  constructor(private readonly weights: ScoreWeights) {}

  @Get()
  @Allow(...ROLES)
  @Summary('Read what raises risk and urgency, and by how much')
  @Answers(200, WeightsView, 'The weights in force, and those that came with the program')
  read(): Promise<WeightsView> {
    return this.weights.read();
  }

  @Put()
  @Allow('manager')
  @Summary('Set what raises risk and urgency; null goes back to the weights that came with the program')
  @Answers(200, WeightsView, 'The weights as they are now, in force for the next post')
  set(@Body({ schema: SetWeights }) body: SetWeights, @CurrentPerson() by: Responder): Promise<WeightsView> {
    return this.weights.set(body.weights, by);
  }
}
