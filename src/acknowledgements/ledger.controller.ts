/** The doors to the ledger: read it, take it along, say whether a decision was right. */
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { DecisionQuery, DecisionView, JudgeDecision } from '#libs/contracts/http/acknowledgements.js';
import { Csv, csvLine } from '#libs/contracts/csv.js';
import { Id, pageOf } from '#libs/contracts/values.js';
import { ROLES } from '#libs/contracts/words.js';
import { Database } from '../database/database.js';
import { DAY_COLUMNS, DaysHeard } from '../database/views/days-heard.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { LedgerQuery } from './ledger.query.js';

const COLUMNS = [
  'at', 'outcome', 'shadow', 'reason', 'permission rules', 'rule', 'version', 'network', 'author', 'case', 'text', 'language', 'decided at',
  'reply state', 'sent at', 'address', 'problem', 'judged right',
]; // prettier-ignore

@Controller('api/v1/acknowledgements')
@Tag('acknowledgements')
export class LedgerController {
  constructor(
    private readonly ledger: LedgerQuery,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow(...ROLES)
  @Summary('Read the ledger: what a machine did about each post, and why')
  @Answers(200, pageOf(DecisionView), 'Lines, the newest first', ['invalid-cursor'])
  page(@Query({ schema: DecisionQuery }) query: DecisionQuery, @CurrentPerson() by: Responder) {
    return this.ledger.page(query, by);
  }

  @Get('export')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="acknowledgements.csv"')
  @Allow('manager')
  @Summary('Take the ledger along as CSV, safe to open in a spreadsheet')
  @Answers(200, Csv, 'CSV with a heading line')
  export(@Query({ schema: DecisionQuery }) query: DecisionQuery, @CurrentPerson() by: Responder): StreamableFile {
    return new StreamableFile(Readable.from(this.lines(query, by)));
  }

  @Post(':id/judge')
  @HttpCode(200)
  @Allow('responder', 'manager')
  @Summary('Say whether a decision was right')
  @Answers(200, DecisionView, 'The line')
  judge(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: JudgeDecision }) body: JudgeDecision,
    @CurrentPerson() by: Responder,
  ): Promise<DecisionView> {
    return this.ledger.judge(id, body.right, by);
  }

  private async *lines(query: DecisionQuery, by: Responder): AsyncGenerator<string> {
    yield csvLine([...COLUMNS, ...DAY_COLUMNS]);
    const heard = new DaysHeard(this.db, this.clock.now());
    for (let cursor: string | null | undefined = query.cursor; cursor !== null;) {
      const page = await this.ledger.page({ ...query, cursor, limit: 200 }, by);
      const days = await heard.cells(page.items);
      for (const [i, line] of page.items.entries()) yield csvLine([...cellsOf(line), ...(days[i] ?? [])]);
      cursor = page.nextCursor;
    }
  }
}

function cellsOf({ rule, reply, author, ...line }: DecisionView) {
  return [
    line.at, line.outcome, line.shadow, line.reason, line.permissionRules.join(' '), rule?.name, rule?.version, line.network, author.handle ?? author.name,
    line.caseId, line.text, line.lang, line.decidedAt, reply?.state, reply?.sentAt, reply?.url, reply?.problem, line.judgedRight,
  ]; // prettier-ignore
}
