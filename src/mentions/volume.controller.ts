/** How much was heard. */
import { Controller, Get, Query } from '@nestjs/common';
import { VolumeQuery as VolumeQuestion, VolumeView } from '#libs/contracts/http/mentions.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { VolumeQuery } from './volume.query.js';

@Controller('api/v1/mentions/volume')
@Tag('mentions')
export class VolumeController {
  constructor(private readonly volumeQuery: VolumeQuery) {}

  @Get()
  @Allow(...ROLES)
  @Summary('How much was heard on each day, and how it was meant')
  @Answers(200, VolumeView, 'One entry a day, the oldest first')
  volume(@Query({ schema: VolumeQuestion }) query: VolumeQuestion, @CurrentPerson() by: Responder): Promise<VolumeView> {
    return this.volumeQuery.run(query, by);
  }
}
