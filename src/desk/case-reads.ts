/** Reads whole cases: in one statement each, and what is asked for at once together (docs/decisions/0041). */
import { Injectable } from '@nestjs/common';
import { CallsTogether } from '../database/calls-together.js';
import { Database } from '../database/database.js';
import { wholeOf, type ReadCase, type WholeCase } from '../database/views/whole-case.js';
import type { Responder } from '../platform/access/responder.js';

const AT_ONCE = 20;

interface Asked {
  id: string;
  now: Date;
  teams: readonly string[];
}

@Injectable()
export class CaseReads {
  private readonly calls = new CallsTogether<Asked, WholeCase | null>({
    most: AT_ONCE,
    keyOf: ({ id, teams }) => `${id} of ${teams.join()}`,
    run: (asked) => this.read(asked),
  });

  constructor(private readonly db: Database) {}

  /** @returns the case as it stands; null when there is none, or it is another team's */
  run(caseId: string, by: Responder, now: Date): Promise<WholeCase | null> {
    return this.calls.ask({ id: caseId, now, teams: by.teamIds });
  }

  private async read(asked: readonly Asked[]): Promise<(WholeCase | null)[]> {
    const rows = await this.db.query<{ n: number; read: ReadCase }>(`select n, read from read_cases($1)`, [
      JSON.stringify(asked.map((one, n) => ({ ...one, n }))),
    ]);
    const found = new Map(rows.map(({ n, read }) => [n, wholeOf(read)]));
    return asked.map((_, n) => found.get(n) ?? null);
  }
}
