/** The doors to the ledger of messages: read it, take it along. */
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Csv, csvLine } from '#libs/contracts/csv.js';
import { MessageQuery, MessageView } from '#libs/contracts/http/messages.js';
import { pageOf } from '#libs/contracts/values.js';
import { ROLES } from '#libs/contracts/words.js';
import { Database } from '../database/database.js';
import { DAY_COLUMNS, DaysHeard } from '../database/views/days-heard.js';
import { Allow, CurrentPerson } from '../platform/access/allow.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { Answers, Summary, Tag } from '../platform/openapi/answers.js';
import { MessagesQuery } from './messages.query.js';

const COLUMNS = [
  'id', 'case', 'kind', 'state', 'automatic', 'by', 'approved by', 'as', 'network', 'visibility', 'to', 'text', 'created at', 'sent at', 'network id', 'address', 'tries', 'problem', 'key',
]; // prettier-ignore

@Controller('api/v1/replies')
@Tag('acknowledgements')
export class MessagesController {
  constructor(
    private readonly messages: MessagesQuery,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow(...ROLES)
  @Summary('Read the ledger of messages: each with every try at its network and the proof')
  @Answers(200, pageOf(MessageView), 'Messages, the newest first', ['invalid-cursor'])
  page(@Query({ schema: MessageQuery }) query: MessageQuery, @CurrentPerson() by: Responder) {
    return this.messages.page(query, by);
  }

  @Get('export')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="messages.csv"')
  @Allow('manager')
  @Summary('Take the ledger of messages along as CSV, safe to open in a spreadsheet')
  @Answers(200, Csv, 'CSV with a heading line')
  export(@Query({ schema: MessageQuery }) query: MessageQuery, @CurrentPerson() by: Responder): StreamableFile {
    return new StreamableFile(Readable.from(this.lines(query, by)));
  }

  private async *lines(query: MessageQuery, by: Responder): AsyncGenerator<string> {
    yield csvLine([...COLUMNS, ...DAY_COLUMNS]);
    const heard = new DaysHeard(this.db, this.clock.now());
    for (let cursor: string | null | undefined = query.cursor; cursor !== null;) {
      const page = await this.messages.page({ ...query, cursor, limit: 200 }, by);
      const days = await heard.cells(page.items.map(({ createdAt: at, network }) => ({ at, network })));
      for (const [i, message] of page.items.entries()) yield csvLine([...cellsOf(message), ...(days[i] ?? [])]);
      cursor = page.nextCursor;
    }
  }
}

function cellsOf(m: MessageView) {
  return [
    m.id, m.caseId, m.kind, m.state, m.automatic, m.by?.name, m.approvedBy?.name, m.as, m.network, m.visibility, m.to.handle ?? m.to.name, m.text, m.createdAt, m.sentAt, m.externalId, m.url,
    m.tries.map(({ action, outcome }) => `${action}: ${outcome ?? '?'}`).join('; '), m.problem, m.idempotencyKey,
  ]; // prettier-ignore
}
