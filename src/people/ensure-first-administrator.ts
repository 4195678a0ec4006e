/** At the very first start there is nobody: makes the person who can add all others. */
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Database } from '../database/database.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { insertPerson } from './add-person.js';
import { hashPassword } from './passwords.js';
import { firstTeam, setTeams } from './teams-of.js';

const DEFAULT_EMAIL = 'admin@earshot.local';
/** Two processes may start at once on an empty database. */
const FIRST_START_LOCK = 7_301_004;

export interface FirstAdministrator {
  email: string;
  /** Only when we made it up: to be shown once. */
  password: string | null;
}

@Injectable()
export class EnsureFirstAdministrator {
  constructor(
    private readonly db: Database,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'EARSHOT_ADMIN_EMAIL' | 'EARSHOT_ADMIN_PASSWORD'>,
  ) {}

  /** @returns who was made; null when there are people already, whatever the settings say */
  run(): Promise<FirstAdministrator | null> {
    return this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [FIRST_START_LOCK]);
      if (await tx.one('select 1 from person limit 1')) return null;
      const email = this.settings.EARSHOT_ADMIN_EMAIL ?? DEFAULT_EMAIL;
      const given = this.settings.EARSHOT_ADMIN_PASSWORD ?? null;
      const password = given ?? randomBytes(12).toString('base64url');
      const hash = await hashPassword(password);
      const id = await insertPerson(tx, {
        email,
        name: 'Administrator',
        roles: ['administrator', 'manager', 'responder'],
        locale: 'en',
        hash,
      });
      if (id === null) return null;
      await setTeams(tx, id, [await firstTeam(tx)]);
      return { email, password: given === null ? password : null };
    });
  }
}
