/** Ladders in their order: the first that fits is climbed. */
import type { LadderView } from '#libs/contracts/http/ladders.js';
import type { Asks } from '../database/views/case-cards.js';

type Row = Pick<LadderView, 'id' | 'position' | 'name' | 'enabled'> & { definition: Pick<LadderView, 'on' | 'where' | 'rungs'> };

export async function ladders(asks: Asks): Promise<LadderView[]> {
  const rows = await asks.query<Row>(`select id, position, name, enabled, definition from ladder order by position, id`);
  return rows.map(({ definition, ...row }) => ({ ...row, ...definition }));
}
