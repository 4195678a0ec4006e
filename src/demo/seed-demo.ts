/** Fills an empty demo: invented people to sign in as, watches for invented brands, and posts that keep arriving. */
import { Inject, Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AddWatch as AddWatchBody } from '#libs/contracts/http/watches.js';
import type { Locale, Role } from '#libs/contracts/words.js';
import { resolveReplayFile } from '../connectors/replay/folders.js';
import { Database } from '../database/database.js';
import { AddPerson } from '../people/add-person.js';
import type { Responder } from '../platform/access/responder.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { AddSource } from '../sources/add-source.js';
import { AddWatch } from '../watches/add-watch.js';

/** Everybody's password in the demo; it guards nothing but invented data on this machine. */
export const DEMO_PASSWORD = 'earshot-demo';
export const DEMO_PEOPLE: readonly { email: string; name: string; roles: Role[]; locale: Locale }[] = [
  { email: 'selin@demo.example', name: 'Selin Uçar', roles: ['responder', 'manager'], locale: 'en' },
  { email: 'mina@demo.example', name: 'Mina Kral', roles: ['responder'], locale: 'sk' },
  { email: 'deniz@demo.example', name: 'Deniz Acar', roles: ['responder'], locale: 'tr' },
  { email: 'petra@demo.example', name: 'Petra Vlk', roles: ['viewer'], locale: 'sk' },
];

const POSTS = 'demo/posts.jsonl';
const WATCHES = 'demo/watches.json';

@Injectable()
export class SeedDemo {
  constructor(
    private readonly db: Database,
    private readonly addPerson: AddPerson,
    private readonly addWatch: AddWatch,
    private readonly addSource: AddSource,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'EARSHOT_DEMO'>,
  ) {}

  /** Does nothing outside the demo, and nothing the second time. */
  async run(): Promise<void> {
    if (!this.settings.EARSHOT_DEMO || (await this.db.one('select 1 from source limit 1'))) return;
    for (const person of DEMO_PEOPLE) await this.addPerson.run({ ...person, password: DEMO_PASSWORD });
    const by = await this.administrator();
    const watches = z.array(AddWatchBody).parse(JSON.parse(readFileSync(resolveReplayFile(WATCHES), 'utf8')));
    for (const watch of watches) await this.addWatch.run(watch, by);
    await this.addSource.run({
      kind: 'replay',
      name: 'Invented posts',
      settings: { file: POSTS, speed: 1, loop: true },
      intervalSeconds: 2,
      enabled: true,
    });
  }

  private async administrator(): Promise<Responder> {
    const row = await this.db.one<{ id: string; name: string; teamIds: string[] }>(
      `select id, name, array(select team_id::text from team_member where person_id = p.id) as "teamIds" from person p order by id limit 1`,
    );
    if (!row) throw new Error('the demo has no administrator');
    return { ...row, roles: ['administrator', 'manager', 'responder'], locale: 'en', via: 'session' };
  }
}
