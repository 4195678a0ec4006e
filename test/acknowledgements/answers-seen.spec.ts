/** An answer that a person wrote on the network itself is recognised when our own account's post is seen there, and timed by the network. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OwnAccounts } from '../../src/sources/own-accounts.js';
import { aPost, startDesk, type Client, type Desk, type Webhook } from '../support/desk.js';

let desk: Desk;
let responder: Client & { id: string };
let hook: Webhook;
const minutesAgo = (n: number) => new Date(Date.now() - n * 60_000).toISOString();
const us = { handle: 'AnadoluHat', name: 'Anadolu Hat' };
const TEXT = 'Anadolu Hat my internet has been down for three days, this is unacceptable. Please fix it!';

beforeAll(async () => {
  desk = await startDesk();
  responder = await desk.person(['responder']);
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"anadolu hat"' });
  hook = await desk.webhook({ network: 'x' });
  await desk.db.query(`update source set account_handle = 'AnadoluHat' where id = $1`, [hook.id]);
  await desk.app.get(OwnAccounts).load();
}, 60_000);
afterAll(() => desk.stop());

async function complain(externalId: string, minutes: number): Promise<string> {
  await hook.push([
    aPost({ externalId, text: TEXT, postedAt: minutesAgo(minutes), author: { handle: `a${externalId}`, name: 'Ada' } }),
  ]);
  const row = await desk.db.one<{ id: string }>(`select case_id as id from mention where external_id = $1`, [externalId]);
  return row?.id ?? '';
}
const answer = (externalId: string, inReplyTo: string, minutes: number, text: string) =>
  hook.push([aPost({ externalId, inReplyTo, threadId: inReplyTo, text, author: us, postedAt: minutesAgo(minutes) })]);
const view = (id: string) => responder.must<any>('GET', `/cases/${id}`);

describe('an answer seen on the network', () => {
  it('answers the case at the network’s own time, is a person’s, and is no mention', async () => {
    const id = await complain('1', 30);
    expect((await view(id)).channel).toMatchObject({ delivery: 'by-hand', reason: 'no-reply-url' });
    await answer('1-a', '1', 20, 'Hello Ada, Anadolu Hat here: a technician comes at five.');
    const { card, clocks, timeline } = await view(id);
    expect(card.answeredAt).toBe(timeline.find((item: any) => item.type === 'reply').reply.sentAt);
    expect(Date.now() - Date.parse(card.answeredAt)).toBeGreaterThan(19 * 60_000);
    expect(timeline.find((item: any) => item.type === 'reply').reply).toMatchObject({
      kind: 'reply',
      state: 'by-hand',
      automatic: false,
    });
    expect(clocks.map((clock: any) => `${clock.kind} ${clock.state}`)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^acknowledge met/), expect.stringMatching(/^human-response met/)]),
    );
    expect(await desk.db.query(`select 1 from mention where external_id = '1-a'`)).toEqual([]);
  });

  it('counts once, however often it comes', async () => {
    const before = await desk.db.query(`select count(*) from reply`);
    await answer('1-a', '1', 20, 'Hello Ada, Anadolu Hat here: a technician comes at five.');
    expect(await desk.db.query(`select count(*) from reply`)).toEqual(before);
  });

  it('proves what a responder said they wrote there, and takes the earlier time', async () => {
    const id = await complain('2', 30);
    await responder.must('POST', `/cases/${id}/claim`, {});
    await responder.must('POST', `/cases/${id}/reply`, { text: 'We are on it.', delivery: 'by-hand' });
    await answer('2-a', '2', 10, 'We are on it.');
    const { card, timeline } = await view(id);
    const replies = timeline.filter((item: any) => item.type === 'reply');
    expect(replies.length).toBe(1);
    expect(replies[0].reply.by.id).toBe(responder.id);
    expect(Date.now() - Date.parse(card.answeredAt)).toBeGreaterThan(9 * 60_000);
    const [row] = await desk.db.query(`select external_id from reply where case_id = $1`, [id]);
    expect(row).toEqual({ external_id: '2-a' });
  });

  it('leaves alone what the desk itself has on its way, and posts that answer nobody', async () => {
    const id = await complain('3', 30);
    await desk.db.query(
      `insert into reply (case_id, mention_id, source_id, kind, text, idempotency_key, state, created_at, send_after, due_at)
       select case_id, id, source_id, 'reply', 'Sent by the desk', gen_random_uuid(), 'unknown', now(), now(), now() + interval '1 hour'
       from mention where external_id = '3'`,
    );
    await answer('3-a', '3', 5, 'Sent by the desk');
    await hook.push([aPost({ externalId: 'news', text: 'Anadolu Hat has news', author: us })]);
    expect((await view(id)).card.answeredAt).toBeNull();
    expect(
      await desk.db.query(`select external_id, reply_id from own_post where external_id in ('3-a', 'news') order by 1`),
    ).toEqual([
      { external_id: '3-a', reply_id: null },
      { external_id: 'news', reply_id: null },
    ]);
  });
});
