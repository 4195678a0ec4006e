/** Connecting, changing, trying and removing sources through the doors, on a real database; no secret ever comes back. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { inspect } from 'node:util';
import type { AddSourceAnswer } from '../../libs/contracts/http/sources.js';
import type { Problem } from '../../libs/contracts/error-codes.js';
import type { Page } from '../../libs/contracts/values.js';
import type { ConnectorView, PollView, RefusedPostView, SourceView } from '../../libs/contracts/views/source.js';
import { Secrets } from '../../src/platform/secrets.js';
import { SourceStore } from '../../src/sources/source-settings.js';
import { SourcesModule } from '../../src/sources/sources.module.js';
import { BackgroundModule } from '../support/background.js';
import { addDeskPeople, type DeskPeople } from '../support/desk-people.js';
import { openDoors, type TestDoors } from '../support/doors.js';

const CANARY = 'canary-geheim-şifre-42';
let doors: TestDoors;
let people: DeskPeople;

beforeAll(async () => {
  doors = await openDoors([BackgroundModule, SourcesModule], { settings: { EARSHOT_KEY: 'ab'.repeat(32) } });
  people = await addDeskPeople(doors);
}, 60_000);
afterAll(() => doors.close());

const add = (settings: unknown, kind = 'webhook', more: object = {}) =>
  people.as.administrator.post<AddSourceAnswer>('/sources', { kind, name: 'Forum', settings, ...more });
const eventsOf = (id: string) =>
  doors.db.query(`select 1 from outbox_event where kind = 'source.changed' and payload ->> 'sourceId' = $1`, [id]);

describe('connecting', () => {
  it('seals the secret: neither answer nor row shows it, and who polls or sends gets it back', async () => {
    const { status, body } = await add({ secret: CANARY, network: 'forum' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      kind: 'webhook',
      settings: { network: 'forum' },
      secretsSet: ['secret'],
      enabled: true,
      health: 'new',
      nextPollAt: null,
      receiveUrl: `/api/v1/sources/${body.id}/posts`,
      counts: { accepted: 0, duplicate: 0, refused: 0, matched: 0 },
    });
    expect(body.issuedSecret).toBeUndefined();
    expect(JSON.stringify(body)).not.toContain(CANARY);
    const [row] = await doors.db.query<{ text: string }>('select source::text as text from source where id = $1', [body.id]);
    expect(row?.text).not.toContain(CANARY);
    expect(row?.text).not.toContain(Buffer.from(CANARY).toString('hex'));
    expect((await doors.app.get(SourceStore).open(body.id)).settings).toEqual({ secret: CANARY, network: 'forum' });
    expect(await eventsOf(body.id)).toHaveLength(1);
  });

  it('makes a secret when none is given, and tells it this once', async () => {
    const { body } = await add({});
    expect(body.issuedSecret).toMatch(/^[\w-]{43}$/);
    expect((await doors.app.get(SourceStore).open(body.id)).settings).toEqual({ secret: body.issuedSecret });
    expect(JSON.stringify((await people.as.administrator.get(`/sources/${body.id}`)).body)).not.toContain(body.issuedSecret);
  });

  it('makes a source that is polled due at once, with its connector’s interval', async () => {
    const { body } = await add({}, 'replay');
    expect(body).toMatchObject({
      settings: { file: 'demo/posts.jsonl', speed: 1, loop: false },
      intervalSeconds: 2,
      secretsSet: [],
    });
    expect(Date.parse(body.nextPollAt ?? '')).toBeLessThanOrEqual(Date.now() + 1000);
    expect((await add({}, 'replay', { enabled: false })).body).toMatchObject({ enabled: false, health: 'off', nextPollAt: null });
  });

  it('names each setting that does not fit', async () => {
    const { status, body } = await add({ secret: 'short', replyUrl: 'javascript:alert(1)', extra: 1 });
    expect(status).toBe(400);
    const problem = body as unknown as Problem;
    expect(problem.code).toBe('invalid-settings');
    expect(problem.errors?.map((e) => e.at)).toEqual(expect.arrayContaining(['settings.secret', 'settings.replyUrl']));
    expect((await add({ extra: 1 })).body).toMatchObject({ code: 'invalid-settings', detail: expect.stringContaining('extra') });
    expect((await add({}, 'carrier-pigeon')).body).toMatchObject({ code: 'invalid-body', errors: [{ at: 'kind' }] });
  });
});

describe('changing', () => {
  it('keeps a secret that is left out or empty, and replaces one that is given', async () => {
    const { body } = await add({ secret: CANARY, network: 'forum' });
    const path = `/sources/${body.id}`;
    const first = await people.as.administrator.patch<SourceView>(path, {
      name: 'Board',
      settings: { secret: '', network: 'board' },
    });
    expect(first.body).toMatchObject({ name: 'Board', settings: { network: 'board' }, secretsSet: ['secret'] });
    const open = () => doors.app.get(SourceStore).open(body.id);
    expect((await open()).settings).toEqual({ secret: CANARY, network: 'board' });
    await people.as.administrator.patch(path, { settings: { secret: 'another-secret' } });
    expect((await open()).settings).toEqual({ secret: 'another-secret' });
    const none = await people.as.administrator.patch<Problem>(path, { settings: { secret: null } });
    expect(none.body).toMatchObject({ code: 'invalid-settings', errors: [{ at: 'settings.secret' }] });
    expect((await open()).settings).toEqual({ secret: 'another-secret' });
  });

  it('never sends a stored secret to an address it was not entered for', async () => {
    const settings = { query: 'acme', bearerToken: CANARY, baseUrl: 'https://one.example/api' };
    const { body } = await add(settings, 'x');
    expect(body).toMatchObject({ secretsSet: ['bearerToken'], settings: { query: 'acme', baseUrl: 'https://one.example/api' } });
    const change = (more: object) =>
      people.as.administrator.patch<Problem>(`/sources/${body.id}`, { settings: { query: 'acme', ...more } });
    const refused = { status: 400, code: 'invalid-settings', errors: [{ at: 'settings.bearerToken' }] };
    expect((await change({ baseUrl: 'https://evil.example/api' })).body).toMatchObject(refused);
    expect((await change({ baseUrl: 'http://one.example/api' })).body).toMatchObject(refused);
    const test = { kind: 'x', sourceId: body.id, settings: { query: 'acme', baseUrl: 'https://evil.example' } };
    expect((await people.as.administrator.post('/sources/test', test)).body).toMatchObject(refused);
    expect((await change({ baseUrl: 'https://one.example/other' })).status).toBe(200);
    expect((await change({ baseUrl: 'https://two.example', bearerToken: 'known-to-me' })).status).toBe(200);
    expect((await doors.app.get(SourceStore).open(body.id)).settings).toMatchObject({ bearerToken: 'known-to-me' });
  });

  it('starts over where what it reads has changed, and not otherwise', async () => {
    const { body } = await add({}, 'replay');
    const path = `/sources/${body.id}`;
    const poll = () =>
      doors.db.query(
        `update source set cursor = '{"line": 7}', lease_token = gen_random_uuid(), lease_until = now(), health = 'blind', failures = 3, next_poll_at = '2030-01-01' where id = $1`,
        [body.id],
      );
    const row = async () =>
      (
        await doors.db.query<Record<string, unknown>>('select cursor, lease_token, health, failures from source where id = $1', [
          body.id,
        ])
      )[0];
    await poll();
    const same = await people.as.administrator.patch<SourceView>(path, {
      name: 'Other name',
      settings: { file: 'demo/posts.jsonl', speed: 1, loop: false },
    });
    expect(same.body).toMatchObject({ health: 'blind', nextPollAt: '2030-01-01T00:00:00.000Z' });
    expect(await row()).toMatchObject({ cursor: { line: 7 }, failures: 3, lease_token: expect.any(String) });
    await people.as.administrator.patch(path, { settings: { file: 'demo/other.jsonl' } });
    expect(await row()).toEqual({ cursor: null, lease_token: null, health: 'new', failures: 0 });
  });

  it('switches off and on', async () => {
    const { body } = await add({}, 'replay');
    const set = (enabled: boolean) => people.as.administrator.patch<SourceView>(`/sources/${body.id}`, { enabled });
    expect((await set(false)).body).toMatchObject({ enabled: false, health: 'off', nextPollAt: null });
    const poll = await people.as.administrator.post(`/sources/${body.id}/poll`);
    expect(poll.body).toMatchObject({ status: 409, code: 'source-off' });
    expect((await set(true)).body).toMatchObject({ enabled: true, health: 'new', nextPollAt: expect.any(String) });
    await doors.db.query(`update source set next_poll_at = '2030-01-01' where id = $1`, [body.id]);
    const now = await people.as.administrator.post<SourceView>(`/sources/${body.id}/poll`);
    expect(now.status).toBe(202);
    expect(Date.parse(now.body.nextPollAt ?? '')).toBeLessThanOrEqual(Date.now() + 1000);
    const webhook = await add({});
    expect((await people.as.administrator.post(`/sources/${webhook.body.id}/poll`)).body).toMatchObject({
      code: 'source-does-not-poll',
    });
  });
});

describe('removing', () => {
  it('removes a source that brought nothing; one that did stays, and says what to do instead', async () => {
    const { body: empty } = await add({});
    await doors.db.query(`insert into seen_post values ($1, 'a')`, [empty.id]);
    expect((await people.as.administrator.call('DELETE', `/sources/${empty.id}`)).status).toBe(204);
    expect((await people.as.administrator.get(`/sources/${empty.id}`)).status).toBe(404);
    const { body: used } = await add({});
    await doors.db.query(
      `with a as (insert into author (network, key, first_heard_at) values ('forum', 'x', now()) returning id)
       insert into mention (source_id, external_id, network, author_id, text, lang, posted_at, fetched_at, stored_at, sentiment_score, sentiment,
         intent, urgency, risk, scores, matches, team_ids, watch_ids, words)
       select $1, 'x', 'forum', id, 't', 'en', now(), now(), now(), 0, 'neutral', 'other', 0, 0, '{}', '[]', '{}', '{}', '' from a`,
      [used.id],
    );
    const refused = await people.as.administrator.call<Problem>('DELETE', `/sources/${used.id}`);
    expect(refused.body).toMatchObject({ status: 409, code: 'source-in-use', detail: expect.stringContaining('Switch it off') });
  });
});

describe('trying settings', () => {
  it('answers what came of it, and never a secret', async () => {
    const test = (body: unknown) => people.as.administrator.post<{ ok: boolean; message: string }>('/sources/test', body);
    const { body } = await test({ kind: 'webhook', settings: { secret: CANARY } });
    expect(body).toMatchObject({ ok: true, samples: [] });
    expect(JSON.stringify(body)).not.toContain(CANARY);
    const source = await add({ secret: CANARY });
    expect((await test({ kind: 'webhook', settings: {}, sourceId: source.body.id })).status).toBe(200);
    expect((await test({ kind: 'replay', settings: {}, sourceId: source.body.id })).status).toBe(404);
    expect((await test({ kind: 'webhook', settings: {} })).body).toMatchObject({ code: 'invalid-settings' });
    expect((await test({ kind: 'replay', settings: { file: '../../etc/passwd' } })).body).toMatchObject({ ok: false });
  });
});

describe('reading', () => {
  it('pages sources, the newest first', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await people.as.manager.get<Page<SourceView>>(`/sources?limit=2&cursor=${cursor}`);
      expect(body.items.length).toBeLessThanOrEqual(2);
      seen.push(...body.items.map((s) => s.id));
      cursor = body.nextCursor ?? '';
    } while (cursor !== '');
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => Number(b) - Number(a)));
    const [count] = await doors.db.query<{ n: number }>('select count(*)::int as n from source');
    expect(seen).toHaveLength(count?.n ?? 0);
  });

  it('shows polls and refused posts of a source', async () => {
    const { body } = await add({});
    await doors.db.query(
      `insert into source_poll (source_id, started_at, ended_at, outcome, accepted, duplicate, refused, matched)
       select $1, now(), now(), 'ok', i, 0, 0, 0 from generate_series(1, 3) i`,
      [body.id],
    );
    await doors.db.query(
      `insert into refused_post (source_id, at, index, reason, excerpt, digest) values ($1, now(), 4, 'text: is missing', '{}', 'x')`,
      [body.id],
    );
    const polls = await people.as.manager.get<Page<PollView>>(`/sources/${body.id}/polls?limit=2`);
    expect(polls.body.items.map((p) => p.accepted)).toEqual([3, 2]);
    const rest = await people.as.manager.get<Page<PollView>>(`/sources/${body.id}/polls?limit=2&cursor=${polls.body.nextCursor}`);
    expect(rest.body).toMatchObject({ items: [{ accepted: 1, message: null }], nextCursor: null });
    const refused = await people.as.manager.get<Page<RefusedPostView>>(`/sources/${body.id}/refused`);
    expect(refused.body.items).toMatchObject([{ index: 4, externalId: null, reason: 'text: is missing' }]);
  });

  it('describes the form of each connector', async () => {
    const { body } = await people.as.administrator.get<Page<ConnectorView>>('/connectors');
    const webhook = body.items.find((c) => c.kind === 'webhook');
    expect(webhook).toMatchObject({ polls: false, receives: true, replies: true });
    expect(webhook?.fields[0]).toMatchObject({ name: 'secret', type: 'secret', label: 'Secret' });
    expect(webhook?.fields.find((f) => f.name === 'replyUrl')).toMatchObject({ type: 'url', required: false });
    const replay = body.items.find((c) => c.kind === 'replay')?.fields;
    expect(replay?.find((f) => f.name === 'speed')).toMatchObject({ type: 'number', default: 1, min: 0, max: 1_000_000 });
    expect(replay?.find((f) => f.name === 'loop')).toMatchObject({ type: 'switch', default: false });
  });
});

describe('who may', () => {
  it('lets managers read, administrators change, and nobody else in', async () => {
    const { body } = await add({});
    for (const role of ['responder', 'viewer'] as const) expect((await people.as[role].get('/sources')).status).toBe(403);
    expect((await people.as.nobody.get('/sources')).status).toBe(401);
    expect((await people.as.manager.get(`/sources/${body.id}`)).status).toBe(200);
    const tries = [
      people.as.manager.post('/sources', { kind: 'webhook', name: 'x' }),
      people.as.manager.patch(`/sources/${body.id}`, { enabled: false }),
      people.as.manager.call('DELETE', `/sources/${body.id}`),
      people.as.manager.post(`/sources/${body.id}/poll`),
      people.as.manager.post('/sources/test', { kind: 'webhook' }),
    ];
    for (const answer of await Promise.all(tries)) expect(answer.status).toBe(403);
  });

  it('answers hostile ids and cursors plainly', async () => {
    for (const id of ['0', '-1', '1e3', '9'.repeat(19), '1;drop table source', '%27', 'x'.repeat(5000)])
      expect((await people.as.administrator.get(`/sources/${encodeURIComponent(id)}`)).status).toBe(404);
    const cursors = [
      '!!',
      Buffer.from('"1 or 1=1"').toString('base64url'),
      Buffer.from('"99999999999999999999"').toString('base64url'),
      Buffer.from('[1]').toString('base64url'),
    ];
    for (const cursor of cursors)
      expect((await people.as.administrator.get(`/sources?cursor=${cursor}`)).body).toMatchObject({
        status: 400,
        code: 'invalid-cursor',
      });
    expect((await people.as.administrator.get(`/sources?cursor=${'A'.repeat(4000)}`)).status).toBe(400);
    expect((await people.as.administrator.get('/sources?limit=100000')).status).toBe(400);
  });
});

describe('a change by another process', () => {
  it('is heard through the outbox', async () => {
    const { body } = await add({ secret: CANARY });
    const store = doors.app.get(SourceStore);
    expect((await store.open(body.id)).name).toBe('Forum');
    await doors.db.query(
      `with s as (update source set name = 'Elsewhere' where id = $1)
       insert into outbox_event (seq, kind, at, payload) values (outbox_seq(0), 'source.changed', now(), jsonb_build_object('sourceId', $1::text))`,
      [body.id],
    );
    for (let i = 0; i < 100 && (await store.open(body.id)).name === 'Forum'; i++)
      await new Promise((done) => setTimeout(done, 20));
    expect((await store.open(body.id)).name).toBe('Elsewhere');
  });
});

describe('credentials', () => {
  it('stand in no table of the database', async () => {
    await add({ secret: CANARY });
    const tables = await doors.db.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    expect(tables.length).toBeGreaterThan(15);
    for (const { name } of tables) {
      const found = await doors.db.query(`select 1 from ${name} t where t::text like $1 or t::text like $2`, [
        `%${CANARY}%`,
        `%${Buffer.from(CANARY).toString('hex')}%`,
      ]);
      expect([name, found]).toEqual([name, []]);
    }
  });

  it('are in no answer and no log line, also when something fails', async () => {
    const lines: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    const logs = [
      jest.spyOn(Logger.prototype, 'error'),
      jest.spyOn(Logger.prototype, 'warn'),
      jest.spyOn(Logger.prototype, 'log'),
    ];
    const { body } = await add({ secret: CANARY });
    const failing = jest.spyOn(doors.app.get(Secrets), 'seal').mockImplementation(() => {
      throw new Error('the disk is gone');
    });
    const answers = [
      await people.as.administrator.patch(`/sources/${body.id}`, { settings: { secret: `${CANARY}-2` } }),
      await add({ secret: CANARY, replyUrl: 'nonsense' }),
      await people.as.administrator.post('/sources/test', { kind: 'webhook', settings: { secret: CANARY, network: 'No Good' } }),
      await people.as.administrator.get(`/sources/${body.id}`),
      await people.as.administrator.get('/sources'),
    ];
    failing.mockRestore();
    write.mockRestore();
    expect(answers.map((a) => a.status)).toEqual([500, 400, 400, 200, 200]);
    const said = [
      ...lines,
      ...logs.flatMap((log) => log.mock.calls.map((call) => inspect(call, { depth: 10 }))),
      ...answers.map((a) => JSON.stringify(a.body)),
    ];
    for (const log of logs) log.mockRestore();
    expect(said.join('\n')).not.toContain(CANARY);
    expect(said.join('\n')).toContain('the disk is gone');
  });
});

describe('a lost key', () => {
  it('says so to who polls, and lets the secret be entered again', async () => {
    const { body } = await add({ secret: CANARY });
    doors.app.get(SourceStore).forget(body.id);
    await doors.db.query(`update source set secrets = set_byte(secrets, 2, 255 - get_byte(secrets, 2)) where id = $1`, [body.id]);
    await expect(doors.app.get(SourceStore).open(body.id)).rejects.toThrow(/another key/);
    expect((await people.as.administrator.get(`/sources/${body.id}`)).status).toBe(200);
    expect((await people.as.administrator.patch(`/sources/${body.id}`, { settings: { secret: 'entered-again' } })).status).toBe(
      200,
    );
    expect((await doors.app.get(SourceStore).open(body.id)).settings).toEqual({ secret: 'entered-again' });
  });
});
