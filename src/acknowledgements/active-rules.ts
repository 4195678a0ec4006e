/** The rules that count now: live ones and those in shadow, by team, with their calendars. */
import type { RuleDefinition } from '#libs/contracts/http/acknowledgement-rules.js';
import { BusinessCalendar } from '#libs/time/business-calendar.js';
import type { CalendarRules } from '#libs/time/calendar-rules.js';
import type { Tx } from '../database/database.js';

export interface ActiveRule {
  id: string;
  teamId: string;
  version: number;
  state: 'live' | 'shadow';
  definition: RuleDefinition;
  calendar: BusinessCalendar | null;
  zone: string | null;
}

interface Row extends Omit<ActiveRule, 'calendar' | 'zone'> {
  calendarRules: CalendarRules | null;
}

/** @returns the rules of these teams in the order in which they were made: the first that is for a case takes it */
export async function activeRules(tx: Pick<Tx, 'query'>, teamIds: readonly string[]): Promise<ActiveRule[]> {
  const rows = await tx.query<Row>(
    `select r.id, r.team_id as "teamId", v.n as version, v.state, v.definition, k.rules as "calendarRules"
     from acknowledgement_rule r join acknowledgement_rule_version v on v.rule_id = r.id and v.state in ('live', 'shadow')
     left join lateral (
       select rules from calendar_version where calendar_id = (v.definition ->> 'calendarId')::bigint order by n desc limit 1) k on true
     where r.team_id = any($1::bigint[]) and r.is_on and r.removed_at is null order by r.id`,
    [teamIds],
  );
  return rows.map(({ calendarRules, ...rule }) => ({ ...rule, ...calendarOf(calendarRules) }));
}

/** @param rules of a calendar, or null */
export function calendarOf(rules: CalendarRules | null): Pick<ActiveRule, 'calendar' | 'zone'> {
  return rules === null ? { calendar: null, zone: null } : { calendar: new BusinessCalendar(rules), zone: rules.zone };
}

/** @returns whether the rule's calendar is open at that moment; null without a calendar */
export function openAt({ calendar }: Pick<ActiveRule, 'calendar'>, now: Date): boolean | null {
  return calendar === null ? null : calendar.nextOpening(now.getTime()) === now.getTime();
}
