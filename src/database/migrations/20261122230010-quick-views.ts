/**
 * Indexes for what read its way through big tables: views of the queue in which few of many open cases stand, and the replies to a post.
 * `warned` marks open cases past the warning of a clock. It only leads the index: who reads it compares the times, so a mark that comes a moment
 * late, or stays a moment too long, changes no answer.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const DUE = `coalesce(next_due_at, 'infinity'::timestamptz)`;

export class QuickViews20261122230010 implements MigrationInterface {
  readonly name = 'QuickViews20261122230010';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table desk_case add warned boolean not null default false;
      update desk_case set warned = true where status <> 'resolved' and next_warn_at <= now();
      create index desk_case_at_risk on desk_case (team_id, (${DUE}), id) where status <> 'resolved' and (warned or risk_level = 'high');
      create index desk_case_to_warn on desk_case (team_id, next_warn_at) where status <> 'resolved' and not (warned or risk_level = 'high');
      create index desk_case_waiting on desk_case (team_id, (${DUE}), id) where status <> 'resolved' and waiting_since is null;
      create index reply_mention on reply (mention_id);`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index reply_mention, desk_case_waiting;
      alter table desk_case drop warned;`);
  }
}
