/** Watches: what we listen for. */
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  AddWatch as AddWatchBody,
  ChangeWatch as ChangeWatchBody,
  TestWatch as TestWatchBody,
  TestWatchAnswer,
} from '#libs/contracts/http/watches.js';
import { Id, PageQuery, pageOf, type Page } from '#libs/contracts/values.js';
import { WatchView } from '#libs/contracts/views/watch.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { AddWatch } from './add-watch.js';
import { ChangeWatch } from './change-watch.js';
import { DeleteWatch } from './delete-watch.js';
import { TestWatch } from './test-watch.js';
import { WatchesQuery } from './watches.query.js';

@Controller('api/v1/watches')
@Tag('watches')
export class WatchesController {
  constructor(
    private readonly watches: WatchesQuery,
    private readonly addWatch: AddWatch,
    private readonly changeWatch: ChangeWatch,
    private readonly deleteWatch: DeleteWatch,
    private readonly testWatch: TestWatch,
  ) {}

  @Get()
  @Allow(...ROLES)
  @Summary('List the watches of your teams by name')
  @Answers(200, pageOf(WatchView), 'A page of watches', ['invalid-cursor'])
  list(@Query({ schema: PageQuery }) query: PageQuery, @CurrentPerson() by: Responder): Promise<Page<WatchView>> {
    return this.watches.list(query, by);
  }

  @Get(':id')
  @Allow(...ROLES)
  @Summary('Read one watch')
  @Answers(200, WatchView, 'The watch')
  read(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder): Promise<WatchView> {
    return this.watches.one(id, by);
  }

  @Post()
  @Allow('manager')
  @Summary('Add a watch')
  @Answers(201, WatchView, 'The new watch, listening', ['invalid-query'])
  add(@Body({ schema: AddWatchBody }) body: AddWatchBody, @CurrentPerson() by: Responder): Promise<WatchView> {
    return this.addWatch.run(body, by);
  }

  @Post('test')
  @HttpCode(200)
  @Allow(...ROLES)
  @Summary('Try a query on texts')
  @Answers(200, TestWatchAnswer, 'For each text whether it matches, how surely and where', ['invalid-query'])
  test(@Body({ schema: TestWatchBody }) body: TestWatchBody): TestWatchAnswer {
    return this.testWatch.run(body);
  }

  @Patch(':id')
  @Allow('manager')
  @Summary('Change a watch, or switch it on or off')
  @Answers(200, WatchView, 'The watch as changed', ['invalid-query'])
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ChangeWatchBody }) body: ChangeWatchBody,
    @CurrentPerson() by: Responder,
  ): Promise<WatchView> {
    return this.changeWatch.run(id, body, by);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('manager')
  @Summary('Remove a watch; what it heard stays')
  @Answers(204, null, 'Removed')
  remove(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder): Promise<void> {
    return this.deleteWatch.run(id, by);
  }
}
