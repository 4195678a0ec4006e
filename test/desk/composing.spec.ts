/** Writing an answer: tone and promises, drafts that survive a change of owner, who is there, a second pair of eyes, and nobody answered meanwhile. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aPost, startDesk, type Client, type Desk, type Live, type Webhook } from '../support/desk.js';

type Person = Client & { id: string };
let desk: Desk;
let hook: Webhook;
let ece: Person;
let mina: Person;
let manager: Person;
let live: Live;
let caseId: string;

beforeAll(async () => {
  desk = await startDesk();
  hook = await desk.webhook();
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  [ece, mina, manager] = await Promise.all([desk.person(['responder']), desk.person(['responder']), desk.person(['manager'])]);
  live = await mina.live();
}, 60_000);
afterAll(async () => {
  live.close();
  await desk.stop();
});
beforeEach(async () => {
  const post = aPost();
  await hook.push([post]);
  const row = await desk.db.one<{ id: string }>(`select case_id as id from mention where external_id = $1`, [post['externalId']]);
  caseId = row?.id ?? '';
});
const view = (who: Client = ece) => who.must('GET', `/cases/${caseId}`);
const rules = (more: object) => manager.must('PUT', '/reply-rules', { blocked: [], approve: { risk: [], intents: [], staff: false }, ...more }); // prettier-ignore

describe('a reply is checked before it goes out', () => {
  it('for its tone, and for promises with their time', async () => {
    const text = 'Hi Priya, it is company policy. We will call you tomorrow by 15:00.';
    const checked = await ece.must('POST', `/cases/${caseId}/check`, { text, zone: 'Europe/Istanbul' });
    expect(checked.language).toBe('en');
    expect(checked.hints.map((h: { rule: string; words: string }) => [h.rule, h.words])).toEqual([
      ['missing-apology', ''],
      ['wrong-name', 'Priya'],
      ['policy', 'company policy'],
    ]);
    const [promise] = checked.commitments;
    expect(promise.words).toBe('tomorrow by 15:00');
    expect(new Date(promise.dueAt).getUTCHours()).toBe(12);
    const wrong = await ece.post(`/cases/${caseId}/check`, { text, zone: 'Mars/Olympus' });
    expect([wrong.status, wrong.body.errors[0].at]).toEqual([400, 'zone']);
  });

  it('and is stopped only by what a manager chose', async () => {
    await rules({ blocked: ['policy', 'unfilled-slot'] });
    const refused = await ece.post(`/cases/${caseId}/reply`, { text: 'Sorry, {name}, this is our policy.', delivery: 'auto' });
    // The webhook has no address for replies, so this one would be by hand: nothing is checked, for nothing is sent.
    expect(refused.status).toBe(200);
    const other = await desk.webhook({ replyUrl: 'http://127.0.0.1:9/replies' });
    const post = aPost();
    await other.push([post]);
    const at = await desk.db.one<{ id: string }>(`select case_id as id from mention where external_id = $1`, [
      post['externalId'],
    ]);
    const stopped = await ece.post(`/cases/${at?.id}/reply`, { text: 'Sorry, {name}, this is our policy.' });
    expect([stopped.status, stopped.body.code]).toEqual([422, 'reply-blocked']);
    expect(stopped.body.data.hints.map((h: { rule: string }) => h.rule)).toEqual(['unfilled-slot', 'policy']);
    expect((await ece.post(`/cases/${at?.id}/reply`, { text: 'Your fault.', undoSeconds: 30 })).status).toBe(200);
    await rules({});
  });
});

describe('one press of the button', () => {
  const replies = () => desk.db.query<{ kind: string; state: string }>(`select kind, state from reply where case_id = $1 order by id`, [caseId]); // prettier-ignore

  it('is one reply, however often its request comes', async () => {
    const key = randomUUID();
    const send = () => ece.post(`/cases/${caseId}/reply`, { text: 'Dear Deniz, we are on it.', key });
    const answers = [await send(), ...(await Promise.all([send(), send()]))];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await replies()).toHaveLength(1);
    // Also when the case has gone on meanwhile; a new press, or a colleague with the same key, is a reply of its own.
    await ece.must('POST', `/cases/${caseId}/acknowledge`, { key });
    await ece.must('POST', `/cases/${caseId}/acknowledge`, { key });
    expect(await replies()).toHaveLength(1);
    await ece.must('POST', `/cases/${caseId}/reply`, { text: 'Dear Deniz, we are on it.', key: randomUUID() });
    await ece.must('POST', `/cases/${caseId}/release`, {});
    await mina.must('POST', `/cases/${caseId}/reply`, { text: 'Dear Deniz, we are on it.', key });
    expect(await replies()).toHaveLength(3);
    expect((await ece.post(`/cases/${caseId}/reply`, { text: 'x', key: 'again' })).status).toBe(400);
  });

  it('that was taken back can be pressed again', async () => {
    const other = await desk.webhook({ replyUrl: 'http://127.0.0.1:9/replies' });
    const post = aPost();
    await other.push([post]);
    caseId = (await desk.db.one<{ id: string }>(`select case_id as id from mention where external_id = $1`, [post['externalId']]))?.id ?? ''; // prettier-ignore
    const key = randomUUID();
    const body = { text: 'Dear Deniz, we are on it.', undoSeconds: 30, key };
    await ece.must('POST', `/cases/${caseId}/reply`, body);
    const [{ id }] = (await desk.db.query<{ id: string }>(`select id from reply where case_id = $1`, [caseId])) as [
      { id: string },
    ];
    await ece.must('POST', `/replies/${id}/cancel`, {});
    await ece.must('POST', `/cases/${caseId}/reply`, body);
    expect((await replies()).map(({ state }) => state)).toEqual(['cancelled', 'waiting']);
  });
});

describe('a draft', () => {
  it('is kept, and survives every change of owner', async () => {
    await ece.must('POST', `/cases/${caseId}/claim`, {});
    await ece.must('PUT', `/cases/${caseId}/draft`, { mode: 'reply', text: 'Dear Deniz, we have found' });
    await manager.must('POST', `/cases/${caseId}/release`, {}).catch(() => undefined);
    await ece.must('POST', `/cases/${caseId}/release`, {});
    await mina.must('POST', `/cases/${caseId}/claim`, {});
    expect((await view(mina)).drafts).toMatchObject([{ mode: 'reply', by: { id: ece.id }, text: 'Dear Deniz, we have found' }]);
    await mina.must('POST', `/cases/${caseId}/resolve`, { outcome: 'solved' });
    expect((await view()).drafts).toHaveLength(1);
    await ece.must('PUT', `/cases/${caseId}/draft`, { mode: 'reply', text: '' });
    expect((await view()).drafts).toEqual([]);
  });
});

describe('who is at a case', () => {
  it('is told when somebody comes, writes and goes, and not at every sign of life', async () => {
    const told = () =>
      live.heard.filter((m) => m.name === 'presence.changed' && m.body.caseId === caseId).map((m) => m.body.people);
    const at = { id: ece.id, writing: false };
    expect((await ece.must('PUT', `/cases/${caseId}/presence`, {})).items).toMatchObject([at]);
    await live.until((m) => m.name === 'presence.changed' && m.body.caseId === caseId && m.body.people.length === 1);
    for (let i = 0; i < 3; i += 1) await ece.must('PUT', `/cases/${caseId}/presence`, {});
    await ece.must('PUT', `/cases/${caseId}/presence`, { writing: true });
    await live.until((m) => m.name === 'presence.changed' && m.body.people[0]?.writing === true);
    expect((await view(mina)).people).toMatchObject([{ ...at, writing: true }]);
    await ece.must('PUT', `/cases/${caseId}/presence`, { here: false });
    await live.until((m) => m.name === 'presence.changed' && m.body.caseId === caseId && m.body.people.length === 0);
    expect(told().map((people) => people.map((p: { writing: boolean }) => p.writing))).toEqual([[false], [true], []]);
  });
});

describe('a second pair of eyes', () => {
  it('lets a reply go, or gives it back; never one’s own', async () => {
    await rules({ approve: { risk: [], intents: ['complaint'], staff: false } });
    const other = await desk.webhook({ replyUrl: 'http://127.0.0.1:9/replies' });
    const post = aPost();
    await other.push([post]);
    const row = await desk.db.one<{ id: string }>(`select case_id as id from mention where external_id = $1`, [
      post['externalId'],
    ]);
    caseId = row?.id ?? '';
    const sent = await ece.must('POST', `/cases/${caseId}/reply`, { text: 'We are sorry.', undoSeconds: 5 });
    const reply = sent.timeline.find((item: { type: string }) => item.type === 'reply').reply;
    expect(reply.state).toBe('awaiting');
    const own = await ece.post(`/replies/${reply.id}/approve`);
    expect([own.status, own.body.code]).toEqual([409, 'own-reply']);
    const back = await mina.must('POST', `/replies/${reply.id}/send-back`, { reason: 'Say what went wrong' });
    expect(back.timeline.find((item: { type: string }) => item.type === 'reply').reply).toMatchObject({ state: 'cancelled', problem: 'Say what went wrong' }); // prettier-ignore
    expect((await view()).drafts).toMatchObject([{ by: { id: ece.id }, text: 'We are sorry.' }]);
    const again = await ece.must('POST', `/cases/${caseId}/reply`, { text: 'We are sorry, the line is being mended.' });
    const second = again.timeline.findLast((item: { type: string }) => item.type === 'reply').reply;
    const gone = await mina.must('POST', `/replies/${second.id}/approve`);
    const state = gone.timeline.findLast((item: { type: string }) => item.type === 'reply').reply.state;
    expect(['waiting', 'sending', 'unknown']).toContain(state);
    const twice = await mina.post(`/replies/${second.id}/approve`);
    expect([twice.status, twice.body.code]).toEqual([409, 'reply-not-awaiting']);
    await rules({});
  });
});

describe('two people', () => {
  it('do not answer one customer without knowing it', async () => {
    const byHand = { delivery: 'by-hand', after: null };
    expect((await ece.post(`/cases/${caseId}/reply`, { text: 'Here is your answer.', ...byHand })).status).toBe(200);
    await ece.must('POST', `/cases/${caseId}/release`, {});
    await mina.must('POST', `/cases/${caseId}/claim`, {});
    const late = await mina.post(`/cases/${caseId}/reply`, { text: 'Another answer.', ...byHand });
    expect([late.status, late.body.code]).toEqual([409, 'answered-meanwhile']);
    const known = (await view(mina)).timeline.findLast((item: { type: string }) => item.type === 'reply').reply.id;
    expect(
      (await mina.post(`/cases/${caseId}/reply`, { text: 'One more thing.', delivery: 'by-hand', after: known })).status,
    ).toBe(200);
  });
});
