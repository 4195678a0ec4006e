/**
 * read_cases: cases as their pages show them and as verbs decide by them, from one snapshot. A function, because its statement is big: each
 * connection plans it once, and never by a scan of a whole table, however small it was then; and of several cases at once, because to begin
 * it costs more than to read one case more (docs/decisions/0035, 0041).
 */
import { caseAsRead } from '../views/whole-case.js';
import type { FunctionDefinition } from './apply-functions.js';

export const PLANNED_ONCE = 'set jit = off set enable_seqscan = off set plan_cache_mode = force_generic_plan';

/** p_asked: `n` which question, `id` of the case, `now` the moment, `teams` of whoever asks. A case of other teams is left out. */
export const READ_CASES: FunctionDefinition = {
  name: 'read_cases',
  sql: `
create or replace function read_cases(p_asked jsonb) returns table (n int, read json) language plpgsql stable ${PLANNED_ONCE} as $$
#variable_conflict use_column
begin
  return query
    select asked.n, x.read from jsonb_to_recordset(p_asked) as asked(n int, id bigint, now timestamptz, teams bigint[])
    cross join lateral (
      select ${caseAsRead('asked.now', 'asked.teams')} as read from desk_case c where c.id = asked.id and c.team_id = any(asked.teams) offset 0) as x;
end $$`,
};
