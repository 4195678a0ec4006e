/** The doors to service standards. */
import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Csv } from '#libs/contracts/csv.js';
import {
  AttainmentQuery as AttainmentAsked,
  AttainmentView,
  CheckedStandard,
  CheckStandard as CheckBody,
  CountedClocks,
  CountedClockView,
  OrderStandards,
  SaveStandard,
  StandardChange,
  StandardsView,
  StandardVersionView,
  StandardView,
  WithReason,
} from '#libs/contracts/http/standards.js';
import { Id, listOf, pageOf } from '#libs/contracts/values.js';
import { ROLES } from '#libs/contracts/words.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { AttainmentReport } from './attainment-report.js';
import { CountedClocksQuery } from './counted-clocks.query.js';
import { ChangeStandards } from './change-standards.js';
import { CheckStandard } from './check-standard.js';
import { StandardsQuery } from './standards.query.js';

@Controller('api/v1/standards')
@Tag('promises')
export class StandardsController {
  constructor(
    private readonly query: StandardsQuery,
    private readonly change: ChangeStandards,
    private readonly tryOut: CheckStandard,
    private readonly attained: AttainmentReport,
    private readonly counted: CountedClocksQuery,
  ) {}

  @Get()
  @Allow(...ROLES)
  @Summary('List the standards in order, with drafts, overlaps and gaps')
  @Answers(200, StandardsView, 'All standards that are not retired')
  all(@CurrentPerson() by: Responder): Promise<StandardsView> {
    return this.query.all(by);
  }

  @Get('history')
  @Allow(...ROLES)
  @Summary('See who published, moved or retired a standard, and why')
  @Answers(200, listOf(StandardChange), 'Changes, the newest first')
  async history(@CurrentPerson() by: Responder) {
    return { items: await this.query.history(by) };
  }

  @Get('attainment')
  @Allow(...ROLES)
  @Summary('See how often each standard was kept, in its window and week by week, with how much was heard of what it speaks of')
  @Answers(200, listOf(AttainmentView), 'One for each standard in force')
  async attainment(@Query({ schema: AttainmentAsked }) { weeks }: AttainmentAsked, @CurrentPerson() by: Responder) {
    return { items: await this.attained.run(weeks, by) };
  }

  @Get('attainment/export')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="attainment.csv"')
  @Allow('manager')
  @Summary('Take the attainment along as CSV, with coverage in percent, safe to open in a spreadsheet')
  @Answers(200, Csv, 'CSV with a heading line: the window of each standard and each week')
  export(@Query({ schema: AttainmentAsked }) { weeks }: AttainmentAsked, @CurrentPerson() by: Responder): StreamableFile {
    return new StreamableFile(Readable.from(this.attained.lines(weeks, by)));
  }

  @Post('check')
  @HttpCode(200)
  @Allow('manager')
  @Summary('Try terms: as a sentence, what speaks against them, which stored cases they would catch')
  @Answers(200, CheckedStandard, 'What the terms would do')
  check(@Body({ schema: CheckBody }) body: CheckBody, @CurrentPerson() by: Responder): Promise<CheckedStandard> {
    return this.tryOut.run(body, by);
  }

  @Post('order')
  @HttpCode(200)
  @Allow('manager')
  @Summary('Put the standards into order: of those for one clock the first that fits a case holds')
  @Answers(200, StandardsView, 'All standards as they stand now')
  async order(@Body({ schema: OrderStandards }) body: OrderStandards, @CurrentPerson() by: Responder): Promise<StandardsView> {
    await this.change.order(body, by);
    return this.query.all(by);
  }

  @Get(':id')
  @Allow(...ROLES)
  @Summary('Read one standard')
  @Answers(200, StandardView, 'The standard')
  one(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder): Promise<StandardView> {
    return this.query.one(id, by);
  }

  @Get(':id/versions')
  @Allow(...ROLES)
  @Summary('Read every published version of a standard, who published it and why')
  @Answers(200, listOf(StandardVersionView), 'Versions, the newest first')
  async versions(@Param('id', { schema: Id }) id: string, @CurrentPerson() by: Responder) {
    return { items: await this.query.versions(id, by) };
  }

  @Get(':id/clocks')
  @Allow(...ROLES)
  @Summary('Open a figure: the clocks that were counted in the window of a standard, each with its case')
  @Answers(200, pageOf(CountedClockView), 'A page of clocks, the latest first', ['invalid-cursor'])
  clocks(@Param('id', { schema: Id }) id: string, @Query({ schema: CountedClocks }) query: CountedClocks, @CurrentPerson() by: Responder) {
    return this.counted.run(id, query, by);
  } // prettier-ignore

  @Post()
  @Allow('manager')
  @Summary('Write a new standard, as a draft')
  @Answers(201, StandardView, 'The standard, not in force yet')
  async add(@Body({ schema: SaveStandard }) { terms }: SaveStandard, @CurrentPerson() by: Responder): Promise<StandardView> {
    return this.query.one(await this.change.draft(null, terms, by), by);
  }

  @Put(':id/draft')
  @Allow('manager')
  @Summary('Keep changed terms as the draft of a standard')
  @Answers(200, StandardView, 'The standard with its draft')
  async draft(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SaveStandard }) { terms }: SaveStandard,
    @CurrentPerson() by: Responder,
  ): Promise<StandardView> {
    return this.query.one(await this.change.draft(id, terms, by), by);
  }

  @Delete(':id/draft')
  @HttpCode(204)
  @Allow('manager')
  @Summary('Throw a draft away')
  @Answers(204, null, 'Gone')
  discard(@Param('id', { schema: Id }) id: string): Promise<void> {
    return this.change.discard(id);
  }

  @Post(':id/publish')
  @HttpCode(200)
  @Allow('manager')
  @Summary('Publish the draft: it holds for cases that open from now on')
  @Answers(200, StandardView, 'The standard in force', ['standard-impossible'])
  async publish(@Param('id', { schema: Id }) id: string, @Body({ schema: WithReason }) { reason }: WithReason, @CurrentPerson() by: Responder) {
    return this.query.one(await this.change.publish(id, reason, by), by);
  } // prettier-ignore

  @Post(':id/retire')
  @HttpCode(204)
  @Allow('manager')
  @Summary('Retire a standard: it promises nothing to new cases')
  @Answers(204, null, 'Retired')
  retire(@Param('id', { schema: Id }) id: string, @Body({ schema: WithReason }) { reason }: WithReason, @CurrentPerson() by: Responder): Promise<void> {
    return this.change.retire(id, reason, by);
  } // prettier-ignore
}
