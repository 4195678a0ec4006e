/** Signing in and out through the real doors, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { hashPassword } from '../../src/people/passwords.js';
import { PeopleModule } from '../../src/people/people.module.js';
import { openDoors, type TestDoors } from '../support/doors.js';

const PASSWORD = 'correct horse battery';
let doors: TestDoors;

beforeAll(async () => {
  doors = await openDoors([PeopleModule]);
  const hash = await hashPassword(PASSWORD);
  for (const name of ['ada', 'bob', 'cem', 'eva'])
    await doors.db.query(`insert into person (email, name, password_hash, roles) values ($1, $2, $3, '{responder}')`, [
      `${name}@desk.example`,
      name,
      hash,
    ]);
  await doors.db.query(`update person set disabled_at = now() where name = 'eva'`);
}, 60_000);
afterAll(() => doors.close());

const call = (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) =>
  fetch(`${doors.url}/api/v1${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  call('POST', '/session', headers, { email, password });
const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

describe('signing in', () => {
  it('gives a cookie that scripts cannot read, and says who it is', async () => {
    const answer = await signIn('Ada@Desk.example', PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^earshot\.sid=[\w-]{43}; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    );
    expect(await answer.json()).toMatchObject({
      email: 'ada@desk.example',
      roles: ['responder'],
      invented: false,
      version: '0.1.0',
    });
    const me = await call('GET', '/me', { cookie: cookieOf(answer) });
    expect(me.status).toBe(200);
    expect(await me.json()).toMatchObject({ name: 'ada', teams: [] });
  });

  it('stores no session id, only its hash', async () => {
    const id = cookieOf(await signIn('ada@desk.example', PASSWORD)).split('=')[1] ?? '';
    const rows = await doors.db.query<{ sid: string }>('select sid from session');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map((row) => row.sid)).not.toContain(id);
  });

  it('gives a new id at every sign-in and ends the session before', async () => {
    const first = cookieOf(await signIn('ada@desk.example', PASSWORD));
    const second = cookieOf(await signIn('ada@desk.example', PASSWORD, { cookie: first }));
    expect(second).not.toBe(first);
    expect((await call('GET', '/me', { cookie: first })).status).toBe(401);
    expect((await call('GET', '/me', { cookie: second })).status).toBe(200);
  });

  it('does not take an id that a stranger chose', async () => {
    expect((await call('GET', '/me', { cookie: `earshot.sid=${'A'.repeat(43)}` })).status).toBe(401);
  });

  it('says the same for a wrong password, an unknown e-mail and a disabled person', async () => {
    const answers = await Promise.all([
      signIn('bob@desk.example', 'wrong'),
      signIn('nobody@desk.example', 'wrong'),
      signIn('eva@desk.example', PASSWORD),
    ]);
    const bodies = await Promise.all(
      answers.map(async (a) => ({ status: a.status, ...((await a.json()) as object), instance: '' })),
    );
    expect(bodies[0]).toMatchObject({ status: 401, code: 'wrong-credentials' });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });

  it('takes as long for an unknown e-mail as for a wrong password', async () => {
    const took = async (email: string) => {
      const from = performance.now();
      await signIn(email, 'wrong');
      return performance.now() - from;
    };
    const known = [await took('bob@desk.example'), await took('bob@desk.example')];
    const unknown = [await took('no1@desk.example'), await took('no2@desk.example')];
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
  });

  it('throttles guessing at one account, whether it exists or not, and says how long', async () => {
    for (const email of ['cem@desk.example', 'ghost@desk.example']) {
      for (let i = 0; i < 5; i++) expect((await signIn(email, `guess ${i}`)).status).toBe(401);
      const answer = await signIn(email, PASSWORD);
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(800);
      expect(await codeOf(answer)).toBe('too-many-requests');
    }
    expect((await signIn('ada@desk.example', PASSWORD)).status).toBe(200);
  });

  it('counts tries that come at once', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 12 }, async (_, i) => (await signIn('burst@desk.example', `x${i}`)).status),
    );
    expect(statuses.filter((s) => s === 401)).toHaveLength(5);
    expect(statuses.filter((s) => s === 429)).toHaveLength(7);
  });
});

describe('throttling', () => {
  const guess = async (at: TestDoors, email: string, from: string) =>
    (
      await fetch(`${at.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
        body: JSON.stringify({ email, password: 'a guess' }),
      })
    ).status;

  it('forgets after its window', async () => {
    for (let i = 0; i < 5; i++) await signIn('bob@desk.example', `again ${i}`);
    expect((await signIn('bob@desk.example', PASSWORD)).status).toBe(429);
    await doors.db.query(`update sign_in_throttle set until = now() - interval '1 second'`);
    expect((await signIn('bob@desk.example', PASSWORD)).status).toBe(200);
  });

  it('believes no forwarded address unless a proxy is configured', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push(await guess(doors, 'fwd@desk.example', `192.0.2.${i}`));
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('stops one address that tries many accounts, and many addresses that try one', async () => {
    const behind = await openDoors([PeopleModule], { settings: { EARSHOT_TRUSTED_PROXIES: '1' } });
    try {
      const spray = await Promise.all(Array.from({ length: 55 }, (_, i) => guess(behind, `p${i}@desk.example`, '192.0.2.1')));
      expect(spray.filter((status) => status === 401)).toHaveLength(50);
      expect(await guess(behind, 'fresh@desk.example', '192.0.2.2')).toBe(401);
      const swarm = await Promise.all(Array.from({ length: 55 }, (_, i) => guess(behind, 'one@desk.example', `198.51.100.${i}`)));
      expect(swarm.filter((status) => status === 401)).toHaveLength(50);
      // All of an IPv6 network counts as one address.
      const network = await Promise.all(
        Array.from({ length: 7 }, (_, i) => guess(behind, 'six@desk.example', `2001:db8:1:2::${i + 1}`)),
      );
      expect(network.filter((status) => status === 401)).toHaveLength(5);
    } finally {
      await behind.close();
    }
  }, 30_000);
});

describe('signing out', () => {
  it('ends the session at once, also in the database, and is safe twice', async () => {
    const cookie = cookieOf(await signIn('ada@desk.example', PASSWORD));
    expect((await call('GET', '/me', { cookie })).status).toBe(200);
    expect((await call('DELETE', '/session', { cookie })).status).toBe(204);
    expect((await call('GET', '/me', { cookie })).status).toBe(401);
    expect((await call('DELETE', '/session', { cookie })).status).toBe(204);
  });
});

describe('timeouts', () => {
  it('ends an idle session, and one that is older than a week', async () => {
    const cookie = cookieOf(await signIn('ada@desk.example', PASSWORD));
    await doors.db.query(`update session set expire = now() - interval '1 second'`);
    expect((await call('GET', '/me', { cookie })).status).toBe(401);
    const old = cookieOf(await signIn('ada@desk.example', PASSWORD));
    await doors.db.query(
      `update session set sess = json_build_object('personId', sess ->> 'personId', 'startedAt', now() - interval '6 days 23 hours', 'seenAt', now() - interval '1 hour')`,
    );
    expect((await call('GET', '/me', { cookie: old })).status).toBe(200);
    const [row] = await doors.db.query<{ hours: number }>(
      `select extract(epoch from expire - now())::float8 / 3600 as hours from session where sess ->> 'seenAt' is not null`,
    );
    expect(row?.hours).toBeGreaterThan(0.9);
    expect(row?.hours).toBeLessThanOrEqual(1);
  });
});

describe('other sites', () => {
  it('cannot sign anybody in or out, nor change anything with a cookie', async () => {
    const sites: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of sites) {
      const answer = await signIn('ada@desk.example', PASSWORD, headers);
      expect(answer.status).toBe(403);
      expect(await codeOf(answer)).toBe('cross-site');
    }
    expect((await signIn('ada@desk.example', PASSWORD, { origin: doors.url, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });
});

describe('problems', () => {
  it('names what does not fit and where', async () => {
    const answer = await call('POST', '/session', {}, { email: '', password: 7 });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({
      type: 'urn:earshot:problem:invalid-body',
      code: 'invalid-body',
      errors: [{ at: 'email' }, { at: 'password' }],
    });
  });

  it('answers broken JSON, bodies too large and unknown routes in the same form', async () => {
    const post = (body: string) =>
      fetch(`${doors.url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(await (await post('{"email":')).json()).toMatchObject({ status: 400, code: 'bad-request' });
    expect(await (await post(JSON.stringify('x'.repeat(1_200_000)))).json()).toMatchObject({ status: 413, code: 'too-large' });
    expect(await (await call('GET', '/nothing')).json()).toMatchObject({ status: 404, code: 'not-found' });
    expect(await (await call('POST', '/session')).json()).toMatchObject({ code: 'invalid-body' });
  });

  it('asks for JSON when something else comes', async () => {
    const form = await fetch(`${doors.url}/api/v1/session`, {
      method: 'POST',
      body: new URLSearchParams({ email: 'a', password: 'b' }),
    });
    expect(await form.json()).toMatchObject({ status: 415, code: 'unsupported-media-type' });
  });

  it('says that the database is away, and when to come back, and nothing more', async () => {
    const lost = await openDoors([PeopleModule]);
    try {
      await lost.app.get(DataSource).destroy();
      const answer = await fetch(`${lost.url}/api/v1/me`, { headers: { cookie: `earshot.sid=${'A'.repeat(43)}` } });
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('2');
      expect(await answer.json()).toMatchObject({ code: 'database-away' });
    } finally {
      await lost.close();
    }
  });
});

describe('headers', () => {
  it('let nothing in from elsewhere and give every answer its reference', async () => {
    const answer = await call('GET', '/me');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self';script-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data:");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(answer.headers.get('strict-transport-security')).toBeNull();
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    const { instance } = (await answer.json()) as { instance: string };
    expect(instance).toBe(`urn:earshot:request:${answer.headers.get('x-request-id')}`);
  });

  it('keep to https when the desk is reached by it', async () => {
    const safe = await openDoors([PeopleModule], { settings: { EARSHOT_SECURE_COOKIES: 'true' } });
    try {
      await safe.db.query(
        `insert into person (email, name, password_hash, roles) values ('s@desk.example', 's', $1, '{viewer}')`,
        [await hashPassword(PASSWORD)],
      );
      const answer = await fetch(`${safe.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 's@desk.example', password: PASSWORD }),
      });
      expect(answer.headers.get('set-cookie')).toContain('; HttpOnly; Secure; SameSite=Lax');
      expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
    } finally {
      await safe.close();
    }
  });
});
