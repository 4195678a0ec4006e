/** Watches through the doors, on a real database: within one's teams, refused with the place, listening when the answer comes. */
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Problem } from '../../libs/contracts/error-codes.js';
import { WatchCompiler } from '../../libs/matching/match-posts.js';
import type { TestWatchAnswer } from '../../libs/contracts/http/watches.js';
import type { Page } from '../../libs/contracts/values.js';
import type { WatchView } from '../../libs/contracts/views/watch.js';
import { ActiveWatches } from '../../src/watches/active-watches.js';
import { WatchesModule } from '../../src/watches/watches.module.js';
import { BackgroundModule } from '../support/background.js';
import { addDeskPeople, type DeskPeople } from '../support/desk-people.js';
import { openDoors, type TestDoors } from '../support/doors.js';

let doors: TestDoors;
let people: DeskPeople;

beforeAll(async () => {
  doors = await openDoors([BackgroundModule, WatchesModule]);
  people = await addDeskPeople(doors);
}, 60_000);
afterAll(() => doors.close());

const add = (more: object = {}, by = people.as.manager) =>
  by.post<WatchView>('/watches', { name: 'Acme', kind: 'brand', query: 'acme', ...more });
const heardBy = (text: string) =>
  doors.app
    .get(ActiveWatches)
    .match({ text })
    .map((m) => m.watch.id);

describe('adding', () => {
  it('listens when it answers', async () => {
    const { status, body } = await add({ query: '  zebrafon  OR "zebra fon" ' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ teamId: people.teamId, threshold: 0.5, enabled: true, mentionsLast24h: 0 });
    expect(body.canonical).toBe('zebrafon OR "zebra fon"');
    expect(heardBy('my ZEBRAFON is broken')).toEqual([body.id]);
    const raw = (text: string) =>
      doors.app.get(ActiveWatches).mayConcern(Buffer.from(JSON.stringify({ commit: { record: { text } } })));
    expect(['my ZEBRAFON is broken', 'a zebra fonun', 'my phone is broken'].map(raw)).toEqual([true, true, false]);
  });

  it('refuses what cannot be read, with its place', async () => {
    const { status, body } = await add({ query: 'acme AND (broken' });
    const problem = body as unknown as Problem;
    expect(status).toBe(400);
    expect(problem).toMatchObject({ code: 'invalid-query', data: { column: 10, length: 1, expected: [')'] } });
    expect(problem.errors).toEqual([{ at: 'query:10', message: expect.any(String) }]);
  });

  it('takes only one’s own team', async () => {
    const other = await add({ teamId: people.otherTeamId });
    expect(other.body).toMatchObject({ code: 'invalid-body', errors: [{ at: 'teamId' }] });
    await doors.db.query('delete from team_member where person_id = $1', [people.ids.other]);
    const { body } = await people.as.other.post('/watches', { name: 'x', kind: 'topic', query: 'x1' });
    expect(body).toMatchObject({ code: 'invalid-body', detail: expect.stringContaining('in no team') });
    await doors.db.query('insert into team_member (team_id, person_id) values ($1, $2)', [people.otherTeamId, people.ids.other]);
    await new Promise((done) => setTimeout(done, 2100)); // the guard remembers a person for two seconds
  });
});

describe('changing and removing', () => {
  it('holds for the next post', async () => {
    const { body } = await add({ query: 'kiwiphone' });
    const path = `/watches/${body.id}`;
    const changed = await people.as.manager.patch<WatchView>(path, { query: 'kiwitab', name: 'Kiwi' });
    expect(changed.body).toMatchObject({ name: 'Kiwi', query: 'kiwitab', kind: 'brand' });
    expect([heardBy('kiwiphone'), heardBy('kiwitab')]).toEqual([[], [body.id]]);
    await people.as.manager.patch(path, { enabled: false });
    expect(heardBy('kiwitab')).toEqual([]);
    await people.as.manager.patch(path, { enabled: true });
    expect((await people.as.manager.call('DELETE', path)).status).toBe(204);
    expect(heardBy('kiwitab')).toEqual([]);
    expect((await people.as.manager.call('DELETE', path)).status).toBe(404);
    expect((await people.as.manager.patch(path, { name: 'x' })).status).toBe(404);
    expect((await people.as.manager.get(path)).status).toBe(404);
    const events = await doors.db.query(
      `select 1 from outbox_event where kind = 'watch.changed' and payload ->> 'watchId' = $1`,
      [body.id],
    );
    expect(events).toHaveLength(5);
  });

  it('follows the threshold below and above the usual', async () => {
    const { body } = await add({ query: 'quincefone', threshold: 0.99 });
    expect(heardBy('quincefone')).toEqual([]);
    await people.as.manager.patch(`/watches/${body.id}`, { threshold: 0.1 });
    expect(heardBy('quincefone')).toEqual([body.id]);
  });

  it('leaves a watch as it was when the new query cannot be read', async () => {
    const { body } = await add({ query: 'melonfone' });
    expect((await people.as.manager.patch(`/watches/${body.id}`, { query: '"open' })).body).toMatchObject({
      code: 'invalid-query',
    });
    expect(heardBy('melonfone')).toEqual([body.id]);
  });
});

