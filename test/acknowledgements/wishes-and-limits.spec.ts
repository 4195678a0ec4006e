/** What authors wish, what holds for each account of ours, and the ledger of messages: read, filtered, taken along. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPost, startDesk, type Client, type Desk, type Webhook } from '../support/desk.js';
import { eventually } from '../support/desk-process.js';
import { ReplyCatcher } from '../support/reply-catcher.js';

let desk: Desk;
let manager: Client & { id: string };
let second: Client;
let responder: Client & { id: string };
let hook: Webhook;
let other: Webhook;
let network: ReplyCatcher;

beforeAll(async () => {
  network = await ReplyCatcher.start();
  desk = await startDesk({ EARSHOT_ALLOWED_HOSTS: '127.0.0.1' });
  [manager, second, responder] = [
    await desk.person(['manager']),
    await desk.person(['manager']),
    await desk.person(['responder']),
  ];
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"anadolu hat"' });
  hook = await desk.webhook({ network: 'forum', replyUrl: network.url });
  other = await desk.webhook({ network: 'club', replyUrl: network.url });
  const texts = { en: ['{hi}, we have seen this.', '{hi}, we know.', '{hi}, we are on it.', '{hi}, seen.'] };
  const limits = { perAuthor: 9, authorDays: 1, perHour: 1000, perNetworkHour: 1000, stormPerFiveMinutes: 1000 };
  const definition = { conditions: { intents: ['complaint'] }, texts, limits };
  const { id } = await manager.must('POST', '/acknowledgement-rules', { name: 'Complaints', definition });
  await manager.must('POST', `/acknowledgement-rules/${id}/step`, { step: 'propose' });
  await second.must('POST', `/acknowledgement-rules/${id}/step`, { step: 'approve' });
}, 60_000);
afterAll(async () => {
  await desk.stop();
  await network.stop();
});

const idOf = async (handle: string) => (await desk.db.one<{ id: string }>(`select id from author where handle = $1`, [handle]))?.id ?? ''; // prettier-ignore

let count = 0;
/** @returns the end of the ledger's line on it */
async function complain(by: Webhook, more: Record<string, unknown> = {}): Promise<{ outcome: string; reason: string | null }> {
  const externalId = `post-${(count += 1)}`;
  await by.push([aPost({ externalId, ...more })]);
  return eventually(
    () =>
      desk.db.one<{ outcome: string; reason: string | null }>(
        `select d.outcome, d.reason from acknowledgement_decision d join mention m on m.id = d.mention_id where m.external_id = $1 and d.outcome <> 'waiting'`,
        [externalId],
      ),
    20_000,
    'a decision',
  );
}

describe('authors who wish for silence', () => {
  it('are listed with their words, found, and heard again when a person lifts the stop', async () => {
    const author = { handle: 'sessiz', name: 'Sessiz Deniz' };
    await complain(hook, { author, text: 'Anadolu Hat is down, unacceptable! Stop messaging me automatically.' });
    const [line] = (await manager.must('GET', '/authors/wishes?what=stop')).items;
    expect(line).toMatchObject({
      author: { handle: 'sessiz', network: 'forum' },
      marks: [],
      stop: { by: null, words: 'Anadolu Hat is down, unacceptable! Stop messaging me automatically.' },
    });
    expect(line.stop.caseId).toMatch(/^\d+$/);
    expect((await complain(hook, { author })).outcome).not.toBe('queued');
    await responder.must('PATCH', `/authors/${line.author.id}/wishes`, { stop: false, marks: ['vip'] });
    expect((await manager.must('GET', '/authors/wishes?what=stop')).items).toEqual([]);
    const [marked] = (await manager.must('GET', '/authors/wishes?q=DENIZ')).items;
    expect(marked).toMatchObject({ stop: null, marks: [{ mark: 'vip', by: { id: responder.id } }] });
    expect((await manager.must('GET', '/authors/wishes?what=press')).items).toEqual([]);
    // Noted by a person: it says by whom.
    await responder.must('PATCH', `/authors/${line.author.id}/wishes`, { stop: true, marks: [] });
    expect((await manager.must('GET', '/authors/wishes')).items).toMatchObject([
      { stop: { by: { id: responder.id }, words: null } },
    ]);
  });

  it('come page by page, and nothing of another team among them', async () => {
    const handles = ['a1', 'a2', 'a3', 'a4', 'a5'];
    await hook.push(handles.map((handle) => aPost({ author: { handle, name: handle } })));
    for (const handle of handles) await responder.must('PATCH', `/authors/${await idOf(handle)}/wishes`, { marks: ['press'] });
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: any = await manager.must('GET', `/authors/wishes?what=press&limit=2&cursor=${cursor}`);
      seen.push(...page.items.map((item: any) => item.author.handle));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(handles.toReversed());
    const team = await desk.admin.must('POST', '/teams', { name: 'Others' });
    const stranger = await desk.person(['manager'], { teamIds: [team.id] });
    expect((await stranger.must('GET', '/authors/wishes')).items).toEqual([]);
    expect((await manager.get('/authors/wishes?cursor=bad')).body.code).toBe('invalid-cursor');
  });
});

