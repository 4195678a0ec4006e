/**
 * read_case and case_page: what verbs decide by, and the whole case as its page shows it, each from one snapshot. Functions, because their
 * statements are big: each connection plans them once, and never by a scan of a whole table, however small it was then (docs/decisions/0035).
 */
import { casePage } from '../views/case-page.js';
import { caseReading } from '../views/case-reading.js';
import { standingJson } from '../views/case-standing.js';
import type { FunctionDefinition } from './apply-functions.js';

const PLANNED_ONCE = 'set jit = off set enable_seqscan = off set plan_cache_mode = force_generic_plan';

export const READ_CASE: FunctionDefinition = {
  name: 'read_case',
  sql: `
create or replace function read_case(p_case bigint, p_teams bigint[], p_needs text) returns json language plpgsql stable ${PLANNED_ONCE} as $$
#variable_conflict use_column
declare v json;
begin
  if p_needs = 'record' then
    select to_json(x) into v from (${caseReading('record', 'p_case', 'p_teams')}) as x;
  elsif p_needs = 'facts' then
    select to_json(x) into v from (${caseReading('facts', 'p_case', 'p_teams')}) as x;
  else
    select to_json(x) into v from (${caseReading('answer', 'p_case', 'p_teams')}) as x;
  end if;
  return v;
end $$`,
};

/** How the case stands is a statement of its own within the same snapshot: who has just read it does without. */
export const CASE_PAGE: FunctionDefinition = {
  name: 'case_page',
  sql: `
drop function if exists case_page(bigint, timestamptz, bigint[]);
create or replace function case_page(p_case bigint, p_now timestamptz, p_teams bigint[], p_standing boolean default true) returns json
language plpgsql stable ${PLANNED_ONCE} as $$
#variable_conflict use_column
declare v json; v_author bigint; v_standing json;
begin
  select author_id into v_author from desk_case where id = p_case;
  if p_standing then
    v_standing := ${standingJson('p_case')};
  end if;
  select to_json(x) into v from (${casePage('p_case', 'p_now', 'p_teams', { author: 'v_author', standing: 'v_standing' })}) as x;
  return v;
end $$`,
};
