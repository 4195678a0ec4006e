import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BlueskyServer } from '../support/bluesky-server.js';
import { startDesk, type Client, type Desk } from '../support/desk.js';

let bluesky: BlueskyServer;
let desk: Desk;
let responder: Client;
let settings: object;

beforeAll(async () => {
  bluesky = await BlueskyServer.start();
  desk = await startDesk({ EARSHOT_ALLOWED_HOSTS: '127.0.0.1' });
  responder = await desk.person(['responder']);
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat" OR anadoluhat' });
  settings = { stream: true, streamAddress: bluesky.streamUrl, ...bluesky.account };
  await desk.admin.must('POST', '/sources', { kind: 'bluesky', name: 'Bluesky', settings, intervalSeconds: 60 });
  await eventually(
    () => desk.admin.must<{ items: { account: string | null }[] }>('GET', '/sources'),
    (page) => page.items[0]?.account !== null,
  );
}, 60_000);
afterAll(async () => {
  await desk.stop();
  await bluesky.stop();
});

async function eventually<T>(ask: () => Promise<T>, fits: (answer: T) => boolean, ms = 20_000): Promise<T> {
  for (const end = Date.now() + ms; ; await new Promise((r) => setTimeout(r, 100))) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > end) throw new Error(`it did not come to pass; last: ${JSON.stringify(answer).slice(0, 1500)}`);
  }
}
const cases = () => responder.must<{ items: any[] }>('GET', '/cases?view=all');
const mentions = () => responder.must<{ items: any[] }>('GET', '/mentions');

describe('Bluesky in the desk', () => {
  it('a complaint that the stream brings becomes a case within the turn, and the reply arrives once', async () => {
    await eventually(
      () => Promise.resolve(bluesky.stream.listeners),
      (count) => count > 0,
    );
    bluesky.post('marek', 'something else altogether');
    const post = bluesky.post('deniz', 'Anadolu Hat üç gündür internet yok, kimse aramıyor. Rezalet!', { langs: ['tr'] });
    const { items } = await eventually(cases, (page) => page.items.length > 0);
    expect(items).toMatchObject([{ author: { handle: 'deniz.example.com' } }]);
    await responder.must('POST', `/cases/${items[0].id}/claim`, {});
    bluesky.fail({ kind: 'lost-after-effect' }, { method: 'com.atproto.repo.putRecord' });
    await responder.must('POST', `/cases/${items[0].id}/reply`, { text: 'Merhaba, bakıyoruz ve döneceğiz.' });
    const reply = await eventually(
      async () =>
        (await responder.must<{ timeline: any[] }>('GET', `/cases/${items[0].id}`)).timeline.findLast(
          (one) => one.type === 'reply',
        )?.reply,
      (found) => found?.state === 'sent',
      40_000,
    );
    expect(reply).toMatchObject({ as: 'anadoluhat.example.com', url: expect.stringContaining('bsky.app') as unknown });
    expect(bluesky.ourPosts()).toMatchObject([{ record: { reply: { parent: { uri: post.uri } } } }]);
  }, 90_000);

  it('what we write does not come back', async () => {
    bluesky.world.add(bluesky.us, 'Anadolu Hat: arıza giderildi.');
    bluesky.post('owen', 'Anadolu Hat yine kapalı, berbat!');
    const { items } = await eventually(mentions, (page) => page.items.some((item) => item.author.handle === 'owen.example.com'));
    expect(items.map((item) => item.author.handle).sort()).toEqual(['deniz.example.com', 'owen.example.com']);
  }, 60_000);

  it('is tried before it is kept, and says what is wrong', async () => {
    const good = await desk.admin.must<{ ok: boolean; message: string }>('POST', '/sources/test', { kind: 'bluesky', settings });
    expect(good).toMatchObject({ ok: true, message: 'We are @anadoluhat.example.com on Bluesky. The stream brings posts.' });
    bluesky.stream.refusals.push({ status: 404 });
    const bad = await desk.admin.must<{ ok: boolean; message: string }>('POST', '/sources/test', { kind: 'bluesky', settings });
    expect(bad).toMatchObject({ ok: false, message: expect.stringContaining('Is its address right?') as unknown });
  }, 60_000);
});
