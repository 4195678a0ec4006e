/** How much was heard, over all sources or by one, from the ledger. */
import { Injectable } from '@nestjs/common';
import { knownNotes, type Note } from '#libs/contracts/notes.js';
import { addHeard, heardWithin, type Stretch } from '#libs/listening/coverage.js';
import type { CoverageQuery as CoverageQueryBody } from '#libs/contracts/http/coverage.js';
import type { CoverageShares, CoverageView, HealthLine, SourceHealthView } from '#libs/contracts/views/coverage.js';
import { Database } from '../database/database.js';
import { coverageShares, sharesOf } from '../database/views/coverage-shares.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { CadenceQuery } from './cadence.query.js';
import { findSource } from './source.rows.js';

const DAY_MS = 86_400_000;
const SHOWN = 200;
/** Lines of one source that are shown; a source with more in the time asked for is best looked at in parts. */
const LINES = 2000;

interface LineRow extends Stretch {
  id: string;
  sourceId: string;
  name: string;
  kind: string;
  health: CoverageView['sources'][number]['health'];
  reason: HealthLine['reason'];
  message: string | null;
  notes: Note[];
  lateMentions: number | null;
}

const LINES_WITHIN = `
  select h.id, h.source_id as "sourceId", s.name, s.kind, case when s.enabled then s.health else 'off' end as health, h.state,
    h.from_at as "from", h.to_at as "to", h.reason, h.message, h.notes, h.unheard_from as "unheardFrom", h.unheard_to as "unheardTo",
    h.late_mentions as "lateMentions"
  from source_health h join source s on s.id = h.source_id
  where h.from_at < $2 and (h.to_at is null or h.to_at > $1)`;

@Injectable()
export class CoverageQuery {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cadence: CadenceQuery,
  ) {}

  /** Over every source. */
  async run(query: CoverageQueryBody): Promise<CoverageView> {
    const { from, to } = this.within(query);
    const rows = await this.db.query<LineRow>(`${LINES_WITHIN} order by h.from_at desc, h.id desc`, [from, to]);
    const heard = bySource(rows).map((lines) => ({ lines, heard: heardWithin(lines, from, to) }));
    const sources = heard.map(({ lines: [line], heard: sum }) => {
      const { sourceId: id, name, kind, health } = line as LineRow;
      return { source: { id, name, kind }, health, ...sharesOf(sum) };
    });
    const windows = rows
      .filter((row) => row.state === 'blind')
      .slice(0, SHOWN)
      .map((row) => ({ ...toLine(row), source: { id: row.sourceId, name: row.name, kind: row.kind } }));
    const all = sharesOf(addHeard(heard.map((one) => one.heard)));
    sources.sort((a, b) => b.blindSeconds - a.blindSeconds || a.source.name.localeCompare(b.source.name));
    return { from: from.toISOString(), to: to.toISOString(), ...all, sources, windows };
  }

  /** The shares of the time up to now, and nothing else: for those who show one figure. @param days how far back */
  async shares(days: number): Promise<CoverageShares> {
    const to = this.clock.now();
    const [shares] = await coverageShares(this.db, [{ from: new Date(to.getTime() - days * DAY_MS), to }]);
    return shares as CoverageShares;
  }

  /** One source. @throws DeskError `not-found` */
  async one(id: string, query: CoverageQueryBody): Promise<SourceHealthView> {
    const row = await findSource(this.db, id);
    if (!row) throw new DeskError('not-found');
    const { from, to } = this.within(query);
    const rows = await this.db.query<LineRow>(
      `select * from (${LINES_WITHIN} and h.source_id = $3 order by h.from_at desc limit ${LINES}) as latest order by "from", id`,
      [from, to, id],
    );
    const cadence = await this.cadence.run(id);
    const health = row.enabled ? row.health : 'off';
    const shares = sharesOf(heardWithin(rows, from, to));
    return { from: from.toISOString(), to: to.toISOString(), health, ...shares, cadence, lines: rows.map(toLine) };
  }

  private within({ from, to }: CoverageQueryBody): { from: Date; to: Date } {
    const now = this.clock.now();
    const end = to === undefined || Date.parse(to) > now.getTime() ? now : new Date(to);
    const start = from === undefined ? new Date(end.getTime() - DAY_MS) : new Date(from);
    return { from: start < end ? start : new Date(end.getTime() - 1), to: end };
  }
}

function bySource(rows: readonly LineRow[]): LineRow[][] {
  const found = new Map<string, LineRow[]>();
  for (const row of rows) {
    const lines = found.get(row.sourceId);
    if (lines) lines.push(row);
    else found.set(row.sourceId, [row]);
  }
  return [...found.values()];
}

function toLine(row: LineRow): HealthLine {
  const { id, state, reason, message, lateMentions } = row;
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id,
    state,
    from: row.from.toISOString(),
    to: iso(row.to),
    reason,
    message,
    notes: knownNotes(row.notes),
    unheardFrom: iso(row.unheardFrom),
    unheardTo: iso(row.unheardTo),
    lateMentions,
  };
}
