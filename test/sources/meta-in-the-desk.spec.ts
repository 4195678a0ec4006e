import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDesk, type Client, type Desk } from '../support/desk.js';
import { META, MetaServer } from '../support/meta-server.js';

let meta: MetaServer;
let desk: Desk;
let responder: Client;
let sourceId: string;
let address: string;

beforeAll(async () => {
  meta = await MetaServer.start();
  desk = await startDesk({ EARSHOT_ALLOWED_HOSTS: '127.0.0.1' });
  responder = await desk.person(['responder']);
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: 'hattım OR anadoluhat' });
  const settings = { ...META, baseUrl: meta.url };
  const source = await desk.admin.must('POST', '/sources', { kind: 'meta', name: 'Facebook', settings, intervalSeconds: 86_400 });
  sourceId = source.id;
  address = `${desk.url}${source.receiveUrl}`;
  await eventually(polls, (list) => list.length === 1);
}, 60_000);
afterAll(async () => {
  await desk.stop();
  await meta.stop();
});

async function eventually<T>(ask: () => Promise<T>, fits: (answer: T) => boolean, ms = 15_000): Promise<T> {
  for (const end = Date.now() + ms; ; await new Promise((r) => setTimeout(r, 100))) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > end) throw new Error(`it did not come to pass; last: ${JSON.stringify(answer).slice(0, 1500)}`);
  }
}
const polls = async () => (await desk.admin.must<{ items: any[] }>('GET', `/sources/${sourceId}/polls`)).items;
const mentions = async () => (await responder.must<{ items: any[] }>('GET', '/mentions')).items;
const deliver = ({ body, headers }: ReturnType<MetaServer['delivery']>) =>
  fetch(address, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: new Uint8Array(body) });

describe('Meta in the desk', () => {
  it('is told the right words when it asks for the door, and nobody else is', async () => {
    const ask = (token: string) => fetch(`${address}?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=1158201444`);
    const right = await ask(META.verifyToken);
    expect([right.status, right.headers.get('content-type'), await right.text()]).toEqual([
      200,
      'text/plain; charset=utf-8',
      '1158201444',
    ]);
    const wrong = await ask('guess');
    expect([wrong.status, ((await wrong.json()) as { code: string }).code]).toEqual([401, 'bad-signature']);
  });

  it('delivers a comment once, however often it tells, and nothing unsigned', async () => {
    const value = { item: 'comment', verb: 'add', post_id: '1_2', comment_id: '2_3', parent_id: '1_2', from: { id: '7', name: 'Deniz' }, message: 'hattım yok, rezalet!', created_time: Math.floor(Date.now() / 1000) }; // prettier-ignore
    const delivery = meta.delivery('page', 'feed', value);
    const answers = [];
    for (let i = 0; i < 2; i += 1) answers.push(await (await deliver(delivery)).json());
    expect(answers).toMatchObject([
      { accepted: 1, duplicate: 0, matched: 1 },
      { accepted: 0, duplicate: 1, matched: 0 },
    ]);
    expect((await deliver(meta.delivery('page', 'feed', value, { secret: 'guess-guess' }))).status).toBe(401);
    expect((await mentions()).filter((one) => one.text.startsWith('hattım yok'))).toHaveLength(1);
  });

  it('keeps what was told by its id while Meta cannot be asked, and hears it once it can', async () => {
    const { comment, mediaId } = meta.mention('anadoluhat berbat');
    meta.fail({ kind: 'error', status: 500, code: 2 }, { path: new RegExp(META.instagramId), times: 1 });
    const before = (await polls()).length;
    const told = meta.delivery('instagram', 'mentions', { media_id: mediaId, comment_id: comment.id });
    expect([(await deliver(told)).status, (await deliver(told)).status]).toEqual([200, 200]);
    await eventually(polls, (list) => list.length > before && list[0].outcome === 'unreachable');
    expect((await mentions()).some((one) => one.text === 'anadoluhat berbat')).toBe(false);
    await desk.admin.must('POST', `/sources/${sourceId}/poll`);
    await eventually(mentions, (list) => list.filter((one) => one.text === 'anadoluhat berbat').length === 1);
    expect((await eventually(polls, (list) => list[0].outcome === 'ok')).map((one) => one.outcome).slice(0, 2)).toEqual([
      'ok',
      'unreachable',
    ]);
  }, 60_000);
});
