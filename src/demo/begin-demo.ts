/** The first start of a demo: people and watches are invented, and the days before are played, in a program that listens to nobody. */
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { Database } from '../database/database.js';
import { EnsureFirstAdministrator } from '../people/ensure-first-administrator.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import type { Settings } from '../platform/config/env.js';
import { PlayPast } from './play-past.js';
import { SeedDemo } from './seed-demo.js';

export const PAST_DAYS = 14;
const DAY = 86_400_000;

export interface DemoStart {
  settings: Settings;
  /** Of a migrated database. */
  databaseUrl: string;
  createApp(settings: Settings, databaseUrl: string): Promise<NestExpressApplication>;
  /** Called with the share of the past that is played, in [0, 1]. */
  tell(done: number): void;
  days?: number;
  /** Where the past ends; by default now. */
  end?: Date;
}

/**
 * Fills a demo in which nobody is yet; otherwise does nothing. A past whose playing was cut off stays as far as it came.
 * @returns true when it was filled now
 */
export async function beginDemo({
  settings,
  databaseUrl,
  createApp,
  tell,
  days = PAST_DAYS,
  end: until,
}: DemoStart): Promise<boolean> {
  if (await anybodyThere(databaseUrl)) return false;
  // Without a role nothing runs by itself: the time is ours.
  const app = await createApp({ ...settings, ROLES: [] }, databaseUrl);
  try {
    const clock = app.get(Clock);
    const end = until ?? clock.now();
    const begin = new Date(end.getTime() - days * DAY);
    clock.standAt(begin);
    await app.get(EnsureFirstAdministrator).run();
    const [administrator] = await everybody(app.get(Database));
    if (!administrator) throw new Error('the demo has no administrator');
    const { sourceId } = await app.get(SeedDemo).run(administrator, begin);
    const team = await everybody(app.get(Database));
    const responders = team.filter((person) => person.roles.includes('responder') && !person.roles.includes('administrator'));
    const manager = responders.find((person) => person.roles.includes('manager'));
    if (!manager) throw new Error('the demo has no manager');
    await new PlayPast(app, { sourceId, administrator, manager, responders }, end).run(days, tell);
    return true;
  } finally {
    await app.close();
  }
}

async function anybodyThere(databaseUrl: string): Promise<boolean> {
  const db = new pg.Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    return (await db.query('select from person limit 1')).rowCount !== 0;
  } finally {
    await db.end();
  }
}

async function everybody(db: Database): Promise<Responder[]> {
  const rows = await db.query<Pick<Responder, 'id' | 'name' | 'roles' | 'locale' | 'teamIds'>>(
    `select id, name, roles, locale, array(select team_id::text from team_member where person_id = p.id) as "teamIds" from person p order by id`,
  );
  return rows.map((row) => ({ ...row, via: 'session' }));
}
