/** A what-if may ask for other people than were there. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WhatIfStaffing20261122213000 implements MigrationInterface {
  readonly name = 'WhatIfStaffing20261122213000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table what_if add staffing jsonb`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`alter table what_if drop staffing`);
  }
}
