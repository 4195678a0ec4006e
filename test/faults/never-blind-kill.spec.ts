/** `kill -9` within the steps of the health ledger, of the desk's own signs of life, and of an erasure: each is found whole at the next start. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import { addWebhook, aPost, type Webhook } from '../support/desk.js';
import { eventually, lapseLeases } from '../support/desk-process.js';
import { FeedServer } from '../support/feed-server.js';
import { killedDesk, type KilledDesk } from '../support/killed-desk.js';

let desks: KilledDesk;
let db: pg.Client;
let feed: FeedServer;
let hook: Webhook;
let feedId: string;

beforeAll(async () => {
  desks = await killedDesk({ EARSHOT_ALLOWED_HOSTS: '127.0.0.1' });
  ({ db } = desks);
  feed = await FeedServer.start();
  feed.add('Anadolu Hat, the first', new Date(Date.now() - 60_000));
  await withDesk(undefined, async (_, admin) => {
    await admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
    feedId = (await admin.must('POST', '/sources', { kind: 'feed', name: 'F', settings: { url: feed.url }, intervalSeconds: 1 }))
      .id;
    hook = await addWebhook(admin);
    await hook.push([aPost({ author: { handle: 'gone_for_good' } }), aPost({ author: { handle: 'gone_for_good' } })]);
    await eventually(async () => ((await lines(feedId)).length > 0 ? true : undefined), 20_000, 'the first poll');
  });
}, 90_000);
afterAll(async () => {
  await desks.stop();
  await feed.stop();
}, 20_000);

const withDesk: KilledDesk['withDesk'] = async (crashAt, work) => {
  await lapseLeases(db);
  return desks.withDesk(crashAt, work);
};
const lines = async (id: string) =>
  (await db.query('select * from source_health where source_id = $1 order by from_at, id', [id])).rows;
/** The ledger has one line that goes on, and no two that overlap. */
async function expectWhole(id: string): Promise<void> {
  const all = await lines(id);
  expect(all.filter((line) => line.to_at === null)).toHaveLength(1);
  for (let i = 1; i < all.length; i++) expect(all[i - 1].to_at.getTime()).toBeLessThanOrEqual(all[i].from_at.getTime());
}

it.each(['poll.before-finish', 'poll.finished'])(
  'at %s: the ledger stays whole, and nothing is heard twice',
  async (step) => {
    feed.add(`Anadolu Hat, ${step}`, new Date());
    await desks.fallAt(step);
    await expectWhole(feedId);
    await withDesk(undefined, async () => {
      await eventually(async () => ((await db.query('select 1 from mention where source_id = $1', [feedId])).rows.length === feed.entries.length ? true : undefined), 20_000, 'hearing all'); // prettier-ignore
      const { rows } = await db.query('select health from source where id = $1', [feedId]);
      expect(rows).toEqual([{ health: 'listening' }]);
    });
    await expectWhole(feedId);
  },
  60_000,
);

it('at pulse.before-commit: the outage is found by the next start, once', async () => {
  await db.query(`update desk_pulse set at = now() - interval '10 minutes'`);
  await db.query(
    `update source set next_poll_at = now() - interval '9 minutes', heard_at = now() - interval '10 minutes' where id = $1`,
    [feedId],
  );
  await db.query(`update source_health set from_at = now() - interval '20 minutes' where to_at is null`);
  await db.query(`delete from source_health where to_at is not null`);
  await db.query('delete from desk_outage');
  await desks.fallAt('pulse.before-commit');
  expect((await db.query('select 1 from desk_outage')).rows).toEqual([]);
  await withDesk(undefined, async () => {
    await eventually(
      async () => ((await lines(feedId)).some((l) => l.reason === 'desk-down') ? true : undefined),
      20_000,
      'the hole',
    );
  });
  expect((await db.query('select role from desk_outage order by role')).rows).toEqual([{ role: 'api' }, { role: 'worker' }]);
  const [, hole] = await lines(hook.id);
  expect(hole).toMatchObject({ state: 'blind', reason: 'desk-down' });
  expect((hole.to_at - hole.from_at) / 60_000).toBeGreaterThan(9.9);
  for (const id of [feedId, hook.id]) await expectWhole(id);
}, 60_000);

it.each(['erasure.mentions-gone', 'erasure.before-certificate'])(
  'at %s: asked again, the erasure ends',
  async (step) => {
    await db.query(`update author set handle = 'gone_for_good', key = 'gone_for_good' where id = (select min(author_id) from mention where source_id = $1)`, [hook.id]); // prettier-ignore
    await withDesk(step, async (desk, admin) => {
      await admin.post('/erasures', { handle: 'gone_for_good' }).catch(() => 'cut off with the process');
      expect(await desk.ended).toMatchObject({ signal: 'SIGKILL' });
    });
    await withDesk(undefined, async (_, admin) => {
      const { remaining } = await admin.must('POST', '/erasures', { handle: 'gone_for_good' });
      expect(remaining).toEqual({});
      expect((await db.query(`select 1 from mention where source_id = $1 and text <> ''`, [hook.id])).rows).toEqual([]);
    });
  },
  60_000,
);
