/** Nobody asks for clocks by the time they stopped: figures ask by the promise and when it was decided, or by sums of the hour. Each reply and each count wrote into this index twice. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UnreadIndex20261123000100 implements MigrationInterface {
  readonly name = 'UnreadIndex20261123000100';

  async up(q: QueryRunner): Promise<void> {
    await q.query('drop index clock_stopped');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('create index clock_stopped on clock (stopped_at) where stopped_at is not null');
  }
}
