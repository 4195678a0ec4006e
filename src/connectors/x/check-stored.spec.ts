import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { X_BEARER, XServer } from '../../../test/support/x-server.js';
import { published } from '../../../test/support/x-server/published.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import type { PollEnd, PollPage } from '../polls.js';
import { pollX } from './poll.js';
import { XSettings } from './settings.js';

const check = published();
const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
let x: XServer;
let time = Date.UTC(2026, 10, 22, 12);
/** What the desk keeps. */
let kept: string[];

beforeEach(async () => {
  time = Date.UTC(2026, 10, 22, 12);
  kept = [];
  x = await XServer.start({ now: () => new Date(time), compliance: false });
});
afterEach(async () => {
  await x.stop();
  const honest = x.exchanges.filter((exchange) => exchange.fault === null);
  expect(honest.flatMap((exchange) => check.faults(exchange))).toEqual([]);
});
afterAll(() => http.close());

async function poll(cursor: unknown = null, more: Partial<XSettings> = {}) {
  const settings = XSettings.parse({ query: 'kargom', bearerToken: X_BEARER, baseUrl: x.url, ...more });
  const stored = (after: string | null, most: number) =>
    Promise.resolve([...kept].sort().filter((id) => after === null || id > after).slice(0, most)); // prettier-ignore
  const run = pollX({
    settings,
    http,
    now: () => new Date(time),
    signal: new AbortController().signal,
    intervalSeconds: 60,
    cursor,
    stored,
  });
  const pages: PollPage[] = [];
  for (;;) {
    const step: IteratorResult<PollPage, PollEnd> = await run.next();
    if (step.done) {
      const deleted = pages.flatMap((page) => page.deleted ?? []).map((one) => one.externalId);
      const posts = pages.flatMap((page) => page.posts);
      return {
        posts,
        deleted,
        end: step.value,
        cursor: pages.at(-1)?.cursor ?? cursor,
        read: new Set(pages.flatMap((page) => page.spent?.read ?? [])).size,
      };
    }
    pages.push(JSON.parse(JSON.stringify(step.value)) as PollPage);
  }
}
const asked = () =>
  x.exchanges.filter((exchange) => exchange.route === '/2/tweets').map((e) => e.query.get('ids')!.split(',').length);
const old = (ms = 60_000) => x.post('deniz', 'kargom', { createdAt: new Date(time - ms) });

describe('looking again at what is stored', () => {
  it('finds what was deleted and what is withheld, once in 20 hours', async () => {
    const posts = [old(), old(), old()];
    kept = posts.map((post) => post.id);
    const first = await poll();
    expect([first.deleted, asked(), first.read]).toEqual([[], [3], 3]);
    x.world.remove(posts[1]!.id);
    posts[2]!.withheld = true;
    time += 19 * 3_600_000;
    const early = await poll(first.cursor);
    expect([early.deleted, asked()]).toEqual([[], [3]]);
    time += 3_600_000;
    const late = await poll(early.cursor);
    expect([late.deleted.sort(), asked()]).toEqual([[posts[1]!.id, posts[2]!.id].sort(), [3, 3]]);
  });

  it('goes through all of it in parts of a hundred, over as many polls as it takes, also after a fault', async () => {
    kept = Array.from({ length: 750 }, (_, i) => old(60_000 + i).id);
    x.fail({ kind: 'too-many', resetInSeconds: 9 }, { route: '/2/tweets', after: 4 });
    let cursor: unknown = null;
    const ends: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      time += 60_000;
      const step = await poll(cursor);
      cursor = step.cursor;
      ends.push(step.end.outcome);
    }
    expect(asked().filter((_, i) => i !== 4)).toEqual([100, 100, 100, 100, 100, 100, 100, 50]);
    expect(ends[1]).toBe('throttled');
  });

  it('tells the newest version of a post that was changed', async () => {
    const post = old(3 * 3_600_000);
    const edited = x.post('deniz', 'kargom geldi', { editOf: post.id, createdAt: new Date(time - 2 * 3_600_000) });
    kept = [post.id];
    const { posts } = await poll(null, { lookBackHours: 1 });
    expect(posts).toMatchObject([
      { externalId: edited.id, versionOf: post.id, text: 'kargom geldi', editedAt: '2026-11-22T10:00:00.000Z' },
    ]);
  });

  it('can be switched off, and takes ids of other kinds for none of X', async () => {
    kept = [old().id, 'not-an-id'];
    await poll(null, { checkDeletions: false });
    expect(asked()).toEqual([]);
    await poll();
    expect(asked()).toEqual([1]);
  });
});

