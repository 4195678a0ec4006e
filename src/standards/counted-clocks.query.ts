/** The clocks behind a figure of a standard, or of all of them: each with its case and, where it was late, whose part of the wait was the longest. */
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { CountedClocks, CountedClockView } from '#libs/contracts/http/standards.js';
import { Id, type Page } from '#libs/contracts/values.js';
import { whoseWait } from '#libs/sla/count-verdicts.js';
import { verdictsOf } from '#libs/sla/verdicts.js';
import { factsOfCases } from '../clocks/case-facts.js';
import { Promises } from '../clocks/promises.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { pageOfRows, readCursor } from '../platform/cursor.js';
import { DeskError } from '../platform/errors.js';
import { beginningOfHour } from './attainment.query.js';

const DAY_MS = 86_400_000;
const TAKEN_BACK = `exists (select from activity x where x.case_id = k.case_id and x.kind = 'withdrawn' and x.at = k.stopped_at)`;
const SHOWN: Readonly<Record<Exclude<CountedClocks['show'], 'excluded'>, string>> = {
  late: 'k.breached_at is not null and not k.cancelled',
  unacceptable: 'k.failed_at is not null and not k.cancelled',
  met: 'k.breached_at is null and not k.cancelled',
  withdrawn: `k.cancelled and ${TAKEN_BACK}`,
};
const AT = 'coalesce(k.breached_at, k.stopped_at)';
const IN_WINDOW = `${AT} >= $3 and (${AT}, k.id) < ($4::timestamptz, coalesce($5::bigint, 0))`;
const ORDER = `order by ${AT} desc, k.id desc limit $6`;
const PROMISES = `select p.id from promise p join standard_version v on v.id = p.standard_version_id where $2::bigint is null or v.standard_id = $2`;

/** One promise after the other along its clocks, the latest first, and no further than a page: a big desk has a million of them. */
const alongClocks = (shown: string) => `
  select f.id from (${PROMISES}) as p cross join lateral (
    select k.id, ${AT} as at from clock k join desk_case c on c.id = k.case_id
    where k.promise_id = p.id and ${IN_WINDOW} and ${shown} and c.excluded_at is null and c.team_id = any($1::bigint[]) ${ORDER}) f
  order by f.at desc, f.id desc limit $6`;
/** Few cases are left out of the count: they are found first. */
const EXCLUDED = `
  select k.id from (select id from desk_case where excluded_at is not null and team_id = any($1::bigint[]) offset 0) c join clock k on k.case_id = c.id
  where k.promise_id in (${PROMISES}) and ${IN_WINDOW} ${ORDER}`;

const page = (ids: string) => `
  with shown as materialized (${ids})
  select k.id, k.case_id as "caseId", k.kind, k.episode, k.started_at as "startedAt", k.due_at as "dueAt", k.stopped_at as "stoppedAt",
    ${AT} as "decidedAt", c.promise_ids as "promiseIds", jsonb_build_object('name', coalesce(a.name, a.handle), 'network', a.network) as who
  from shown join clock k on k.id = shown.id join desk_case c on c.id = k.case_id join author a on a.id = c.author_id ${ORDER}`;
/** $1 teams, $2 the standard or null, $3 the beginning of its window, $4 and $5 the place before which to look, $6 how many. */
const SQL: Readonly<Record<CountedClocks['show'], string>> = {
  late: page(alongClocks(SHOWN.late)),
  unacceptable: page(alongClocks(SHOWN.unacceptable)),
  met: page(alongClocks(SHOWN.met)),
  withdrawn: page(alongClocks(SHOWN.withdrawn)),
  excluded: page(EXCLUDED),
};
const Place = z.tuple([z.iso.datetime(), Id]);

interface Row {
  id: string;
  caseId: string;
  kind: CountedClockView['kind'];
  episode: number;
  startedAt: Date;
  dueAt: Date;
  decidedAt: Date;
  stoppedAt: Date | null;
  promiseIds: string[];
  who: CountedClockView['who'];
}

@Injectable()
export class CountedClocksQuery {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly promises: Promises,
  ) {}

  /** Of the window over which the standard is counted, the latest first. @throws DeskError not-found, invalid-cursor */
  async run(standardId: string, asked: CountedClocks, by: Responder): Promise<Page<CountedClockView>> {
    const now = this.clock.now();
    const standard = await this.db.one<{ days: number }>(
      `select (terms ->> 'windowDays')::int as days from standard_version where standard_id = $1 and n is not null order by n desc limit 1`,
      [standardId],
    );
    if (!standard) throw new DeskError('not-found');
    return this.page(standardId, beginningOfHour(now.getTime() + 1 - standard.days * DAY_MS), asked, by, now);
  }

  /** Of all standards over the last 24 hours, from the beginning of an hour, as the Watchtower counts them. @throws DeskError invalid-cursor */
  lastDay(asked: CountedClocks, by: Responder): Promise<Page<CountedClockView>> {
    const now = this.clock.now();
    return this.page(null, beginningOfHour(now.getTime() - DAY_MS), asked, by, now);
  }

  private async page(standardId: string | null, from: Date, { show, cursor, limit }: CountedClocks, by: Responder, now: Date): Promise<Page<CountedClockView>> {
    const [before, id] = readCursor(cursor, Place) ?? [new Date(now.getTime() + 1), null];
    const rows = await this.db.query<Row>(SQL[show], [by.teamIds, standardId, from, before, id, limit + 1]);
    const whose = await this.whose(rows, now);
    return pageOfRows(rows, limit, (row) => toView(row, whose), (row) => [row.decidedAt.toISOString(), row.id]);
  } // prettier-ignore

  /** Judged anew from the facts: the table of clocks does not keep it. @returns by clock */
  private async whose(rows: readonly Row[], now: Date): Promise<Map<string, CountedClockView['late']>> {
    const late = rows.filter((row) => row.decidedAt.getTime() === row.dueAt.getTime());
    const facts = await factsOfCases(this.db, [...new Set(late.map((row) => row.caseId))]);
    const found = new Map<string, CountedClockView['late']>();
    for (const row of late) {
      const promises = await this.promises.byIds(row.promiseIds);
      const verdict = verdictsOf(facts.get(row.caseId) ?? [], promises, now.getTime());
      const mine = verdict.clocks.find((v) => v.clock === row.kind && v.startedAt === row.startedAt.getTime());
      if (mine && mine.breachedAt !== null) found.set(row.id, whoseWait(mine));
    }
    return found;
  }
}

function toView(row: Row, whose: ReadonlyMap<string, CountedClockView['late']>): CountedClockView {
  const { id, caseId, kind, episode, who, startedAt, dueAt, stoppedAt, decidedAt } = row;
  return {
    ...{ caseId, kind, episode, who },
    startedAt: startedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    stoppedAt: stoppedAt?.toISOString() ?? null,
    decidedAt: decidedAt.toISOString(),
    late: whose.get(id) ?? null,
  };
}
