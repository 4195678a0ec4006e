/** Stores what verbs decided: one change in one transaction, and what is decided at once together (docs/decisions/0041). */
import { Injectable } from '@nestjs/common';
import type { Judged } from '../clocks/project-clocks.js';
import { ALONE, CallsTogether } from '../database/calls-together.js';
import { Database } from '../database/database.js';
import { OutboxWake } from '../outbox/wake.js';
import { changesOf, eventsOf, storedEvents, type CaseEvent, type Changed } from './case-change.js';
import type { CaseInHand } from './case-in-hand.js';

const AT_ONCE = 20;

/** A verb's decision. `judged` null: no fact of the verb moves a clock. */
export interface Decided {
  hand: CaseInHand;
  judged: Judged | null;
}

/** The news of a decision; they lie in the transaction's places from `place` on. */
interface News extends Decided {
  place: number;
  events: CaseEvent[];
}

@Injectable()
export class StoreChanges {
  private readonly calls = new CallsTogether<Decided, Changed | null>({
    most: AT_ONCE,
    keyOf: ({ hand }) => hand.read.id,
    run: (decided) => this.store(decided),
  });

  constructor(
    private readonly db: Database,
    private readonly wake: OutboxWake,
  ) {}

  /** @returns what only the database knows of it; null when the case was changed by somebody else since it was read */
  run(decided: Decided): Promise<Changed | null> {
    return this.calls.ask(decided);
  }

  private async store(decided: readonly Decided[]): Promise<(Changed | null | typeof ALONE)[]> {
    const { told } = this.wake;
    const news = newsOf(decided);
    // As one value: for each value of its own the client of PostgreSQL looks up how it is read, for every call.
    const stored = await this.db.one<{ rows: Changed[] }>(
      `select coalesce(json_agg(x), '[]') as rows from save_changes($1, $2) as x`,
      [decided.map(({ hand }) => hand.read.id), JSON.stringify({ ...changesOf(decided), events: news.flatMap(placed), told })],
    );
    const changed = new Map(stored?.rows.map((row) => [row.case_id, row]));
    this.tell(news, changed, told);
    return decided.map(({ hand }) => changed.get(hand.read.id) ?? (decided.length > 1 ? ALONE : null));
  }

  private tell(news: readonly News[], changed: ReadonlyMap<string, Changed>, told: number): void {
    const events = news.flatMap(({ hand, place, events: of }) => {
      const row = changed.get(hand.read.id);
      return row ? storedEvents(of, row, place, hand.now) : [];
    });
    const next = [...changed.values()].every(({ is_next }) => is_next);
    if (events.length > 0) this.wake.offer({ events, told, next });
  }
}

function newsOf(decided: readonly Decided[]): News[] {
  let place = 0;
  return decided.map((one) => {
    const events = eventsOf(one.hand, one.judged);
    place += events.length;
    return { ...one, events, place: place - events.length };
  });
}

const placed = ({ hand, place, events }: News) =>
  events.map((event, n) => ({ ...event, place: place + n, caseId: hand.read.id, at: hand.now }));