describe('a compliance job', () => {
  const jobs = () => x.world.jobs.map((job) => job.ids?.length ?? null);
  const died = async (cursor: unknown, route: string) => {
    x.fail({ kind: 'lost-after-effect' }, { route });
    return poll(cursor);
  };

  beforeEach(() => {
    x.rules.compliance = true;
  });

  it('tells what is gone and what was changed without looking up the rest, once in 20 hours', async () => {
    const posts = Array.from({ length: 300 }, (_, i) => old(7_200_000 + i));
    kept = posts.map((post) => post.id);
    x.world.remove(kept[3]!);
    const edited = x.post('deniz', 'kargom geldi', { editOf: kept[7]!, createdAt: new Date(time - 7_000_000) });
    const { deleted, posts: told, cursor } = await poll(null, { lookBackHours: 1 });
    expect([deleted, jobs(), asked()]).toEqual([[kept[3]], [300], [1, 1]]);
    expect(told).toMatchObject([{ externalId: edited.id, versionOf: kept[7] }]);
    time += 19 * 3_600_000;
    await poll(cursor);
    expect(jobs()).toHaveLength(1);
    time += 3_600_000;
    await poll(cursor);
    expect(jobs()).toHaveLength(2);
  });

  it('is waited for, looked after once a minute, and given up for a lookup after two hours', async () => {
    kept = [old().id, old().id];
    x.world.remove(kept[0]!);
    x.rules.complianceMs = 600_000;
    const begun = await poll();
    const early = await poll(begun.cursor);
    const looks = () => x.exchanges.filter((one) => one.route === '/2/compliance/jobs/{id}').length;
    expect([early.deleted, looks()]).toEqual([[], 2]);
    time += 601_000;
    expect((await poll(early.cursor)).deleted).toEqual([kept[0]]);
    x.world.jobs.splice(0);
    x.rules.complianceMs = 1e9;
    const slow = await poll();
    time += 3 * 3_600_000;
    expect((await poll(slow.cursor)).deleted).toEqual([kept[0]]);
    expect(asked()).toEqual([2]);
  });

  it('survives a death at each step: one job, and its answer is applied', async () => {
    kept = [old().id, old().id];
    x.world.remove(kept[1]!);
    for (const route of ['/2/compliance/jobs', '/files/{id}/upload', '/2/compliance/jobs/{id}', '/files/{id}/download']) {
      x.world.jobs.splice(0);
      const broken = await died(null, route);
      expect([route, broken.end.outcome]).toEqual([route, 'unreachable']);
      time += 61_000;
      const well = await poll(broken.cursor);
      expect([route, broken.deleted, well.deleted, jobs()]).toEqual([route, [], [kept[1]], [2]]);
    }
  });

  it('of another program, a failed one, or none at all: the posts are looked up', async () => {
    kept = [old().id];
    x.world.remove(kept[0]!);
    x.world.jobs.push({ id: '77', name: 'theirs', createdAt: new Date(time), ids: ['1'], uploadedAt: new Date(time) });
    x.rules.complianceMs = 1e9;
    expect((await poll()).deleted).toEqual([kept[0]]);
    x.world.jobs.splice(0);
    x.rules.complianceMs = 600_000;
    const begun = await poll();
    x.world.jobs[0]!.failed = true;
    time += 61_000;
    expect((await poll(begun.cursor)).deleted).toEqual([kept[0]]);
    expect(x.exchanges.some((one) => one.path.includes('/files/') && one.status >= 300)).toBe(false);
  });
});
