/** Fills an empty demo: invented people to sign in as, watches for invented brands, and a source whose posts keep arriving. */
import { Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AddWatch as AddWatchBody } from '#libs/contracts/http/watches.js';
import type { Locale, Role } from '#libs/contracts/words.js';
import { resolveReplayFile } from '../connectors/replay/folders.js';
import { Database } from '../database/database.js';
import { AddPerson } from '../people/add-person.js';
import type { Responder } from '../platform/access/responder.js';
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
export const SOURCE = 'Invented posts';

@Injectable()
export class SeedDemo {
  constructor(
    private readonly db: Database,
    private readonly addPerson: AddPerson,
    private readonly addWatch: AddWatch,
    private readonly addSource: AddSource,
  ) {}

  /**
   * @param by whose watches they are
   * @param since when the demo's past begins: its promises were made then
   * @returns the source of the invented posts
   */
  async run(by: Responder, since: Date): Promise<{ sourceId: string }> {
    for (const person of DEMO_PEOPLE) await this.addPerson.run({ ...person, password: DEMO_PASSWORD });
    await this.db.query('update standard_version set saved_at = $1, published_at = $1 where published_at > $1', [since]);
    const watches = z.array(AddWatchBody).parse(JSON.parse(readFileSync(resolveReplayFile(WATCHES), 'utf8')));
    for (const watch of watches) await this.addWatch.run(watch, by);
    const settings = { file: POSTS, speed: 1, loop: true };
    const source = await this.addSource.run({ kind: 'replay', name: SOURCE, settings, intervalSeconds: 2, enabled: true });
    return { sourceId: source.id };
  }
}
