/** A manager writes a rule, or a new version of one. The version that sends goes on until another person has approved the new one. */
import { Injectable } from '@nestjs/common';
import { unknownSlots } from '#libs/acknowledgement/fill-slots.js';
import type { RuleDefinition, RuleView, SaveRule as SaveRuleBody } from '#libs/contracts/http/acknowledgement-rules.js';
import { isZone } from '#libs/time/zone-offset.js';
import { Database, type Tx } from '../database/database.js';
import { addEvent } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import type { Responder } from '../platform/access/responder.js';
import { DeskError } from '../platform/errors.js';
import { logRule, RulesQuery } from './rules.query.js';

@Injectable()
export class SaveRule {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly rules: RulesQuery,
  ) {}

  /**
   * @param id null: a new rule. A draft is written over; what is in shadow or proposed becomes a draft again, in a version of its own
   * @throws DeskError not-found, name-taken, invalid-body saying where
   */
  async run(id: string | null, body: SaveRuleBody, by: Responder): Promise<RuleView> {
    checkDefinition(body.definition);
    const ruleId = await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const rule = id === null ? await this.add(tx, body, by) : await this.rename(tx, id, body.name, by);
      await checkReferences(tx, body.definition, by);
      const version = await this.draft(tx, rule, body.definition, by, now);
      await logRule(tx, rule, version, id === null ? 'made' : 'changed', by, now);
      await addEvent(tx, now, 'settings.changed', { what: 'acknowledgement-rules' });
      return rule;
    });
    return this.rules.one(ruleId, by);
  }

  private async add(tx: Tx, { name, teamId = undefined }: SaveRuleBody, by: Responder): Promise<string> {
    const team = teamId ?? by.teamIds[0];
    if (team === undefined || !by.teamIds.includes(team)) throw wrong('teamId', 'is none of your teams');
    await refuseTaken(tx, team, name, null);
    const [row] = await tx.query<{ id: string }>(
      `insert into acknowledgement_rule (team_id, name) values ($1, $2) returning id`,
      [team, name],
    );
    return row?.id ?? '';
  }

  private async rename(tx: Tx, id: string, name: string, by: Responder): Promise<string> {
    const found = await tx.one<{ teamId: string }>(
      `select team_id as "teamId" from acknowledgement_rule where id = $1 and removed_at is null and team_id = any($2::bigint[]) for update`,
      [id, by.teamIds],
    );
    if (!found) throw new DeskError('not-found');
    await refuseTaken(tx, found.teamId, name, id);
    await tx.query(`update acknowledgement_rule set name = $2 where id = $1`, [id, name]);
    return id;
  }

  private async draft(tx: Tx, ruleId: string, definition: RuleDefinition, by: Responder, now: Date): Promise<number> {
    await tx.query(
      `update acknowledgement_rule_version set state = 'retired' where rule_id = $1 and state in ('draft', 'shadow', 'proposed')`,
      [ruleId],
    );
    const [row] = await tx.query<{ n: number }>(
      `insert into acknowledgement_rule_version (rule_id, n, state, definition, person_id, at)
       values ($1, 1 + coalesce((select max(n) from acknowledgement_rule_version where rule_id = $1), 0), 'draft', $2, $3, $4) returning n`,
      [ruleId, JSON.stringify(definition), by.id, now],
    );
    return row?.n ?? 0;
  }
}

async function refuseTaken(tx: Tx, teamId: string, name: string, id: string | null): Promise<void> {
  const taken = await tx.one(
    `select 1 from acknowledgement_rule where team_id = $1 and lower(name) = lower($2) and removed_at is null and id is distinct from $3::bigint`,
    [teamId, name, id],
  );
  if (taken) throw new DeskError('name-taken', `There is a rule with the name ${name} already`);
}

/** @throws DeskError invalid-body: a slot nobody knows, an hour condition without a calendar, no text at all */
export function checkDefinition({ texts, quiet, conditions, calendarId }: RuleDefinition): void {
  if (Object.keys(texts).length === 0) throw wrong('definition.texts', 'give at least one wording');
  for (const [language, wordings] of Object.entries(texts))
    wordings.forEach((wording, i) => {
      const [unknown] = unknownSlots(wording);
      if (unknown) throw wrong(`definition.texts.${language}.${i}`, `there is no slot {${unknown}}`);
    });
  if (quiet && !isZone(quiet.zone)) throw wrong('definition.quiet.zone', 'there is no such time zone');
  if (conditions.hours !== 'any' && calendarId === null)
    throw wrong('definition.calendarId', 'a condition on hours needs a calendar');
}

/** Calendars, watches and sources that do not exist, or are another team's, would make a rule that never fits. */
async function checkReferences(tx: Tx, { calendarId, conditions }: RuleDefinition, by: Responder): Promise<void> {
  if (calendarId !== null && !(await tx.one(`select 1 from calendar where id = $1 and removed_at is null`, [calendarId])))
    throw wrong('definition.calendarId', 'there is no such calendar');
  const own = await tx.query<{ id: string }>(
    `select id from watch where id = any($1::bigint[]) and team_id = any($2::bigint[]) and deleted_at is null`,
    [conditions.watchIds, by.teamIds],
  );
  const watch = conditions.watchIds.find((id) => !own.some((one) => one.id === id));
  if (watch) throw wrong('definition.conditions.watchIds', `there is no watch ${watch}`);
}

function wrong(at: string, message: string): DeskError {
  return new DeskError('invalid-body', `${at}: ${message}`, { errors: [{ at, message }] });
}
