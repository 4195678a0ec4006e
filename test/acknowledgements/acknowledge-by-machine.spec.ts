/** From a complaint to an acknowledgement by machine: the life of a rule, what is said once, and when a machine keeps silent. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPost, startDesk, type Client, type Desk, type Webhook } from '../support/desk.js';
import { ReplyCatcher } from '../support/reply-catcher.js';

let desk: Desk;
let manager: Client;
let second: Client;
let responder: Client;
let hook: Webhook;
let network: ReplyCatcher;

const TEXTS = {
  en: [
    '{hi}, we have seen this.',
    '{hi}, we know and look into it.',
    '{hi}, thank you, we are on it.',
    '{hi}, seen, we write to you.',
  ],
  tr: ['{hi}, gördük.', '{hi}, biliyoruz, bakıyoruz.'],
};
const definition = (more: Record<string, unknown> = {}) => ({
  conditions: { intents: ['complaint'], languages: ['en', 'tr'] },
  texts: TEXTS,
  limits: { perAuthor: 1, authorDays: 1, perHour: 1000, perNetworkHour: 1000, stormPerFiveMinutes: 1000 },
  ...more,
});

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
}, 60_000);
afterAll(async () => {
  await desk.stop();
  await network.stop();
});

async function eventually<T>(ask: () => Promise<T>, fits: (answer: T) => boolean, ms = 15_000): Promise<T> {
  for (const end = Date.now() + ms; ; await new Promise((r) => setTimeout(r, 50))) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > end) throw new Error(`it did not come to pass; last: ${JSON.stringify(answer)?.slice(0, 1500)}`);
  }
}

const COMPLAINT = 'Anadolu Hat my internet has been down for three days, this is unacceptable. Please fix it!';
let count = 0;
/** Tells of a complaint, and waits for its line in the ledger that says `outcome`. */
async function complain(more: Record<string, unknown> = {}, outcome?: string): Promise<any> {
  const externalId = `post-${(count += 1)}`;
  await hook.push([aPost({ externalId, text: COMPLAINT, ...more })]);
  return lineOf(externalId, outcome);
}
async function lineOf(externalId: string, outcome?: string, shadow = false): Promise<any> {
  const row = () =>
    desk.db.one<{ id: string; outcome: string }>(
      `select d.id, d.outcome from acknowledgement_decision d join mention m on m.id = d.mention_id where m.external_id = $1 and d.shadow = $2`,
      [externalId, shadow],
    );
  const found = await eventually(
    row,
    (r) => r !== undefined && r.outcome !== 'waiting' && (outcome === undefined || r.outcome === outcome),
  );
  const page = await responder.must<{ items: any[] }>('GET', '/acknowledgements?limit=200');
  return page.items.find(({ id }) => id === found?.id);
}

async function liveRule(name: string, more: Record<string, unknown> = {}): Promise<string> {
  const { id } = await manager.must('POST', '/acknowledgement-rules', { name, definition: definition(more) });
  await manager.must('POST', `/acknowledgement-rules/${id}/step`, { step: 'propose' });
  await second.must('POST', `/acknowledgement-rules/${id}/step`, { step: 'approve' });
  return id;
}

