/** What a rule would have done on the cases of the last weeks: the same decisions, in their order, with nothing sent and nothing stored. */
import { Injectable } from '@nestjs/common';
import { missedCondition } from '#libs/acknowledgement/rule-matches.js';
import { overLimit } from '#libs/acknowledgement/limits.js';
import type { PreviewAnswer, PreviewRule as PreviewRuleBody } from '#libs/contracts/http/acknowledgement-rules.js';
import type { CalendarRules } from '#libs/time/calendar-rules.js';
import { Database } from '../database/database.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { calendarOf, openAt, type ActiveRule } from './active-rules.js';
import { caseContexts, forRules, type CaseContext } from './case-contexts.js';
import { compose } from './compose.js';
import { dueAt, refusalOf } from './decide.js';
import { checkDefinition } from './save-rule.js';
import { Spoken } from './spoken.js';

/** Cases that one preview looks at: enough for weeks of most desks, bounded for the others. */
const MOST_CASES = 2000;
const SHOWN = 50;
const IN_ONE_READ = 500;
const DAY_MS = 86_400_000;

type Line = PreviewAnswer['lines'][number];

@Injectable()
export class PreviewRule {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Looked at as if each case had just been opened: its posts as they were heard, without what people did afterwards.
   * @throws DeskError invalid-body
   */
  async run({ definition, days }: PreviewRuleBody, by: Responder): Promise<PreviewAnswer> {
    checkDefinition(definition);
    const now = this.clock.now();
    const found = await this.db.query<{ id: string; at: Date }>(
      `select id, opened_at as at from desk_case where team_id = any($1::bigint[]) and opened_at > $2 order by opened_at desc, id desc limit ${MOST_CASES + 1}`,
      [by.teamIds, new Date(now.getTime() - days * DAY_MS)],
    );
    const cases = found.slice(0, MOST_CASES).reverse();
    const rule = await this.rule(definition, by);
    const spoken = new Spoken();
    const lines: Line[] = [];
    for (let from = 0; from < cases.length; from += IN_ONE_READ)
      lines.push(...(await this.read(cases.slice(from, from + IN_ONE_READ), rule, spoken)));
    const counts: Record<string, number> = {};
    for (const { outcome } of lines) counts[outcome] = (counts[outcome] ?? 0) + 1;
    const concerned = lines.filter(({ outcome }) => outcome !== 'no-rule');
    return { cases: cases.length, capped: found.length > MOST_CASES, counts, lines: concerned.reverse().slice(0, SHOWN) };
  }

  private async rule(definition: PreviewRuleBody['definition'], by: Responder): Promise<ActiveRule> {
    const calendar = await this.db.one<{ rules: CalendarRules }>(
      `select rules from calendar_version where calendar_id = $1 order by n desc limit 1`,
      [definition.calendarId],
    );
    const rest = { id: '0', teamId: by.teamIds[0] ?? '', version: 0, state: 'shadow' as const, definition };
    return { ...rest, ...calendarOf(calendar?.rules ?? null) };
  }

  private async read(cases: { id: string; at: Date }[], rule: ActiveRule, spoken: Spoken): Promise<Line[]> {
    const contexts = await caseContexts(
      this.db,
      cases.map(({ id }) => id),
      this.clock.now(),
    );
    return cases.flatMap(({ id, at }) => {
      const of = contexts.get(id);
      return of ? [lineOf(of, rule, spoken, at)] : [];
    });
  }
}

function lineOf(of: CaseContext, rule: ActiveRule, spoken: Spoken, at: Date): Line {
  const { caseId, network, handle, name, text } = of;
  const about = { caseId, at: at.toISOString(), network, author: { handle, name }, preview: text.slice(0, 200) };
  return { ...about, ...outcomeOf(of, rule, spoken, at) };
}

function outcomeOf(of: CaseContext, rule: ActiveRule, spoken: Spoken, at: Date): Pick<Line, 'outcome' | 'reason' | 'text'> {
  if (missedCondition(rule.definition.conditions, forRules(of, openAt(rule, at))))
    return { outcome: 'no-rule', reason: null, text: null };
  const refused = refusalOf(asHeard(of));
  if (refused) return { outcome: 'refused', reason: refused.reason, text: null };
  const then = dueAt(rule, at);
  const over = overLimit(rule.definition.limits, spoken.counts(of, rule.definition.limits, then), of.facts.limits.perHour);
  if (over !== null) return { outcome: 'held', reason: over, text: null };
  const words = compose(of, rule, spoken, then);
  if ('held' in words) return { outcome: 'held', reason: words.held, text: null };
  spoken.say(of, words.wording, then);
  return { outcome: 'would-send', reason: null, text: words.text };
}

/** Today the post is old, and answered; when it was heard it was neither. */
function asHeard(of: CaseContext): CaseContext {
  const facts = new Set(of.facts.facts);
  facts.delete('old');
  facts.delete('automated-in-thread');
  return { ...of, facts: { ...of.facts, facts } };
}
