/**
 * Lists behind figures, of what is seldom: clocks that ended late, failed or were taken back, and cases that are left out of the count. And
 * what pages count of open cases stands in the index of the queue: the cases themselves, of which few stand on one page of the disk, need not
 * be read for it.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const QUEUE = `desk_case_queue on desk_case (team_id, (coalesce(next_due_at, 'infinity'::timestamptz)), id)`;
const DECIDED = `(promise_id, (coalesce(breached_at, stopped_at)), id)`;

export class OpenFigures20261122239010 implements MigrationInterface {
  readonly name = 'OpenFigures20261122239010';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index desk_case_queue;
      create index ${QUEUE} include (status, next_due_at, next_warn_at, risk_level) where status <> 'resolved';
      create index clock_late on clock ${DECIDED} where breached_at is not null;
      create index clock_failed on clock ${DECIDED} where failed_at is not null;
      create index clock_cancelled on clock ${DECIDED} where cancelled;
      create index desk_case_excluded on desk_case (team_id, id) where excluded_at is not null;`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      drop index desk_case_queue, clock_late, clock_failed, clock_cancelled, desk_case_excluded;
      create index ${QUEUE} where status <> 'resolved';`);
  }
}
