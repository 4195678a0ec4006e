/** Ladders: who is told, by which way, when; checked again at delivery, stopped by whoever takes it on, and never lost to a kill. */
import { createECDH, createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { raiseAll } from '../../src/escalations/raise.js';
import { aPost, startDesk, type Client, type Desk, type Webhook } from '../support/desk.js';
import { promise } from '../support/promises.js';
import { eventually } from '../support/desk-process.js';

type Person = Client & { id: string; email: string };
interface Call {
  headers: IncomingHttpHeaders;
  body: string;
  path: string;
}

let desk: Desk;
let hook: Webhook;
let responder: Person;
let manager: Person;
let mails: { to: string[]; text: string }[] = [];
let calls: Call[] = [];
let answers: number[] = [];
let smtp: SMTPServer;
let receiver: Server;
let receiverUrl: string;
let caseId: string;

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo.map((one) => one.address), text: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));
  receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      calls.push({ headers: request.headers, body: Buffer.concat(parts).toString('latin1'), path: request.url ?? '' });
      response.writeHead(answers.shift() ?? 201, { location: '/m/1' }).end();
    });
  });
  await new Promise<void>((ready) => receiver.listen(0, '127.0.0.1', ready));
  receiverUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  desk = await startDesk({
    EARSHOT_SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    EARSHOT_MAIL_FROM: 'Earshot <desk@earshot.example>',
    EARSHOT_URL: 'https://desk.example',
    EARSHOT_ALLOWED_HOSTS: '127.0.0.1',
  });
  hook = await desk.webhook();
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  [responder, manager] = await Promise.all([desk.person(['responder']), desk.person(['manager'], { locale: 'tr' })]);
}, 60_000);
afterAll(async () => {
  await desk.stop();
  await new Promise<void>((done) => smtp.close(done));
  await new Promise((done) => receiver.close(done));
});
beforeEach(async () => {
  [mails, calls, answers] = [[], [], []];
  for (const { id } of (await manager.must('GET', '/ladders')).items) await manager.must('DELETE', `/ladders/${id}`);
  const post = aPost();
  await hook.push([post]);
  const row = await desk.db.one<{ id: string }>(`select case_id as id from mention where external_id = $1`, [post['externalId']]);
  caseId = row?.id ?? '';
});
const ladder = (rungs: object[], more: object = {}) =>
  manager.must('POST', '/ladders', { name: 'Test', on: ['by-hand'], rungs, ...more });
const raise = (reason = 'The customer speaks of the press') => responder.must('POST', `/cases/${caseId}/escalate`, { reason });
const notices = async () => (await manager.must('GET', '/notices')).items as { escalationId: string; channel: string; state: string; to: string; rung: number; problem: string | null; receipt: string | null; attempts: number }[]; // prettier-ignore

/** Waits until the first rung was climbed. */
const climbed = (id: string) => eventually(() => desk.db.one(`select 1 from escalation where id = $1 and rung = 1`, [id]));

