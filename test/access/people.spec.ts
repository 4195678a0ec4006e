/** People, teams and tokens through the real doors, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeView, NewTokenView, PersonView, TeamView, TokenView } from '#libs/contracts/views/people.js';
import { EnsureFirstAdministrator } from '../../src/people/ensure-first-administrator.js';
import { PeopleModule } from '../../src/people/people.module.js';
import { Identify } from '../../src/platform/access/identify.js';
import { Caller } from '../support/caller.js';
import { openDoors, type TestDoors } from '../support/doors.js';

const ADMIN = { email: 'first@desk.example', password: 'the first password' };
const PASSWORD = 'a password long enough';
let doors: TestDoors;
let nobody: Caller;
let admin: Caller;
let adminId: string;

beforeAll(async () => {
  doors = await openDoors([PeopleModule], {
    settings: { EARSHOT_ADMIN_EMAIL: ADMIN.email, EARSHOT_ADMIN_PASSWORD: ADMIN.password },
  });
  await doors.app.get(EnsureFirstAdministrator).run();
  nobody = new Caller(doors.url);
  admin = await nobody.signedIn(ADMIN.email, ADMIN.password);
  adminId = (await admin.get<MeView>('/me')).body.id;
}, 60_000);
afterAll(() => doors.close());

let count = 0;
async function added(roles: string[], more: object = {}): Promise<PersonView & { caller: Caller }> {
  const email = `person${++count}@desk.example`;
  const { status, body } = await admin.post<PersonView>('/people', {
    email,
    name: `Person ${count}`,
    roles,
    password: PASSWORD,
    ...more,
  });
  expect(status).toBe(201);
  return { ...body, caller: await nobody.signedIn(email, PASSWORD) };
}
const eventsOf = async (personId: string) =>
  (await doors.db.query(`select 1 from outbox_event where kind = 'person.changed' and payload ->> 'personId' = $1`, [personId]))
    .length;

describe('the first administrator', () => {
  it('is made once, with all working roles and the team Desk', async () => {
    const me = (await admin.get<MeView>('/me')).body;
    expect(me).toMatchObject({ email: ADMIN.email, roles: ['administrator', 'manager', 'responder'], teams: [{ name: 'Desk' }] });
    expect(await doors.app.get(EnsureFirstAdministrator).run()).toBeNull();
  });

  it('gets a password that is told once when none is set', async () => {
    const fresh = await openDoors([PeopleModule]);
    try {
      const runs = await Promise.all([1, 2, 3].map(() => fresh.app.get(EnsureFirstAdministrator).run()));
      const made = runs.filter((run) => run !== null);
      expect(made).toHaveLength(1);
      expect(made[0]).toMatchObject({ email: 'admin@earshot.local', password: expect.stringMatching(/^[\w-]{16}$/) });
      await new Caller(fresh.url).signedIn('admin@earshot.local', made[0]?.password ?? '');
    } finally {
      await fresh.close();
    }
  });
});

describe('adding people', () => {
  it('puts them into the first team unless told otherwise, and stores the password as argon2id', async () => {
    const person = await added(['responder']);
    expect(person).toMatchObject({ roles: ['responder'], teams: [{ name: 'Desk' }], locale: 'en', disabled: false });
    const row = await doors.db.one<{ password_hash: string }>('select password_hash from person where id = $1', [person.id]);
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(JSON.stringify(person)).not.toContain('argon2');
  });

  it('refuses an e-mail that somebody has, whatever its case, and an unknown team', async () => {
    const taken = await admin.post('/people', {
      email: ADMIN.email.toUpperCase(),
      name: 'X',
      roles: ['viewer'],
      password: PASSWORD,
    });
    expect([taken.status, taken.body['code']]).toEqual([409, 'email-taken']);
    const noTeam = await admin.post('/people', {
      email: 'x@desk.example',
      name: 'X',
      roles: ['viewer'],
      password: PASSWORD,
      teamIds: ['999'],
    });
    expect(noTeam.body).toMatchObject({ status: 400, code: 'invalid-body', errors: [{ at: 'teamIds[0]' }] });
    expect(await doors.db.query(`select 1 from person where email = 'x@desk.example'`)).toEqual([]);
  });

  it('lists them by name, page by page', async () => {
    for (const name of ['Işıl', 'Émile', 'zoe', 'Zoë']) await added(['viewer'], { name });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '?limit=2' : `?limit=2&cursor=${cursor}`;
      const { body } = await admin.get<{ items: PersonView[]; nextCursor: string | null }>(`/people${query}`);
      seen.push(...body.items.map((p) => p.id));
      cursor = body.nextCursor;
    } while (cursor !== null);
    const all = await doors.db.query<{ id: string }>('select id from person');
    expect([...seen].sort()).toEqual(all.map((p) => p.id).sort());
    for (const bad of ['x', 'bnVsbA', Buffer.from('["a","99999999999999999999"]').toString('base64url')])
      expect((await admin.get(`/people?cursor=${bad}`)).body['code']).toBe('invalid-cursor');
  });
});

describe('changing people', () => {
  it('ends the sessions of someone who is disabled or whose roles change, and says so in the outbox', async () => {
    for (const change of [{ disabled: true }, { roles: ['viewer'] }, { password: 'another password' }]) {
      const person = await added(['responder']);
      expect((await person.caller.get('/me')).status).toBe(200);
      const before = await eventsOf(person.id);
      expect((await admin.patch(`/people/${person.id}`, change)).status).toBe(200);
      expect((await person.caller.get('/me')).status).toBe(401);
      expect(await eventsOf(person.id)).toBe(before + 1);
    }
  });

  it('keeps the session when only the name or the language changes', async () => {
    const person = await added(['responder']);
    expect((await admin.patch(`/people/${person.id}`, { name: 'New Name', locale: 'tr' })).body).toMatchObject({
      name: 'New Name',
      locale: 'tr',
    });
    expect((await person.caller.get('/me')).body).toMatchObject({ name: 'New Name', locale: 'tr', roles: ['responder'] });
  });

  it('lets nobody in who is disabled, and lets them in again after', async () => {
    const person = await added(['responder']);
    await admin.patch(`/people/${person.id}`, { disabled: true });
    expect((await nobody.post('/session', { email: person.email, password: PASSWORD })).status).toBe(401);
    await admin.patch(`/people/${person.id}`, { disabled: false });
    expect((await nobody.post('/session', { email: person.email, password: PASSWORD })).status).toBe(200);
  });

  it('keeps the last administrator, also when two remove each other at once', async () => {
    for (const change of [{ disabled: true }, { roles: ['manager'] }]) {
      const answer = await admin.patch(`/people/${adminId}`, change);
      expect([answer.status, answer.body['code']]).toEqual([409, 'last-administrator']);
    }
    const second = await added(['administrator']);
    const answers = await Promise.all([
      admin.patch(`/people/${second.id}`, { disabled: true }),
      second.caller.patch(`/people/${adminId}`, { roles: ['viewer'] }),
    ]);
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1);
    const left = await doors.db.query(`select 1 from person where 'administrator' = any(roles) and disabled_at is null`);
    expect(left).toHaveLength(1);
    await doors.db.query(`update person set roles = '{administrator,manager,responder}', disabled_at = null where id = $1`, [
      adminId,
    ]);
    admin = await nobody.signedIn(ADMIN.email, ADMIN.password);
  });

  it('says not-found for ids that are none', async () => {
    for (const id of ['0', 'x', '999999', '9999999999999999999'])
      expect((await admin.patch(`/people/${id}`, { name: 'x' })).body).toMatchObject({ status: 404, code: 'not-found' });
  });
});

describe('oneself', () => {
  it('changes the password only with the current one, and ends other sessions but not this one', async () => {
    const person = await added(['viewer']);
    const other = await nobody.signedIn(person.email, PASSWORD);
    expect((await person.caller.patch('/me', { password: 'my new password' })).body).toMatchObject({
      errors: [{ at: 'currentPassword' }],
    });
    expect((await person.caller.patch('/me', { password: 'my new password', currentPassword: 'no' })).body).toMatchObject({
      status: 400,
    });
    expect(
      (await person.caller.patch('/me', { password: 'my new password', currentPassword: PASSWORD, locale: 'sk' })).body,
    ).toMatchObject({ locale: 'sk' });
    expect((await person.caller.get('/me')).status).toBe(200);
    expect((await other.get('/me')).status).toBe(401);
    await nobody.signedIn(person.email, 'my new password');
  });

  it('cannot give itself roles', async () => {
    const person = await added(['viewer']);
    await person.caller.patch('/me', { name: 'Me', roles: ['administrator'] });
    expect((await person.caller.get('/me')).body).toMatchObject({ name: 'Me', roles: ['viewer'] });
  });
});

describe('teams', () => {
  it('are added once by name, and people are moved between them', async () => {
    const team = (await admin.post<TeamView>('/teams', { name: 'Night' })).body;
    expect((await admin.post('/teams', { name: 'Night' })).body['code']).toBe('name-taken');
    const person = await added(['responder'], { teamIds: [team.id] });
    expect(person.teams).toEqual([team]);
    expect((await admin.patch(`/people/${person.id}`, { teamIds: [] })).body['teams']).toEqual([]);
    expect((await admin.get<{ items: TeamView[] }>('/teams')).body.items.map((t) => t.name)).toEqual(['Desk', 'Night']);
  });
});

describe('tokens', () => {
  const make = (body: object, by = admin) => by.post<NewTokenView & { code?: string }>('/tokens', body);

  it('are shown once and stored as a hash', async () => {
    const made = (await make({ name: 'reports' })).body;
    expect(made.token).toMatch(/^esh_[\w-]{43}$/);
    const listed = (await admin.get<{ items: TokenView[] }>('/tokens')).body.items;
    expect(JSON.stringify(listed)).not.toContain(made.token);
    expect(listed.find((t) => t.id === made.id)).toMatchObject({
      name: 'reports',
      person: { id: adminId },
      lastUsedAt: null,
      revokedAt: null,
    });
    expect((await nobody.withToken(made.token).get('/me')).body).toMatchObject({ id: adminId });
    expect(
      (await admin.get<{ items: TokenView[] }>('/tokens')).body.items.find((t) => t.id === made.id)?.lastUsedAt,
    ).not.toBeNull();
  });

  it('may do what their roles allow and never more than their person', async () => {
    const viewer = nobody.withToken((await make({ name: 'v', roles: ['viewer'] })).body.token);
    expect((await viewer.get('/me')).status).toBe(200);
    expect((await viewer.get('/people')).body['code']).toBe('not-allowed');
    const plain = await added(['administrator']);
    expect((await make({ name: 'm', roles: ['manager'] }, plain.caller)).body['code']).toBe('not-allowed');
    const token = (await make({ name: 'a', roles: ['administrator'] }, plain.caller)).body.token;
    expect((await nobody.withToken(token).get('/people')).status).toBe(200);
    await admin.patch(`/people/${plain.id}`, { roles: ['responder'] });
    expect((await nobody.withToken(token).get('/people')).status).toBe(401);
  });

  it('end when they are revoked or their person is disabled', async () => {
    const made = (await make({ name: 'r' })).body;
    const caller = nobody.withToken(made.token);
    expect((await caller.get('/me')).status).toBe(200);
    expect((await admin.call('DELETE', `/tokens/${made.id}`)).status).toBe(204);
    expect((await caller.get('/me')).status).toBe(401);
    expect((await admin.call('DELETE', `/tokens/${made.id}`)).status).toBe(204);
    expect((await admin.call('DELETE', '/tokens/999999')).status).toBe(404);
  });

  it('need no same-site check, and a wrong one is not saved by a cookie', async () => {
    const made = (await make({ name: 'o' })).body;
    const evil = { origin: 'https://evil.example' };
    expect((await nobody.withToken(made.token).call('POST', '/tokens', { name: 'p' }, evil)).status).toBe(201);
    expect((await admin.call('POST', '/tokens', { name: 'p' }, evil)).body['code']).toBe('cross-site');
    expect((await admin.call('GET', '/me', undefined, { authorization: 'Bearer esh_wrong' })).status).toBe(401);
  });
});

describe('revocation from elsewhere', () => {
  it('takes at most five seconds when another process ended the session', async () => {
    const person = await added(['viewer']);
    expect((await person.caller.get('/me')).status).toBe(200);
    await doors.db.query(`delete from session where sess ->> 'personId' = $1`, [person.id]);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect((await person.caller.get('/me')).status).toBe(401);
  });

  it('is heard at the handshake of a socket, too', async () => {
    const person = await added(['viewer']);
    const identify = doors.app.get(Identify);
    expect(await identify.byHeaders(person.caller.headers)).toMatchObject({ id: person.id, via: 'session', roles: ['viewer'] });
    expect(await identify.byHeaders({}, 'esh_nonsense')).toBeNull();
    await admin.patch(`/people/${person.id}`, { disabled: true });
    expect(await identify.byHeaders(person.caller.headers)).toBeNull();
  });
});
