/** The desk's figures for Prometheus; counts come from the database at the moment of asking, so that several processes agree. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { OutboxTail } from '../outbox/tail.js';
import type { Figures } from './figures.prom.js';

/** Name, help and how it is counted. Each is bounded by a partial index or by the number of sources. */
const COUNTED = [
  ['earshot_cases_open', 'Cases that are not resolved', `select count(*) from desk_case where status <> 'resolved'`],
  [
    'earshot_cases_late',
    'Open cases with a clock past its due time',
    `select count(*) from desk_case where status <> 'resolved' and next_due_at <= now()`,
  ],
  ['earshot_clocks_overdue_seconds', 'How long the oldest due clock has waited to fire', `select coalesce(greatest(extract(epoch from now() - min(fires_at)), 0), 0) from clock where fires_at is not null`], // prettier-ignore
  ['earshot_replies_due', 'Replies that wait to be sent or settled', `select count(*) from reply where due_at is not null`],
  ['earshot_sources_blind', 'Sources that hear nothing', `select count(*) from source where enabled and health = 'blind'`],
  ['earshot_posts_accepted_total', 'Posts taken from all sources', `select coalesce(sum(accepted), 0) from source`],
  [
    'earshot_posts_refused_total',
    'Posts that could not be read, kept with their reason',
    `select coalesce(sum(refused), 0) from source`,
  ],
  ['earshot_mentions_total', 'Posts that concern us', `select coalesce(sum(matched), 0) from source`],
] as const;

const PLACE = ['earshot_outbox_seq', 'Place in the outbox up to which this process has told its clients'] as const;

@Injectable()
export class Metrics {
  private figures: Promise<Figures> | undefined;

  constructor(
    private readonly db: Database,
    private readonly tail: OutboxTail,
  ) {}

  /** The process is counted from here on, at the latest from the first question. */
  prepare(): Promise<Figures> {
    this.figures ??= import('./figures.prom.js').then(({ makeFigures }) => makeFigures([...COUNTED, PLACE]));
    return this.figures;
  }

  /** @returns everything in the text format */
  async text(): Promise<string> {
    const row = await this.db.one<Record<string, string>>(
      `select ${COUNTED.map(([, , sql], i) => `(${sql}) as v${i}`).join(', ')}`,
    );
    const figures = await this.prepare();
    COUNTED.forEach(([name], i) => figures.set(name, Number(row?.[`v${i}`] ?? 0)));
    figures.set(PLACE[0], this.tail.seq);
    return figures.text();
  }
}