describe('compiling very many', () => {
  const MANY = 5000;

  it('lets others have their turn, and swaps the watches whole', async () => {
    const { body: old } = await add({ query: 'plumfone' });
    await doors.db.query(
      `insert into watch (team_id, name, kind, query, canonical, threshold, options, enabled, created_at, updated_at)
       select $1, 'many ' || i, 'brand', 'manyfone' || i, 'manyfone' || i, 0.5, '{}', true, now(), now() from generate_series(1, ${MANY}) i`,
      [people.teamId],
    );
    const added = jest.spyOn(WatchCompiler.prototype, 'add');
    const finished = jest.spyOn(WatchCompiler.prototype, 'finish');
    const between: string[][] = [];
    const reloaded = doors.app.get(ActiveWatches).reload();
    while (finished.mock.calls.length === 0) {
      await setImmediate();
      if (added.mock.calls.length > 0 && finished.mock.calls.length === 0)
        between.push([...heardBy('plumfone'), ...heardBy('manyfone7')]);
    }
    await reloaded;
    expect(added.mock.calls.length).toBeGreaterThan(MANY);
    expect(between.length).toBeGreaterThan(0);
    expect(new Set(between.flat())).toEqual(new Set([old.id]));
    expect([heardBy('plumfone'), heardBy('manyfone7').length]).toEqual([[old.id], 1]);
    jest.restoreAllMocks();
    await doors.db.query(`delete from watch where name like 'many %'`);
    await doors.app.get(ActiveWatches).reload();
    expect(heardBy('manyfone7')).toEqual([]);
  });
});

describe('reading', () => {
  it('shows a team its own only, by name, page by page, with what each heard lately', async () => {
    const { body: theirs } = await add({ name: 'Theirs', query: 'theirs1' }, people.as.other);
    const { body: ours } = await add({ name: 'aaa', query: 'aaa1' });
    await doors.db.query(
      `insert into mention_hour (watch_id, hour, n, negative)
       select $1, date_trunc('hour', now() - i * interval '10 hours', 'UTC'), i, 0 from generate_series(0, 4) i`,
      [ours.id],
    );
    const all: WatchView[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: Page<WatchView> } = await people.as.viewer.get(`/watches?limit=2&cursor=${cursor}`);
      all.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(all[0]).toMatchObject({ id: ours.id, mentionsLast24h: 3 });
    expect(all.map((w) => w.id)).not.toContain(theirs.id);
    expect(all.map((w) => w.name.toLowerCase())).toEqual(all.map((w) => w.name.toLowerCase()).sort());
    expect((await people.as.manager.get(`/watches/${theirs.id}`)).status).toBe(404);
    expect((await people.as.manager.patch(`/watches/${theirs.id}`, { name: 'x' })).status).toBe(404);
    expect((await people.as.manager.call('DELETE', `/watches/${theirs.id}`)).status).toBe(404);
  });

  it('lets only managers change', async () => {
    for (const role of ['administrator', 'responder', 'viewer'] as const) {
      expect((await add({}, people.as[role])).status).toBe(403);
      expect((await people.as[role].get('/watches')).status).toBe(200);
    }
  });

  it('answers hostile ids and cursors plainly', async () => {
    for (const id of ['0', "1'--", '9'.repeat(19)])
      expect((await people.as.manager.get(`/watches/${encodeURIComponent(id)}`)).status).toBe(404);
    const cursor = Buffer.from(JSON.stringify(["' or 1=1 --", '1'])).toString('base64url');
    expect((await people.as.manager.get(`/watches?cursor=${cursor}`)).status).toBe(200);
    const nul = Buffer.from(JSON.stringify(['\u0000', '1'])).toString('base64url');
    expect((await people.as.manager.get(`/watches?cursor=${nul}`)).status).toBe(400);
    expect((await add({ name: 'nul \u0000 \ud800' })).status).toBe(400);
  });
});

describe('trying a query', () => {
  it('says for each text whether it matches, how surely and where', async () => {
    const { status, body } = await people.as.viewer.post<TestWatchAnswer>('/watches/test', {
      query: 'acme',
      texts: ['ACME down', 'nothing', ''],
    });
    expect(status).toBe(200);
    expect(body.results.map((r) => r.matched)).toEqual([true, false, false]);
    expect(body.results[0]?.ranges).toMatchObject([{ start: 0, end: 4 }]);
    const strict = await people.as.viewer.post<TestWatchAnswer>('/watches/test', {
      query: 'acme',
      texts: ['acme'],
      threshold: 1,
    });
    expect(strict.body.results[0]?.matched).toBe(false);
    expect((await people.as.viewer.post('/watches/test', { query: '((', texts: [] })).body).toMatchObject({
      code: 'invalid-query',
    });
  });
});
