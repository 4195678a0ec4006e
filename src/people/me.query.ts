/** Who is signed in, and what the page needs to know before anything else. */
import { Inject, Injectable } from '@nestjs/common';
import type { MeView } from '#libs/contracts/views/people.js';
import { Database } from '../database/database.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { DeskError } from '../platform/errors.js';
import { versionOfProgram } from '../platform/version.js';
import { findPerson, toMeView } from './person.rows.js';

@Injectable()
export class MeQuery {
  constructor(
    private readonly db: Database,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'EARSHOT_DEMO'>,
  ) {}

  async run(personId: string): Promise<MeView> {
    const person = await findPerson(this.db, personId);
    if (!person) throw new DeskError('not-found');
    return toMeView(person, { invented: this.settings.EARSHOT_DEMO, version: versionOfProgram() });
  }
}
