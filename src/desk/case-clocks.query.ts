/** Replays the clocks of a case: the verdicts at any moment, by what the desk knew then, with the facts that decided them. */
import { Injectable } from '@nestjs/common';
import { sentenceText } from '#libs/contracts/standard-sentence.js';
import type { CaseClocks, ClockRecord, FactView } from '#libs/contracts/views/case-clocks.js';
import type { CaseFact } from '#libs/sla/facts.js';
import { verdictsOf, type Verdict } from '#libs/sla/verdicts.js';
import { factsOfCases } from '../clocks/case-facts.js';
import { Promises } from '../clocks/promises.js';
import { Database } from '../database/database.js';
import { namesFor } from '../database/views/standard-names.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';

@Injectable()
export class CaseClocksQuery {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly promises: Promises,
  ) {}

  /** @param at default now. @throws DeskError not-found */
  async run(caseId: string, at: string | undefined, by: Responder): Promise<CaseClocks> {
    const row = await this.db.one<{ promiseIds: string[] }>(
      `select promise_ids as "promiseIds" from desk_case where id = $1 and team_id = any($2::bigint[])`,
      [caseId, by.teamIds],
    );
    if (!row) throw new DeskError('not-found');
    const when = at === undefined ? this.clock.now().getTime() : Date.parse(at);
    const facts = (await factsOfCases(this.db, [caseId])).get(caseId) ?? [];
    const promises = await this.promises.byIds(row.promiseIds);
    const names = await namesFor(this.db, by.teamIds);
    const told = new Map(
      promises.map((p) => [p.id, { standardId: p.standardId, sentence: sentenceText(p.terms, names, by.locale) }]),
    );
    const verdict = verdictsOf(facts, promises, when);
    return {
      at: iso(when),
      facts: facts.filter((f) => f.knownAt <= when).map(toFactView),
      clocks: verdict.clocks.map((v) => toRecord(v, told.get(v.promiseId) ?? { standardId: '', sentence: '' })),
      waitingSince: isoOrNull(verdict.waitingSince),
      pausedSince: isoOrNull(verdict.pausedSince),
      excluded: verdict.excluded?.id ?? null,
    };
  }
}

const iso = (at: number) => new Date(at).toISOString();
const isoOrNull = (at: number | null | undefined) => (at === null || at === undefined ? null : iso(at));

function toFactView(f: CaseFact): FactView {
  return {
    id: f.id,
    kind: f.kind,
    at: iso(f.at),
    knownAt: iso(f.knownAt),
    writtenAt: isoOrNull(f.writtenAt),
    automatic: f.automatic ?? false,
    asks: f.needs ?? false,
    closing: f.closing ?? false,
    until: isoOrNull(f.until),
  };
}

function toRecord(v: Verdict, told: Pick<ClockRecord, 'standardId' | 'sentence'>): ClockRecord {
  return {
    kind: v.clock,
    episode: v.episode,
    ...told,
    state: v.state,
    startedAt: iso(v.startedAt),
    startedBy: v.startedBy.id,
    warnAts: v.warnAts.map(iso),
    warned: v.warned,
    dueAt: iso(v.dueAt),
    unacceptableAt: isoOrNull(v.unacceptableAt),
    breachedAt: isoOrNull(v.breachedAt),
    failedAt: isoOrNull(v.failedAt),
    pausedSince: isoOrNull(v.pausedSince),
    stoppedAt: isoOrNull(v.stoppedAt),
    stoppedBy: v.stoppedBy?.id ?? null,
    blindSeconds: v.blindMs / 1000,
    queueSeconds: v.queueMs / 1000,
    ownSeconds: v.ownMs / 1000,
  };
}