describe('limits of an account', () => {
  it('are set by a manager, hold for that account, and go when they are emptied', async () => {
    const before = await responder.must('GET', '/permission-limits');
    expect(before.everywhere).toEqual(before.shipped);
    expect(before.accounts.map((one: any) => [one.sourceId, one.network, one.own])).toEqual([
      [hook.id, 'forum', {}],
      [other.id, 'club', {}],
    ]);
    await manager.must('PUT', `/accounts/${hook.id}/limits`, { vipFollowers: 100, perHour: 1 });
    const set = await manager.must('PUT', '/permission-limits', { ...before.everywhere, vipFollowers: 1_000_000 });
    expect(set.accounts[0]).toMatchObject({ own: { vipFollowers: 100, perHour: 1 }, by: { id: manager.id } });
    const many = (handle: string) => ({ author: { handle, name: 'Can', followers: 500 } });
    const few = (handle: string) => ({ author: { handle, name: 'Can', followers: 5 } });
    expect(await complain(hook, many('can1'))).toMatchObject({ outcome: 'refused', reason: 'vip' });
    expect(await complain(other, many('can2'))).toMatchObject({ outcome: 'queued' });
    await desk.db.query(`delete from acknowledgement_decision where source_id = $1`, [hook.id]);
    expect(await complain(hook, few('can3'))).toMatchObject({ outcome: 'queued' });
    expect(await complain(hook, few('can4'))).toMatchObject({ outcome: 'held', reason: 'account-limit' });
    expect(await complain(other, few('can5'))).toMatchObject({ outcome: 'queued' });
    await manager.must('PUT', `/accounts/${hook.id}/limits`, {});
    expect(await complain(hook, few('can6'))).toMatchObject({ outcome: 'queued' });
    const wrong = await manager.call('PUT', `/api/v1/accounts/${hook.id}/limits`, { leastConfidence: 2 });
    expect([wrong.status, wrong.body.errors[0].at]).toEqual([400, 'leastConfidence']);
    expect((await manager.call('PUT', '/api/v1/accounts/99999/limits', {})).status).toBe(404);
  });
});

describe('the ledger of messages', () => {
  it('has every message with its proof, filtered and as a file that no spreadsheet runs', async () => {
    const author = { handle: '=cmd', name: 'Eve' };
    await desk.admin.must('POST', '/automation/stop');
    await other.push([aPost({ externalId: 'eve', author })]);
    const row = await desk.db.one<{ id: string }>(`select case_id as id from mention where external_id = 'eve'`);
    await responder.must('POST', `/cases/${row?.id}/reply`, { text: '=1+1 Dear Eve, we are sorry and look into it.' });
    const mine = () => manager.must<{ items: any[] }>('GET', `/replies?personId=${responder.id}&network=club`);
    const message = await eventually(async () => (await mine()).items.find(({ state }) => state === 'sent'), 20_000, 'sending');
    expect(message).toMatchObject({ to: { handle: '=cmd' }, approvedBy: null, automatic: false, network: 'club', tries: [{ action: 'send', outcome: 'sent' }] }); // prettier-ignore
    expect(network.taken.map(({ key }) => key)).toContain(message.idempotencyKey);
    expect(message.externalId).toBe(message.idempotencyKey);
    const from = encodeURIComponent(new Date(Date.now() + 3_600_000).toISOString());
    expect((await manager.must('GET', `/replies?from=${from}`)).items).toEqual([]);
    expect((await manager.must('GET', '/replies?network=forum&automatic=false')).items).toEqual([]);
    const { body, status } = await manager.get(`/replies/export?personId=${responder.id}`);
    expect(status).toBe(200);
    const [heading, first] = String(body).split('\r\n');
    expect(heading).toContain('to,text');
    expect(first).toContain(`'=cmd,"'=1+1 Dear Eve, we`);
    // Ends with how much of its day was heard; a webhook brings posts of any network.
    expect(heading).toContain('heard at once percent that day');
    expect(first).toMatch(/,100,100,0,0$/);
    expect((await responder.get('/replies/export')).status).toBe(403);
  });
});
