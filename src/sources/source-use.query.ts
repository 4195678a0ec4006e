/** What every source used this month, and will have used by its end. */
import { Injectable } from '@nestjs/common';
import { costOf, shareUsed, type Use } from '#libs/listening/budget.js';
import type { SourceUseView } from '#libs/contracts/views/budget.js';
import type { Page } from '#libs/contracts/values.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import { SourceBudget, type MonthUse } from './source-budget.js';

@Injectable()
export class SourceUseQuery {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly budgets: SourceBudget,
  ) {}

  async run(): Promise<Page<SourceUseView>> {
    const rows = await this.db.query<{ id: string; cappedUntil: Date | null }>(
      `select id, case when capped_until > $1 then capped_until end as "cappedUntil" from source order by id desc limit 1000`,
      [this.clock.now()],
    );
    const use = await this.budgets.of(rows.map((row) => row.id));
    const items = rows.flatMap(({ id, cappedUntil }) => {
      const month = use.get(id);
      return month ? [toView(id, month, cappedUntil)] : [];
    });
    return { items, nextCursor: null };
  }
}

function toView(sourceId: string, { budget, month, perDay, foreseen }: MonthUse, cappedUntil: Date | null): SourceUseView {
  const priced = (use: Use) => ({ ...use, money: Math.round(costOf(budget, use) * 10_000) / 10_000 });
  return {
    sourceId,
    budget,
    month: priced(month),
    perDay: priced(perDay),
    foreseen: priced(foreseen),
    share: finite(shareUsed(budget, month)),
    foreseenShare: finite(shareUsed(budget, foreseen)),
    cappedUntil: cappedUntil?.toISOString() ?? null,
  };
}

/** In ten-thousandths; a cap of nothing is used up at once. */
function finite(share: number | null): number | null {
  return share === null ? null : share === Infinity ? 1 : Math.round(share * 10_000) / 10_000;
}
