/** Trying a standard before it is one: why it cannot be, which stored cases it would catch, where it meets others. */
import { Injectable } from '@nestjs/common';
import type { CheckedStandard, CheckStandard as CheckBody, StandardTerms } from '#libs/contracts/http/standards.js';
import { sentenceText, standardSentence } from '#libs/contracts/standard-sentence.js';
import { fits, overlapsOf, standardsFor, type CaseTraits } from '#libs/sla/match-standards.js';
import { faultsOf } from '#libs/sla/standard-faults.js';
import { Database } from '../database/database.js';
import { namesFor } from '../database/views/standard-names.js';
import { caseCards } from '../database/views/case-cards.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { calendarOf } from './change-standards.js';
import { StandardsQuery } from './standards.query.js';

/** The newest cases that are looked at; a preview, not a report. */
const MOST_CASES = 10_000;
const SAMPLE = 10;
/** The new one's id while it has none. */
const NEW = '0';

/** A case's traits as it opened; the priority is the one it has now. */
export const TRAITS = `
  c.id, c.watch_id as "watchId", c.source_id as "sourceId", c.network, c.preview ->> 'lang' as language, c.intent, c.priority, a.followers, c.tier`;

@Injectable()
export class CheckStandard {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly standards: StandardsQuery,
  ) {}

  /** @param body with `standardId` when it is a change of that one: it then stands in its place, else at the end */
  async run({ terms, standardId, days }: CheckBody, by: Responder): Promise<CheckedStandard> {
    const now = this.clock.now();
    const names = await namesFor(this.db, by.teamIds);
    const list = await this.listWith(terms, standardId, by);
    const cases = await this.db.query<CaseTraits & { id: string }>(
      `select ${TRAITS} from desk_case c join author a on a.id = c.author_id
       where c.team_id = any($1::bigint[]) and c.opened_at >= $2::timestamptz - make_interval(days => $3) order by c.id desc limit ${MOST_CASES}`,
      [by.teamIds, now, days],
    );
    const mine = standardId ?? NEW;
    const caught = cases.filter((traits) => standardsFor(list, traits).some((s) => s.id === mine));
    const sample = caught.slice(0, SAMPLE).map((c) => c.id);
    const cards = await caseCards(this.db, sample);
    return {
      sentence: sentenceText(terms, names, by.locale),
      said: standardSentence(terms, names, by.locale),
      faults: faultsOf(terms, await calendarOf(this.db, terms.calendarId), now.getTime()),
      overlaps: overlapsOf(list).filter((o) => o.first === mine || o.second === mine),
      looked: cases.length,
      fits: cases.filter((traits) => fits(terms.scope, traits)).length,
      caught: caught.length,
      sample: sample.flatMap((id) => cards.get(id) ?? []),
    };
  }

  private async listWith(terms: StandardTerms, standardId: string | null, by: Responder) {
    const mine = { id: standardId ?? NEW, clock: terms.clock, scope: terms.scope };
    const { items } = await this.standards.all(by);
    const list = items.flatMap(({ id, inForce }) =>
      id === standardId ? [mine] : inForce ? [{ id, clock: inForce.terms.clock, scope: inForce.terms.scope }] : [],
    );
    return list.includes(mine) ? list : [...list, mine];
  }
}
