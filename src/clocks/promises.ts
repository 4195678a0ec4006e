/** What is promised: the standards in force, in order, and every promise that was ever made to a case. In memory; read anew when it changes. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { StandardTerms } from '#libs/contracts/http/standards.js';
import type { ClockKind } from '#libs/contracts/words.js';
import type { ClockPromise } from '#libs/sla/clock-promise.js';
import { standardsFor, type CaseTraits } from '#libs/sla/match-standards.js';
import { BusinessCalendar } from '#libs/time/business-calendar.js';
import type { CalendarRules } from '#libs/time/calendar-rules.js';
import { Database } from '../database/database.js';
import { OutboxTail } from '../outbox/tail.js';
import { toPromise } from './promise-of.js';

/** A promise with the standard it comes from. */
export interface MadePromise extends ClockPromise {
  standardId: string;
  standardVersionId: string;
  terms: StandardTerms;
}

interface InForce {
  clock: ClockKind;
  scope: StandardTerms['scope'];
  promise: MadePromise;
}

interface Row {
  id: string;
  standardId: string;
  standardVersionId: string;
  terms: unknown;
  calendarVersionId: string | null;
  rules: CalendarRules | null;
}

const SELECT = `
  select p.id, v.standard_id as "standardId", v.id as "standardVersionId", v.terms, p.calendar_version_id as "calendarVersionId", c.rules
  from promise p join standard_version v on v.id = p.standard_version_id left join calendar_version c on c.id = p.calendar_version_id`;
/** Of each standard that is not retired the newest version, with the newest version of its calendar. */
const IN_FORCE = `
  select distinct on (s.position, s.id) p.id
  from standard s join standard_version v on v.standard_id = s.id and v.published_at is not null
  join promise p on p.standard_version_id = v.id
  where s.retired_at is null order by s.position, s.id, v.n desc, p.calendar_version_id desc nulls last`;

@Injectable()
export class Promises implements OnApplicationBootstrap {
  private inForce: InForce[] = [];
  private words: string[] = [];
  private readonly known = new Map<string, MadePromise>();
  private readonly calendars = new Map<string, BusinessCalendar>();

  constructor(
    private readonly db: Database,
    private readonly tail: OutboxTail,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.tail.onEvents((events) => (events.some((e) => e.kind === 'settings.changed') ? this.load() : undefined));
    await this.load();
  }

  /** Reads what is in force now. Call it after a change, so that the next case is promised the new. */
  async load(): Promise<void> {
    const ids = (await this.db.query<{ id: string }>(IN_FORCE)).map((row) => row.id);
    const promises = await this.byIds(ids);
    this.inForce = promises.map((promise) => ({ clock: promise.clock, scope: promise.terms.scope, promise }));
    this.words = [...new Set(promises.flatMap((p) => p.emergencyWords))];
  }

  /** @returns what a case is promised that opens now: at most one promise for each clock */
  planFor(traits: CaseTraits): MadePromise[] {
    return standardsFor(this.inForce, traits).map((s) => s.promise);
  }

  /** Every emergency word of the standards in force, as people wrote them. */
  emergencyWords(): readonly string[] {
    return this.words;
  }

  /** @returns the promises, also of standards that are long replaced, in the order of the ids */
  async byIds(ids: readonly string[]): Promise<MadePromise[]> {
    const missing = [...new Set(ids)].filter((id) => !this.known.has(id));
    if (missing.length > 0)
      for (const row of await this.db.query<Row>(`${SELECT} where p.id = any($1::bigint[])`, [missing]))
        this.known.set(row.id, this.read(row));
    return ids.flatMap((id) => this.known.get(id) ?? []);
  }

  /** Terms that were stored before a part of them was known get its default. */
  private read({ id, standardId, standardVersionId, terms: stored, calendarVersionId, rules }: Row): MadePromise {
    const terms = StandardTerms.parse(stored);
    return {
      ...toPromise(id, terms, rules && this.calendar(calendarVersionId as string, rules)),
      standardId,
      standardVersionId,
      terms,
    };
  }

  private calendar(versionId: string, rules: CalendarRules): BusinessCalendar {
    const known = this.calendars.get(versionId) ?? new BusinessCalendar(rules);
    this.calendars.set(versionId, known);
    return known;
  }
}
