/** The report of how standards were kept, each figure with how much was heard of what it speaks of. */
import { Injectable } from '@nestjs/common';
import { COVERAGE_COLUMNS, coverageCells } from '#libs/contracts/coverage-cells.js';
import { csvLine } from '#libs/contracts/csv.js';
import type { AttainmentView, BlindTime, Counted, StandardScope } from '#libs/contracts/http/standards.js';
import type { CoverageShares } from '#libs/contracts/views/coverage.js';
import { Database } from '../database/database.js';
import { blindTimes, type BlindWithin } from '../database/views/blind-times.js';
import { coverageShares, type Span } from '../database/views/coverage-shares.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { AttainmentQuery, type Attained } from './attainment.query.js';
import { StandardsQuery } from './standards.query.js';

const SHOWN = 20;
const COLUMNS = [
  'standard', 'promise', 'period', 'from', 'to', 'in time', 'late', 'unacceptable', 'excluded', 'kept percent', 'promised percent', ...COVERAGE_COLUMNS, 'blind times',
]; // prettier-ignore

@Injectable()
export class AttainmentReport {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly attained: AttainmentQuery,
    private readonly standards: StandardsQuery,
  ) {}

  /** @param weeks the last of them ends now @returns every standard in force, in order */
  async run(weeks: number, by: Responder): Promise<AttainmentView[]> {
    const now = this.clock.now();
    const [attained, { items }] = await Promise.all([this.attained.run(weeks, by), this.standards.all(by)]);
    const scopes = new Map(items.map(({ id, inForce }) => [id, inForce?.terms.scope]));
    const asked = attained.map((one) => ({ one, spans: spansOf(one, now, scopes.get(one.standardId)) }));
    const shares = await coverageShares(
      this.db,
      asked.flatMap(({ spans }) => spans),
    );
    const blind = await blindTimes(
      this.db,
      asked.map(({ spans: [window] }) => window as Span),
      SHOWN,
    );
    let next = 0;
    return asked.map(({ one, spans }, i) => withCoverage(one, spans, shares.slice(next, (next += spans.length)), blind[i] as BlindWithin));
  } // prettier-ignore

  /** @returns the report as lines of CSV: the window of each standard and each of its weeks */
  async *lines(weeks: number, by: Responder): AsyncGenerator<string> {
    yield csvLine(COLUMNS);
    const { items } = await this.standards.all(by);
    for (const { standardId, window, weeks: each } of await this.run(weeks, by)) {
      const { sentence = '', terms } = items.find(({ id }) => id === standardId)?.inForce ?? {};
      const cells = (period: string, { from, to, met, late, unacceptable, excluded, coverage }: Figures, blind: readonly BlindTime[]) =>
        csvLine([standardId, sentence, period, from, to, met, late, unacceptable, excluded, keptPercent(met, late), terms?.percent, ...coverageCells(coverage), blind.map(inWords).join('; ')]); // prettier-ignore
      yield cells('window', window, window.blind);
      for (const week of each) yield cells('week', week, within(window.blind, week));
    }
  }
}

type Figures = Counted & { from: string; to: string; coverage: CoverageShares };

/** The window of a standard, then its weeks. */
function spansOf({ window, weeks }: Attained, now: Date, scope: StandardScope | undefined): Span[] {
  const about = { networks: scope?.networks ?? [], sourceIds: scope?.sourceIds ?? [] };
  const ends = [now, ...weeks.map((_, i) => new Date(weeks[i + 1]?.from ?? now))];
  return [window, ...weeks].map(({ from }, i) => ({ from: new Date(from), to: ends[i] as Date, ...about }));
}

function withCoverage({ standardId, window, weeks }: Attained, spans: readonly Span[], shares: readonly CoverageShares[], blind: BlindWithin): AttainmentView {
  const heard = (i: number) => ({ to: (spans[i] as Span).to.toISOString(), coverage: shares[i] as CoverageShares });
  return {
    standardId,
    window: { ...window, ...heard(0), blind: blind.newest, blindTimes: blind.count },
    weeks: weeks.map((week, i) => ({ ...week, ...heard(i + 1) })),
  };
} // prettier-ignore

const within = (blind: readonly BlindTime[], { from, to }: { from: string; to: string }) =>
  blind.filter((one) => one.from < to && (one.to === null || one.to > from));

const keptPercent = (met: number, late: number) =>
  met + late === 0 ? null : Math.floor((met / (met + late)) * 10_000 + 1e-6) / 100;

const inWords = ({ source, from, to, reason }: BlindTime) => `${source.name}: ${from} to ${to ?? 'now'} (${reason ?? '?'})`;
