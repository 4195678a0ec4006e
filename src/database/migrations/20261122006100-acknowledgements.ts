/** Acknowledging by machine: rules in versions, the ledger of what became of each post, and storms that handed over to people. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Acknowledgements20261122006100 implements MigrationInterface {
  readonly name = 'Acknowledgements20261122006100';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table acknowledgement_rule (
        id bigint generated always as identity primary key,
        team_id bigint not null references team,
        name text not null,
        is_on boolean not null default true,
        removed_at timestamptz
      );
      create unique index acknowledgement_rule_name on acknowledgement_rule (team_id, lower(name)) where removed_at is null;
      create table acknowledgement_rule_version (
        rule_id bigint not null references acknowledgement_rule,
        n int not null,
        state text not null check (state in ('draft', 'shadow', 'proposed', 'live', 'retired')),
        definition jsonb not null,
        person_id bigint references person,
        at timestamptz not null,
        approved_by bigint references person,
        approved_at timestamptz,
        primary key (rule_id, n),
        check (state <> 'live' or (approved_by is not null and approved_by is distinct from person_id))
      );
      create unique index acknowledgement_one_live on acknowledgement_rule_version (rule_id) where state = 'live';
      create unique index acknowledgement_one_next on acknowledgement_rule_version (rule_id) where state in ('draft', 'shadow', 'proposed');
      create table acknowledgement_rule_log (
        id bigint generated always as identity primary key,
        rule_id bigint not null references acknowledgement_rule,
        n int not null,
        at timestamptz not null,
        person_id bigint references person,
        what text not null
      );
      create index acknowledgement_rule_log_rule on acknowledgement_rule_log (rule_id, id desc);
      create table acknowledgement_decision (
        id bigint generated always as identity primary key,
        mention_id bigint not null references mention,
        case_id bigint not null references desk_case,
        team_id bigint not null references team,
        author_id bigint not null references author,
        source_id bigint not null references source,
        network text not null,
        shadow boolean not null,
        outcome text not null check (outcome in ('no-rule', 'joined', 'refused', 'held', 'would-send', 'waiting', 'queued', 'cancelled')),
        reason text,
        permission_rules text[] not null default '{}',
        rule_id bigint references acknowledgement_rule,
        rule_n int,
        lang text,
        wording text,
        text text,
        at timestamptz not null,
        due_at timestamptz,
        decided_at timestamptz,
        reply_id bigint unique references reply,
        judged_right boolean,
        judged_by bigint references person,
        unique (mention_id, shadow),
        check ((outcome = 'waiting') = (decided_at is null)),
        check (outcome <> 'waiting' or due_at is not null),
        check ((outcome = 'queued') = (reply_id is not null))
      );
      create index acknowledgement_due on acknowledgement_decision (due_at) where outcome = 'waiting';
      create index acknowledgement_ledger on acknowledgement_decision (team_id, id desc);
      create index acknowledgement_acted on acknowledgement_decision (team_id, id desc) where outcome not in ('no-rule', 'joined');
      create index acknowledgement_case on acknowledgement_decision (case_id);
      create index acknowledgement_author on acknowledgement_decision (author_id) where outcome in ('queued', 'would-send');
      create index acknowledgement_spoken on acknowledgement_decision (source_id, lang, decided_at desc) where outcome = 'queued';
      create index acknowledgement_rate on acknowledgement_decision (team_id, shadow, decided_at) where outcome in ('queued', 'would-send');
      create index acknowledgement_by_rule on acknowledgement_decision (rule_id, at) where rule_id is not null;
      create table automation_hold (
        id bigint generated always as identity primary key,
        team_id bigint not null references team,
        since timestamptz not null,
        reason text not null,
        sent_before int not null,
        ended_at timestamptz,
        ended_by bigint references person
      );
      create unique index automation_hold_one on automation_hold (team_id) where ended_at is null;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop table automation_hold, acknowledgement_decision, acknowledgement_rule_log, acknowledgement_rule_version, acknowledgement_rule;`);
  }
}
