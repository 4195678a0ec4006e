/**
 * whole_case: one case as its page shows it and as verbs decide by it, from one snapshot. A function, because its statement is big: each
 * connection plans it once, and never by a scan of a whole table, however small it was then (docs/decisions/0035, 0041).
 */
import { wholeCase } from '../views/whole-case.js';
import type { FunctionDefinition } from './apply-functions.js';

export const PLANNED_ONCE = 'set jit = off set enable_seqscan = off set plan_cache_mode = force_generic_plan';

export const WHOLE_CASE: FunctionDefinition = {
  name: 'whole_case',
  sql: `
create or replace function whole_case(p_case bigint, p_now timestamptz, p_teams bigint[]) returns json language plpgsql stable ${PLANNED_ONCE} as $$
#variable_conflict use_column
declare v json;
begin
  select to_json(x) into v from (${wholeCase('p_case', 'p_now', 'p_teams')}) as x;
  return v;
end $$`,
};
