/** The doors to keeping and forgetting. */
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  ChangeRetention as ChangeRetentionBody,
  ErasePerson as ErasePersonBody,
  ErasureView,
  RetentionView,
} from '#libs/contracts/http/retention.js';
import { pageOf, type Page } from '#libs/contracts/values.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { ChangeRetention } from './change-retention.js';
import { ErasePerson } from './erase-person.js';
import { RetentionQuery } from './retention.query.js';

@Controller('api/v1')
@Tag('retention')
export class RetentionController {
  constructor(
    private readonly query: RetentionQuery,
    private readonly changeRetention: ChangeRetention,
    private readonly erasePerson: ErasePerson,
  ) {}

  @Get('retention')
  @Allow('manager', 'administrator')
  @Summary('How long what was heard is kept, and what each day removed')
  @Answers(200, RetentionView, 'The rules by kind of watch, and the last runs')
  read(): Promise<RetentionView> {
    return this.query.run();
  }

  @Put('retention')
  @Allow('manager', 'administrator')
  @Summary('Change how long what was heard is kept')
  @Answers(200, RetentionView, 'The rules as changed; kinds that are left out stay')
  async change(@Body({ schema: ChangeRetentionBody }) body: ChangeRetentionBody): Promise<RetentionView> {
    await this.changeRetention.run(body);
    return this.query.run();
  }

  @Get('erasures')
  @Allow('administrator')
  @Summary('List certificates of erasure')
  @Answers(200, pageOf(ErasureView), 'The newest first, 200 at most')
  erasures(): Promise<Page<ErasureView>> {
    return this.query.erasures();
  }

  @Post('erasures')
  @HttpCode(201)
  @Allow('administrator')
  @Summary('Erase a person: all that was heard from them and is known of them')
  @Answers(201, ErasureView, 'The certificate: what was removed, and what a search of every table still finds')
  erase(@Body({ schema: ErasePersonBody }) body: ErasePersonBody, @CurrentPerson() by: Responder): Promise<ErasureView> {
    return this.erasePerson.run(body, by);
  }
}