describe('a case raised by hand', () => {
  it('reaches managers at the desk, by name in their history, once', async () => {
    await ladder([{ afterSeconds: 0, to: 'managers', by: ['desk'] }]);
    const live = await manager.live();
    const other = await responder.live();
    await raise();
    const told = await live.until((m) => m.name === 'notice.given');
    expect(told.body.notice).toMatchObject({ caseId, trigger: 'by-hand', channel: 'desk', state: 'sent' });
    expect(other.heard.some((m) => m.name === 'notice.given')).toBe(false);
    const again = await responder.post(`/cases/${caseId}/escalate`, { reason: 'Once more' });
    expect([again.status, again.body.code]).toEqual([409, 'already-raised']);
    const { timeline } = await responder.must('GET', `/cases/${caseId}`);
    expect(timeline.find((item: { kind?: string }) => item.kind === 'escalated')).toMatchObject({ by: { id: responder.id }, data: { reason: 'The customer speaks of the press' } }); // prettier-ignore
    live.close();
    other.close();
  });

  it('reaches people by e-mail in their language, with a key that folds copies', async () => {
    await ladder([{ afterSeconds: 0, to: 'person', targetId: manager.id, by: ['email'] }]);
    await raise('Basın soruyor');
    const mail = await eventually(async () => mails[0]);
    expect(mail.to).toEqual([manager.email]);
    expect(mail.text).toMatch(/Message-ID: <earshot-notice-\d+@earshot\.example>/);
    expect(mail.text).toContain('Auto-Submitted: auto-generated');
    expect(mail.text.replaceAll('=\r\n', '')).toMatch(new RegExp(`https://desk\\.example/queue/all/${caseId}`));
    const [notice] = await eventually(async () => ((await notices())[0]?.state === 'sent' ? await notices() : undefined));
    expect(notice).toMatchObject({
      channel: 'email',
      to: expect.stringContaining('manager'),
      receipt: expect.stringMatching(/^250/),
    });
  });

  it('reaches another program by a signed call, again when it fails, and keeps the receipt', async () => {
    const secret = 'a-secret-of-sixteen-or-more';
    const { id, ...shown } = await desk.admin.must('POST', '/alarm-hooks', {
      name: `Pager ${caseId}`,
      url: `${receiverUrl}/pager`,
      secret,
    });
    expect(JSON.stringify(shown)).not.toContain(secret);
    await ladder([{ afterSeconds: 0, to: 'hook', targetId: id, by: ['webhook'] }]);
    answers = [503, 202];
    await raise();
    await eventually(async () => calls[0]);
    expect((await notices())[0]).toMatchObject({ state: expect.stringMatching(/waiting|sending/), attempts: 1 });
    await eventually(async () => ((await notices())[0]?.problem === 'HTTP 503' ? true : undefined));
    await desk.db.query(`update notice set due_at = now() where state = 'waiting'`); // the half minute is over
    await eventually(async () => ((await notices())[0]?.state === 'sent' ? true : undefined));
    expect((await notices())[0]).toMatchObject({ receipt: 'HTTP 202', attempts: 2 });
    const [first, second] = calls;
    for (const { headers, body } of [first as Call, second as Call]) {
      const stamp = String(headers['x-earshot-timestamp']);
      expect(headers['x-earshot-signature']).toBe(
        `sha256=${createHmac('sha256', secret).update(`${stamp}.${body}`).digest('hex')}`,
      );
      expect(JSON.parse(body)).toMatchObject({ trigger: 'by-hand', caseId });
    }
    expect(second?.headers['x-earshot-notice']).toBe(first?.headers['x-earshot-notice']);
    const rows = await desk.db.query<{ secret: string }>(`select encode(secret, 'escape') as secret from alarm_hook`);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('reaches people by a webhook of their own, signed with a secret that is shown once, until they want it no more', async () => {
    const set = await manager.must('PUT', '/me/webhook', { url: `${receiverUrl}/mine` });
    expect(set).toMatchObject({ webhookUrl: `${receiverUrl}/mine`, webhook: true, secret: expect.stringMatching(/^[\w-]{43}$/) });
    expect(JSON.stringify(await manager.must('GET', '/me/notices'))).not.toContain(set.secret);
    const stored = await desk.db.query(`select encode(secret, 'escape') as secret from person_hook`);
    expect(JSON.stringify(stored)).not.toContain(set.secret);
    const signed = ({ headers, body }: Call) => headers['x-earshot-signature'] === `sha256=${createHmac('sha256', set.secret).update(`${String(headers['x-earshot-timestamp'])}.`).update(Buffer.from(body, 'latin1')).digest('hex')}`; // prettier-ignore
    expect(await manager.must('POST', '/me/webhook/try')).toEqual({ taken: true, answer: 'HTTP 201' });
    expect([calls[0]?.path, calls.every(signed)]).toEqual(['/mine', true]);
    calls = [];
    await ladder([{ afterSeconds: 0, to: 'person', targetId: manager.id, by: ['webhook'] }, { afterSeconds: 0, to: 'person', targetId: responder.id, by: ['webhook'] }]); // prettier-ignore
    answers = [500, 200];
    await raise();
    const mine = async () => (await notices()).filter((one) => one.channel === 'webhook');
    await eventually(async () => ((await mine()).some(({ problem }) => problem === 'HTTP 500') ? true : undefined));
    await desk.db.query(`update notice set due_at = now() where state = 'waiting'`); // the half minute is over
    await eventually(async () => ((await mine()).some(({ receipt }) => receipt === 'HTTP 200') ? true : undefined));
    // The other person has none: nothing is lost, and it says so.
    const none = await eventually(async () => (await mine()).find(({ state }) => state === 'skipped'));
    expect(none.problem).toBe('the person has set no webhook');
    expect([calls.length, calls.every(signed), new Set(calls.map(({ headers }) => headers['x-earshot-notice'])).size]).toEqual([2, true, 1]); // prettier-ignore
    await manager.must('PUT', '/me/notices', { email: true, push: true, webhook: false, quiet: null });
    expect((await manager.must('DELETE', '/me/webhook')).webhookUrl).toBeNull();
    expect((await manager.post('/me/webhook/try')).status).toBe(404);
    await manager.must('PUT', '/me/notices', { email: true, push: true, webhook: true, quiet: null });
  });

  it('reaches a browser that let the desk push, encrypted, until the browser withdraws', async () => {
    const key = createECDH('prime256v1');
    key.generateKeys();
    const keys = { p256dh: key.getPublicKey().toString('base64url'), auth: randomBytes(16).toString('base64url') };
    await manager.must('POST', '/me/browsers', { endpoint: `${receiverUrl}/push/1`, keys });
    await ladder([{ afterSeconds: 0, to: 'managers', by: ['push'] }]);
    await raise('Words for the lock screen');
    const call = await eventually(async () => calls[0]);
    expect([call.path, call.headers['content-encoding'], call.headers['ttl']]).toEqual(['/push/1', 'aes128gcm', '86400']);
    expect(String(call.headers['authorization'])).toMatch(/^vapid t=.+, k=.+/);
    expect(call.body).not.toContain('Words for the lock screen');
    await eventually(async () => ((await notices()).find((n) => n.channel === 'push')?.state === 'sent' ? true : undefined));
    answers = [410];
    await desk.db.query(`update escalation set acknowledged_at = now(), acknowledged_by = $1`, [manager.id]);
    await raise('And again');
    await eventually(async () => ((await manager.must('GET', '/me/notices')).browsers === 0 ? true : undefined));
  });
});

describe('the next rung', () => {
  it('is climbed when nobody came, and not when somebody did', async () => {
    await ladder([
      { afterSeconds: 0, to: 'managers', by: ['desk'] },
      { afterSeconds: 900, to: 'on-call', by: ['email'] },
    ]);
    const first = await raise();
    await climbed(first.id);
    expect(mails).toEqual([]);
    const onCall = await desk.person(['responder']);
    await manager.must('POST', '/duties', {
      personId: onCall.id,
      from: new Date(Date.now() - 60_000),
      to: new Date(Date.now() + 3_600_000),
    });
    const later = () => desk.db.query(`update escalation set next_at = now() where next_at is not null`);
    await later();
    const mail = await eventually(async () => mails[0]);
    expect(mail.to).toEqual([onCall.email]);
    await manager.must('POST', `/escalations/${first.id}/acknowledge`);
    const second = await raise('Something else');
    await eventually(async () =>
      (await desk.db.one(`select 1 from escalation where id = $1 and rung = 1`, [second.id])) ? true : undefined,
    );
    await manager.must('POST', `/escalations/${second.id}/acknowledge`);
    await later();
    await eventually(async () => ((await desk.db.one(`select 1 from escalation where id = $1 and next_at is null`, [second.id])) ? true : undefined)); // prettier-ignore
    expect(mails).toHaveLength(1);
  });

  it('waits for quiet hours to end, unless it is urgent', async () => {
    const hour = (add: number) => new Date(Date.now() + add * 3_600_000).toISOString().slice(11, 16);
    const quiet = { from: hour(-1), to: hour(1), zone: 'UTC' };
    await manager.must('PUT', '/me/notices', { email: true, push: false, quiet });
    await ladder([{ afterSeconds: 0, to: 'person', targetId: manager.id, by: ['email', 'push'] }]);
    await desk.db.query(`update desk_case set priority = 'normal', risk_level = 'low' where id = $1`, [caseId]);
    const raised = await raise();
    const held = await eventually(async () => {
      const all = (await notices()).filter((n) => n.escalationId === raised.id);
      return all.filter((n) => n.problem !== null).length === 2 ? all : undefined;
    });
    expect(held.map((n) => [n.channel, n.state, n.problem]).sort()).toEqual([
      ['email', 'waiting', 'quiet hours'],
      ['push', 'skipped', 'the person wants no push'],
    ]);
    await desk.db.query(`update escalation set urgent = true; update notice set due_at = now() where state = 'waiting'`);
    await eventually(async () => mails[0]);
    await manager.must('PUT', '/me/notices', { email: true, push: true, quiet: null });
  });
});

describe('a ladder', () => {
  it('that cannot be is refused with the place that is wrong', async () => {
    const bad = async (rungs: object[]) =>
      (await manager.post('/ladders', { name: 'x', on: ['by-hand'], rungs })).body.errors?.[0]?.at;
    expect(await bad([])).toBe('rungs');
    expect(await bad([{ afterSeconds: 0, to: 'person', by: ['email'] }])).toBe('rungs[0].targetId');
    expect(await bad([{ afterSeconds: 0, to: 'hook', targetId: '1', by: ['desk', 'webhook'] }])).toBe('rungs[0].by');
    expect(
      await bad([
        { afterSeconds: 9, to: 'managers', by: ['desk'] },
        { afterSeconds: 3, to: 'managers', by: ['desk'] },
      ]),
    ).toBe('rungs');
    const nobody = await manager.post('/ladders', {
      name: 'x',
      on: ['by-hand'],
      rungs: [{ afterSeconds: 0, to: 'person', targetId: '999999', by: ['email'] }],
    });
    expect(nobody.status).toBe(404);
  });

  it('is climbed for high risk and for a warning where a manager asks for it, once each', async () => {
    await ladder([{ afterSeconds: 0, to: 'managers', by: ['desk'] }], { on: ['risk-high', 'clock-warned'] });
    await hook.push([
      aPost({
        text: 'Anadolu Hat: my lawyer will sue you, the router caught fire and my child is injured!!! journalist informed',
      }),
    ]);
    const row = await eventually(async () => desk.db.one<{ n: string }>(`select count(*) as n from escalation where trigger = 'risk-high' having count(*) > 0`)); // prettier-ignore
    expect(Number(row?.n)).toBe(1);
    await desk.db.query(
      `update clock set warn_at = now() - interval '1 s', fires_at = now() - interval '1 s' where case_id = $1 and kind = 'acknowledge'`,
      [caseId],
    );
    await eventually(async () =>
      (await desk.db.one(`select 1 from escalation where trigger = 'clock-warned' and case_id = $1`, [caseId]))
        ? true
        : undefined,
    );
  });
});

// The last one: it changes who is there and what is promised.
describe('a promise that is broken', () => {
  it('is told at the desk to whom its standard names, beside its ladder; who stands on both hears of it once', async () => {
    const both = await desk.person(['manager', 'responder'], { name: `Both ${caseId}` });
    const [id] = await promise(manager, [{ clock: 'human-response', targetSeconds: 60, tell: ['owner', 'team'] }]);
    expect((await manager.must('GET', `/standards/${id}`)).inForce.terms.tell).toEqual(['owner', 'team', 'managers']);
    await ladder([{ afterSeconds: 0, to: 'managers', by: ['desk'] }], { on: ['clock-breached'] });
    const post = aPost({ postedAt: new Date(Date.now() - 3_600_000).toISOString() });
    await hook.push([post]);
    const row = await eventually(() =>
      desk.db.one<{ id: string }>(
        `select e.id from escalation e join mention m on m.case_id = e.case_id where m.external_id = $1 and e.trigger = 'clock-breached' and e.next_at is null`,
        [post['externalId']],
      ),
    );
    const told = (await notices()).filter((n) => n.escalationId === row.id);
    const people = (await desk.admin.must('GET', '/people')).items as { name: string; roles: string[] }[];
    const concerned = people.filter(({ roles }) => roles.includes('manager') || roles.includes('responder')).map((p) => p.name);
    expect(told.map((n) => n.to).sort()).toEqual(concerned.sort());
    expect(told.filter((n) => n.to === `Both ${caseId}`)).toHaveLength(1);
    expect(both.id).toBeDefined();
  });

  it('is raised, climbed and told once each where many are broken at one moment', async () => {
    await ladder([{ afterSeconds: 0, to: 'managers', by: ['desk'] }, { afterSeconds: 0, to: 'owner', by: ['desk'] }], { on: ['clock-breached'] }); // prettier-ignore
    const posts = Array.from({ length: 40 }, () => aPost({ postedAt: new Date(Date.now() - 3_600_000).toISOString() }));
    await hook.push(posts);
    const broken = await eventually(async () => {
      const rows = await desk.db.query<{ caseId: string; clockId: string; owned: boolean; told: number; written: number }>(
        `select e.case_id as "caseId", e.clock_id as "clockId", c.owner_id is not null as owned, (select count(*)::int from notice n where n.escalation_id = e.id) as told,
           (select count(*)::int from activity a where a.case_id = e.case_id and a.kind = 'escalated') as written
         from escalation e join desk_case c on c.id = e.case_id
         where e.trigger = 'clock-breached' and e.next_at is null and e.case_id in (select case_id from mention where external_id = any($1))`,
        [posts.map((post) => post['externalId'])],
      );
      return rows.length === posts.length ? rows : undefined;
    });
    const { items } = (await desk.admin.must('GET', '/people')) as { items: { roles: string[] }[] };
    const concerned = items.filter(({ roles }) => roles.includes('manager') || roles.includes('responder')).length;
    for (const one of broken) expect(one).toMatchObject({ owned: false, told: concerned, written: 1 });
    const breaches = broken.map(({ caseId: id, clockId }) => ({
      trigger: 'clock-breached' as const,
      reason: 'breach',
      caseId: id,
      clockId,
    }));
    const again = await desk.db.transaction((tx) => raiseAll(tx, breaches, new Date()));
    expect(again).toEqual(broken.map(() => undefined));
    const stale = await desk.db.query(`select id from desk_case where clocks_stale and id = any($1::bigint[])`, [broken.map((b) => b.caseId)]); // prettier-ignore
    expect(stale).toEqual([]);
  });
});
