/** What one poll uses: requests are counted as they are made, posts as they are read, and the cap of the month ends the poll. */
import { isSpent, NO_BUDGET, type Use } from '#libs/listening/budget.js';
import type { PollEnd, PollPage, Spent } from '../connectors/polls.js';
import type { SafeHttp } from '../platform/outbound/safe-http.js';
import type { MonthUse, SourceBudget } from '../sources/source-budget.js';
import { CountingHttp } from './counting-http.js';

const NOTHING: Use = { calls: 0, posts: 0, units: 0 };

export class PollMeter {
  readonly http: CountingHttp;
  private used: Use;
  /** Requests that are not written yet. */
  private pending = 0;

  /** @param month what the source used before; undefined when it has no budget, which costs no question */
  constructor(
    http: SafeHttp,
    private readonly sourceId: string,
    private readonly month: MonthUse | undefined,
    private readonly budgets: SourceBudget,
  ) {
    this.used = month?.month ?? NOTHING;
    this.http = new CountingHttp(http, () => {
      if (this.spent) return false;
      this.pending++;
      return true;
    });
  }

  /** The cap is reached: nothing more may be asked. */
  get spent(): boolean {
    if (this.month === undefined) return false;
    return isSpent(this.month.budget, { ...this.used, calls: this.used.calls + this.pending });
  }

  /** Before a page is stored: what it took was used, whatever becomes of it. */
  page({ posts, refused, spent }: PollPage): Promise<void> {
    const read = spent?.read ?? [...posts.map((p) => p.externalId), ...refused.flatMap((r) => r.externalId ?? [])];
    return this.write(spent, [...new Set(read)]);
  }

  end({ spent }: PollEnd): Promise<void> {
    return this.write(spent, [...new Set(spent?.read ?? [])], 1);
  }

  private async write(spent: Spent | undefined, read: readonly string[], polls = 0): Promise<void> {
    const calls = this.http.take() + (spent?.calls ?? 0);
    this.pending = 0;
    const use = { calls, posts: spent?.posts ?? 0, units: spent?.units ?? 0, polls };
    const added = await this.budgets.add(this.sourceId, this.month?.budget ?? NO_BUDGET, use, read);
    this.used = {
      calls: this.used.calls + added.calls,
      posts: this.used.posts + added.posts,
      units: this.used.units + added.units,
    };
  }
}