describe('acknowledging by machine', () => {
  let ruleId: string;

  it('says of every post that no rule was for it, before there is one', async () => {
    expect(await complain()).toMatchObject({ outcome: 'no-rule', rule: null });
    expect(network.taken).toEqual([]);
  });

  it('refuses a rule with a slot nobody knows, without words, or on hours without a calendar', async () => {
    const save = (more: Record<string, unknown>) =>
      manager.post('/acknowledgement-rules', { name: 'bad', definition: definition(more) });
    expect((await save({ texts: { en: ['Hi {surname}'] } })).body.errors).toEqual([
      { at: 'definition.texts.en.0', message: 'there is no slot {surname}' },
    ]);
    expect((await save({ texts: {} })).status).toBe(400);
    expect((await save({ conditions: { hours: 'closed' } })).body.errors[0].at).toBe('definition.calendarId');
    expect((await save({ calendarId: '999' })).body.errors[0].at).toBe('definition.calendarId');
  });

  it('in shadow says what it would send, and sends nothing', async () => {
    const rule = await manager.must('POST', '/acknowledgement-rules', { name: 'Complaints', definition: definition() });
    ruleId = rule.id;
    expect(rule).toMatchObject({ live: null, next: { version: 1, state: 'draft' } });
    expect((await complain()).outcome).toBe('no-rule');
    await manager.must('POST', `/acknowledgement-rules/${ruleId}/step`, { step: 'shadow' });
    const line = await complain();
    const shadow = await lineOf(`post-${count}`, 'would-send', true);
    expect([line.outcome, shadow.shadow, shadow.text]).toEqual(['no-rule', true, expect.stringMatching(/^Hi Deniz, /)]);
    expect(await responder.must('POST', `/acknowledgements/${shadow.id}/judge`, { right: true })).toMatchObject({
      judgedRight: true,
    });
    const { items } = await manager.must<{ items: any[] }>('GET', '/acknowledgement-rules');
    expect(items[0].today).toEqual({ sent: 0, wouldSend: 1, judgedRight: 1, judgedWrong: 0 });
    expect(network.taken).toEqual([]);
  });

  it('goes live when another manager approves it, never by who wrote it', async () => {
    const step = (by: Client, what: string) => by.post(`/acknowledgement-rules/${ruleId}/step`, { step: what });
    expect((await step(second, 'approve')).body.code).toBe('rule-not-there');
    expect((await step(manager, 'propose')).body).toMatchObject({ next: { state: 'proposed' }, mayApprove: false });
    expect((await step(manager, 'approve')).body.code).toBe('second-person-needed');
    expect((await step(responder, 'approve')).status).toBe(403);
    expect((await step(second, 'approve')).body).toMatchObject({ live: { version: 1, state: 'live' }, next: null });
    const { log, versions } = await manager.must('GET', `/acknowledgement-rules/${ruleId}`);
    expect(log.map((l: any) => l.what)).toEqual(['approve', 'propose', 'shadow', 'made']);
    expect(versions[0]).toMatchObject({ version: 1, approvedBy: { name: expect.any(String) as unknown } });
  });

  it('acknowledges a complaint once, in words with the name, and the clock stops; the human clock runs on', async () => {
    const line = await complain({ author: { handle: 'priya', name: 'Priya Nair', followers: 10 } }, 'queued');
    const view = await eventually(
      () => responder.must<any>('GET', `/cases/${line.caseId}`),
      (v) => v.card.acknowledgedAt !== null,
    );
    const reply = view.timeline.find((item: any) => item.type === 'reply').reply;
    expect(reply).toMatchObject({
      kind: 'acknowledgement',
      by: null,
      automatic: true,
      state: 'sent',
      text: expect.stringContaining('Hi Priya, ') as unknown,
    });
    expect(view.clocks.map((c: any) => `${c.kind} ${c.state}`).sort()).toEqual(['acknowledge met', 'human-response running']);
    expect(network.texts()).toEqual([reply.text]);
    await complain({ author: { handle: 'priya', name: 'Priya Nair', followers: 10 }, text: `${COMPLAINT} Again!` }, 'joined');
    expect(network.taken.length).toBe(1);
  });

  it('does not repeat words in a row, nor speak to one author twice within the limit', async () => {
    for (const handle of ['ada', 'ben', 'cem']) await complain({ author: { handle, name: 'Ada Lovelace' } }, 'queued');
    await eventually(
      async () => network.taken.length,
      (n) => n === 4,
    );
    const wordings = await desk.db.query<{ wording: string }>(
      `select wording from acknowledgement_decision where outcome = 'queued' order by id`,
    );
    wordings.forEach(({ wording }, i) => expect(wording).not.toBe(wordings[i - 1]?.wording));
    await responder.must('POST', `/cases/${(await complainOf('ada')).caseId}/resolve`, { outcome: 'solved' });
    expect(await complain({ author: { handle: 'ada', name: 'Ada' } }, 'held')).toMatchObject({ reason: 'author-limit' });
  });

  it.each([
    ['bereavement', 'Anadolu Hat my mother passed away and her internet is still billed, unacceptable!'],
    ['minors', 'Anadolu Hat is down and my baby is ill without a video doctor, unacceptable, fix it!'],
    ['wants-person', 'Anadolu Hat is down, unacceptable, I want to talk to a real person, not a bot!'],
    ['sarcasm', 'Anadolu Hat is down for three days again, unacceptable. Thanks for nothing!'],
    ['self-harm', 'Anadolu Hat is down, unacceptable, I want to end my life over this'],
    ['bot', 'Anadolu Hat is down, unacceptable. This is an automated message. Do not reply to this.'],
    ['threat', 'Anadolu Hat unacceptable, my internet is down, i know where you live'],
  ])('keeps silent: %s', async (fact, text) => {
    const line = await complain({ text });
    expect(line).toMatchObject({ outcome: 'refused', permissionRules: expect.arrayContaining([`general.${fact}`]) as unknown });
  });

  it('honours stop for good, whatever case it was said in', async () => {
    const author = { handle: 'enough', name: 'Eda Sert' };
    const line = await complain({ author, text: 'Anadolu Hat unacceptable, internet is down. Stop messaging me!' }, 'refused');
    expect(line.permissionRules).toContain('general.said-stop');
    await responder.must('POST', `/cases/${line.caseId}/resolve`, { outcome: 'solved' });
    expect((await complain({ author })).permissionRules).toEqual(['general.said-stop']);
    expect(await manager.must('GET', `/authors/${line.author.id}/wishes`)).toMatchObject({
      stoppedAt: expect.any(String) as unknown,
    });
    await manager.must('PATCH', `/authors/${line.author.id}/wishes`, { stop: false, marks: ['press'] });
    const { permissions } = await responder.must('GET', `/cases/${(await complainOf('enough')).caseId}`);
    expect(permissions[0].because.map((b: any) => b.rule)).toContain('general.press');
  });

  it('waits its delay, and keeps silent when a person has acted meanwhile', async () => {
    await manager.must('POST', `/acknowledgement-rules/${ruleId}/step`, { step: 'off' });
    const delayed = await liveRule('Delayed', { delaySeconds: 2 });
    const externalId = `post-${(count += 1)}`;
    await hook.push([aPost({ externalId, text: COMPLAINT })]);
    const waiting = await eventually(
      () =>
        desk.db.one<{ case_id: string }>(`select case_id from acknowledgement_decision where outcome = 'waiting' and not shadow`),
      (row) => row !== undefined,
    );
    await responder.must('POST', `/cases/${waiting?.case_id}/claim`, {});
    expect(await lineOf(externalId, 'cancelled')).toMatchObject({ reason: 'person-acted' });
    await manager.must('DELETE', `/acknowledgement-rules/${delayed}`);
    await manager.must('POST', `/acknowledgement-rules/${ruleId}/step`, { step: 'on' });
  });

  it('sends nothing with an empty slot, nor in a language without words', async () => {
    await manager.must('POST', `/acknowledgement-rules/${ruleId}/step`, { step: 'off' });
    const other = await liveRule('With incident', { texts: { en: ['{hi}: {incident}'] } });
    expect(await complain()).toMatchObject({ outcome: 'held', reason: 'slot-unfilled:incident' });
    const turkish = 'Anadolu Hat üç gündür internet yok, rezalet, kimse ilgilenmiyor, çok kötü bir hizmet!';
    expect(await complain({ text: turkish, lang: 'tr' })).toMatchObject({ outcome: 'held', reason: 'no-text-in-language' });
    await manager.must('DELETE', `/acknowledgement-rules/${other}`);
    await manager.must('POST', `/acknowledgement-rules/${ruleId}/step`, { step: 'on' });
  });

  it('stops at once by the one switch, says what it took back, and sends none of it later', async () => {
    await manager.must('POST', `/acknowledgement-rules/${ruleId}/step`, { step: 'off' });
    const delayed = await liveRule('Slow', { delaySeconds: 600 });
    for (let i = 0; i < 3; i += 1) await hook.push([aPost({ text: COMPLAINT })]);
    await eventually(
      () => desk.db.query(`select 1 from acknowledgement_decision where outcome = 'waiting' and not shadow`),
      (rows) => rows.length === 3,
    );
    const live = await responder.live();
    const before = network.taken.length;
    expect(await responder.must('POST', '/automation/stop')).toMatchObject({ stopped: true, cancelled: 3 });
    await live.until(({ name, body }) => name === 'automation.changed' && body.stopped === true);
    live.close();
    expect(await complain()).toMatchObject({ outcome: 'held', reason: 'stopped' });
    expect((await responder.post('/automation/start')).status).toBe(403);
    expect(await manager.must('POST', '/automation/start')).toMatchObject({ stopped: false });
    await manager.must('DELETE', `/acknowledgement-rules/${delayed}`);
    await manager.must('POST', `/acknowledgement-rules/${ruleId}/step`, { step: 'on' });
    expect(network.taken.length).toBe(before);
    const waiting = await desk.db.query(`select 1 from acknowledgement_decision where outcome = 'waiting'`);
    expect(waiting).toEqual([]);
  });

  it('previews a rule on past cases without storing or sending', async () => {
    const before = [network.taken.length, await desk.db.query('select count(*) from acknowledgement_decision')];
    const answer = await manager.must('POST', '/acknowledgement-rules/preview', { definition: definition(), days: 7 });
    expect(answer.cases).toBeGreaterThan(10);
    expect(Object.values(answer.counts as Record<string, number>).reduce((a, b) => a + b, 0)).toBe(answer.cases);
    expect(answer.counts).toMatchObject({ 'would-send': expect.any(Number) as unknown, refused: expect.any(Number) as unknown });
    expect(answer.lines.find((l: any) => l.outcome === 'would-send').text).toMatch(/^(Hi|Hello|Merhaba)/);
    expect([network.taken.length, await desk.db.query('select count(*) from acknowledgement_decision')]).toEqual(before);
  });

  it('goes along as CSV that no spreadsheet runs, in full', async () => {
    await complain({ author: { handle: '=cmd', name: '=cmd' } });
    const csv = await manager.call('GET', '/api/v1/acknowledgements/export?acted=true');
    const total = await desk.db.one<{ n: number }>(
      `select count(*)::int as n from acknowledgement_decision where outcome not in ('no-rule', 'joined')`,
    );
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.body.trim().split('\r\n').length).toBe((total?.n ?? 0) + 1);
    expect(csv.body).toContain(",'=cmd,");
  });

  it('keeps every message with its tries and its proof, to be read and taken along', async () => {
    const { items } = await responder.must<{ items: any[] }>('GET', '/replies?automatic=true&state=sent&limit=2');
    expect(items.length).toBe(2);
    expect(items[0]).toMatchObject({ automatic: true, state: 'sent', externalId: items[0].idempotencyKey, network: 'forum' });
    expect(items[0].tries.at(-1)).toMatchObject({ action: 'send', outcome: 'sent', endedAt: expect.any(String) as unknown });
    const csv = await manager.call('GET', '/api/v1/replies/export');
    expect(csv.body.split('\r\n')[0]).toContain('network id');
    expect(csv.body.split('\r\n')[0]).toMatch(
      /,heard at once percent that day,heard by now percent that day,blind minutes that day,unheard minutes that day$/,
    );
    expect((await responder.get('/replies/export')).status).toBe(403);
  });
});

async function complainOf(handle: string): Promise<any> {
  const { items } = await responder.must<{ items: any[] }>('GET', '/acknowledgements?limit=200');
  return items.find(({ author }) => author.handle === handle);
}
