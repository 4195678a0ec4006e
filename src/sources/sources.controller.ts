/** Sources: connecting, trying, changing and watching over them. */
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  AddSource as AddSourceBody,
  AddSourceAnswer,
  ChangeSource as ChangeSourceBody,
  TestSource as TestSourceBody,
  TestSourceAnswer,
} from '#libs/contracts/http/sources.js';
import { Id, PageQuery, pageOf, type Page } from '#libs/contracts/values.js';
import { SourceView } from '#libs/contracts/views/source.js';
import { Allow } from '../platform/access/allow.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { AddSource } from './add-source.js';
import { ChangeSource } from './change-source.js';
import { DeleteSource } from './delete-source.js';
import { SourcesQuery } from './sources.query.js';
import { TestSource } from './test-source.js';

@Controller('api/v1/sources')
@Tag('sources')
export class SourcesController {
  constructor(
    private readonly sources: SourcesQuery,
    private readonly addSource: AddSource,
    private readonly changeSource: ChangeSource,
    private readonly deleteSource: DeleteSource,
    private readonly testSource: TestSource,
  ) {}

  @Get()
  @Allow('administrator', 'manager')
  @Summary('List sources, the newest first')
  @Answers(200, pageOf(SourceView), 'A page of sources', ['invalid-cursor'])
  list(@Query({ schema: PageQuery }) query: PageQuery): Promise<Page<SourceView>> {
    return this.sources.list(query);
  }

  @Get(':id')
  @Allow('administrator', 'manager')
  @Summary('Read one source')
  @Answers(200, SourceView, 'The source')
  read(@Param('id', { schema: Id }) id: string): Promise<SourceView> {
    return this.sources.one(id);
  }

  @Post()
  @Allow('administrator')
  @Summary('Connect a source')
  @Answers(201, AddSourceAnswer, 'The new source; with its secret when one was made', ['invalid-settings'])
  add(@Body({ schema: AddSourceBody }) body: AddSourceBody): Promise<AddSourceAnswer> {
    return this.addSource.run(body);
  }

  @Post('test')
  @HttpCode(200)
  @Allow('administrator')
  @Summary('Try settings without saving them')
  @Answers(200, TestSourceAnswer, 'What came of it, with a few posts', ['invalid-settings'])
  test(@Body({ schema: TestSourceBody }) body: TestSourceBody): Promise<TestSourceAnswer> {
    return this.testSource.run(body);
  }

  @Patch(':id')
  @Allow('administrator')
  @Summary('Change a source, or switch it on or off')
  @Answers(200, SourceView, 'The source as changed', ['invalid-settings'])
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ChangeSourceBody }) body: ChangeSourceBody,
  ): Promise<SourceView> {
    return this.changeSource.run(id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('administrator')
  @Summary('Remove a source that never brought a mention')
  @Answers(204, null, 'Removed', ['source-in-use'])
  remove(@Param('id', { schema: Id }) id: string): Promise<void> {
    return this.deleteSource.run(id);
  }
}
