/** Keeping no longer than needed, by kind of watch; and erasing a person, proven by a search of every table. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncomingPost } from '../../src/connectors/incoming-post.js';
import { IngestPosts } from '../../src/ingest/ingest-posts.js';
import { Clock } from '../../src/platform/clock.js';
import { RetentionJob } from '../../src/retention/retention-job.js';
import { startDesk, type Client, type Desk } from '../support/desk.js';

let desk: Desk;
let responder: Client;
let manager: Client;
let source: { id: string; kind: string; name: string };
let count = 0;
let ahead = 0;

beforeAll(async () => {
  desk = await startDesk({ ROLES: 'api' });
  responder = await desk.person(['responder']);
  manager = await desk.person(['manager']);
  await desk.admin.must('POST', '/watches', { name: 'Brand', kind: 'brand', query: '"Anadolu Hat"' });
  await desk.admin.must('POST', '/watches', { name: 'Person', kind: 'person', query: '"Selin Kaya"' });
  const added = await desk.admin.must('POST', '/sources', {
    kind: 'x',
    name: 'X',
    settings: { query: 'a', bearerToken: 'b' },
    enabled: false,
  });
  source = { id: added.id, kind: 'x', name: 'X' };
  const clock = desk.app.get(Clock);
  clock.now = () => new Date(Date.now() + ahead);
}, 60_000);
afterAll(() => desk?.stop());

const post = (more: Partial<IncomingPost> = {}): IncomingPost => ({
  externalId: `p${++count}`,
  text: 'Anadolu Hat is on the news today.',
  postedAt: new Date(),
  author: { key: `author-key-${count}`, handle: `handle${count}`, name: `Name ${count}`, followers: 100, url: null },
  url: null,
  lang: 'en',
  inReplyTo: null,
  thread: null,
  ...more,
});
const take = (posts: IncomingPost[], refused: any[] = []) =>
  desk.app.get(IngestPosts).run({ source, posts, refused, fetchedAt: new Date() });
const text = async (externalId: string) =>
  (await desk.db.one<{ text: string }>('select text from mention where external_id = $1', [externalId]))?.text;
const days = (n: number) => (ahead = n * 86_400_000);

describe('retention', () => {
  it('keeps what persons’ watches heard for less time, and less of it; open cases stay', async () => {
    const brand = post();
    const person = post({
      text: 'Selin Kaya was at the fair on Monday.',
      media: [{ type: 'image', url: 'https://example.com/a.png', alt: null }],
    });
    const both = post({ text: 'Selin Kaya of Anadolu Hat spoke at the fair.' });
    const open = post({ text: 'Selin Kaya, my line has been down for days, this is unacceptable! Please fix it!' });
    await take([brand, person, both, open]);
    await desk.db.query('update mention set case_id = null where external_id = any($1)', [[brand.externalId, both.externalId]]);
    expect(
      await desk.db.one('select from mention where external_id = $1 and case_id is not null', [open.externalId]),
    ).toBeDefined();
    expect(await desk.app.get(RetentionJob).run()).toBe(true);
    expect(await desk.app.get(RetentionJob).run()).toBe(false); // once a day
    expect(await text(person.externalId)).not.toBe('');
    days(2);
    await desk.app.get(RetentionJob).run();
    expect(await desk.db.one('select extra from mention where external_id = $1', [person.externalId])).toEqual({ extra: null });
    days(91);
    await desk.app.get(RetentionJob).run();
    expect([await text(person.externalId), await text(brand.externalId)]).toEqual(['', brand.text]);
    expect(await text(both.externalId)).toBe(both.text);
    expect(await text(open.externalId)).toBe(open.text);
    const { rules, runs } = await manager.must('GET', '/retention');
    expect(rules).toContainEqual({ watchKind: 'person', days: 90 });
    expect(runs[0]).toMatchObject({ endedAt: expect.any(String), removed: { mention: 1, author: 1 } });
    await manager.must('PUT', '/retention', { items: [{ watchKind: 'brand', days: 30 }] });
    days(92);
    await desk.app.get(RetentionJob).run();
    expect([await text(brand.externalId), await text(both.externalId)]).toEqual(['', '']);
    days(0);
  });

  it('goes on where a run was cut off, and by one process at a time', async () => {
    await desk.db.query('delete from retention_run');
    const now = new Date();
    await desk.db.query(`insert into retention_run (day, started_at, lease_until) values ($1, $2, $3)`, [now.toISOString().slice(0, 10), now, new Date(now.getTime() + 60_000)]); // prettier-ignore
    expect(await desk.app.get(RetentionJob).run()).toBe(false);
    await desk.db.query('update retention_run set lease_until = $1', [now]);
    expect(await desk.app.get(RetentionJob).run()).toBe(true);
  });
});

describe('erasing a person', () => {
  it('takes away everything that was heard from them and is known of them, everywhere, and proves it', async () => {
    const author = {
      key: 'did:plc:forgetme1234',
      handle: 'forgetme_now',
      name: 'Leyla Unutulan',
      followers: 77,
      url: 'https://x.com/forgetme_now',
    };
    const words = 'zyzzyva';
    const first = post({
      author,
      text: `Anadolu Hat my line has been down for days, ${words}, this is unacceptable! Please fix it!`,
    });
    const other = post({ text: 'Anadolu Hat please answer @forgetme_now, she waits. Not @forgetme_now_too.' });
    await take([first, other], [{ index: 0, externalId: first.externalId, reason: 'odd', excerpt: `by @forgetme_now ${words}` }]);
    await take([{ ...first, text: `${first.text} Really, ${words}!`, editedAt: new Date(Date.now() + 1000) }]);
    const row = await desk.db.one<{ id: string; case_id: string }>('select id, case_id from mention where external_id = $1', [
      first.externalId,
    ]);
    const caseId = row?.case_id ?? '';
    await responder.must('POST', `/cases/${caseId}/claim`, {});
    await responder.must('POST', `/cases/${caseId}/notes`, { text: `Leyla Unutulan called, ${words}` });
    await responder.must('POST', '/corrections', { items: [{ mentionId: row?.id, sentiment: 'negative' }] });
    await desk.db.query(
      `insert into reply (case_id, mention_id, source_id, kind, text, idempotency_key, state, created_at, send_after, sent_at, external_id)
       values ($1, $2, $3, 'reply', 'Dear Leyla Unutulan, zyzzyva', gen_random_uuid(), 'sent', now(), now(), now(), 'r1')`,
      [caseId, row?.id, source.id],
    );
    const search = async (what: string) => {
      const tables = await desk.db.query<{ t: string }>(`select quote_ident(table_name) as t from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`); // prettier-ignore
      const found: string[] = [];
      for (const { t } of tables) if (await desk.db.one(`select from ${t} as r where r::text ilike '%' || $1 || '%' limit 1`, [what])) found.push(t); // prettier-ignore
      return found;
    };
    expect((await search(words)).length).toBeGreaterThan(5);
    const certificate = await desk.admin.must('POST', '/erasures', { network: 'x', handle: '@Forgetme_Now' });
    expect(certificate.removed).toMatchObject({
      author: 1,
      mention_version: 1,
      correction: 1,
      reply: 1,
      activity: 1,
      refused_post: 1,
    });
    expect(certificate.remaining).toEqual({});
    for (const what of [words, 'Unutulan', '@forgetme_now.', 'forgetme1234', 'x.com/forgetme'])
      expect([what, await search(what)]).toEqual([what, []]);
    expect(await text(other.externalId)).toBe('Anadolu Hat please answer •••••••••••••, she waits. Not @forgetme_now_too.');
    const timeline = (await responder.must('GET', `/cases/${caseId}`)).timeline;
    expect(JSON.stringify(timeline)).not.toContain('zyzzyva');
    expect((await desk.admin.must('GET', '/erasures')).items[0]).toEqual(certificate);
    expect(JSON.stringify(certificate)).not.toMatch(/forgetme/i);
  });

  it('says what only a person can change, and finds nothing twice', async () => {
    await desk.admin.must('POST', '/watches', { name: 'Watch', kind: 'person', query: '@forgetme_now' });
    const again = await desk.admin.must('POST', '/erasures', { network: 'x', handle: 'forgetme_now' });
    expect(again).toMatchObject({ removed: {}, remaining: { watch: 1 } });
    expect((await desk.admin.post('/erasures', {})).status).toBe(400);
    expect((await manager.post('/erasures', { handle: 'somebody' })).status).toBe(403);
  });
});
