/** What has just been stored is told without being read again, and looks exactly as the API shows it. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { RenderEvents } from '../../src/live/render-events.js';
import { aPost, startDesk, type Client, type Desk, type Live, type Webhook } from '../support/desk.js';

let desk: Desk;
let hook: Webhook;
let manager: Client;
let live: Live;

beforeAll(async () => {
  desk = await startDesk();
  hook = await desk.webhook();
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  manager = await desk.person(['manager']);
  await hook.push([aPost()]); // the source is heard for the first time, which is told too
  live = await manager.live();
}, 60_000);
afterAll(async () => {
  live.close();
  await desk.stop();
});

const heard = (id: unknown) => live.until((m) => m.name === 'mention.heard' && m.body.mention.externalId === id);

/** Its notes tell what happened to a post since: of one just heard, nothing has. */
async function shown(id: unknown): Promise<unknown> {
  const { items } = await manager.must<{ items: { externalId: string; notes?: object }[] }>('GET', '/mentions?limit=100');
  const found = items.find((m) => m.externalId === id);
  expect(found?.notes).toMatchObject({ edits: 0, reposts: 0, deletedWhy: null });
  return { ...found, notes: undefined };
}

describe('a mention that was just stored', () => {
  it('is told as the list of mentions shows it', async () => {
    const author = { handle: 'the_same', name: 'Deniz', followers: 7 };
    const posts = [
      aPost(),
      aPost({ author }),
      aPost({ author: { handle: 'the_same' }, text: 'Anadolu Hat: is anybody there?', inReplyTo: 'x', lang: 'en' }),
      aPost({ text: 'Anadolu Hat teşekkürler, çok hızlıydınız', url: 'https://forum.example/1', mood: { stars: 5 } }),
      aPost({ text: 'Anadolu Hat \ud83d half a sign and \u0000 nothing' }),
    ];
    expect((await hook.push(posts.slice(0, 2))).body).toMatchObject({ accepted: 2 });
    expect((await hook.push(posts)).body).toMatchObject({ accepted: 3, duplicate: 2 });
    for (const { externalId } of posts) {
      const { mention } = (await heard(externalId)).body;
      // When somebody else wrote at that moment it was read after all, and then it has notes.
      expect({ ...mention, notes: undefined }).toEqual(await shown(externalId));
    }
    expect((await heard(posts[2]?.['externalId'])).body.mention.author).toMatchObject({ name: 'Deniz', followers: 7 });
  });

  it('is not read for that, while nobody else writes', async () => {
    const reading = jest.spyOn(desk.app.get(RenderEvents), 'run');
    const post = aPost();
    for (let tries = 0; tries < 20; tries++) {
      reading.mockClear();
      post['externalId'] = `alone-${tries}`;
      await hook.push([post]);
      await heard(post['externalId']);
      // A sweep of the desk may have been writing at that very moment; then the events are read in their turn.
      if (!reading.mock.calls.flatMap(([events]) => events).some((e) => e.kind === 'mention.heard')) return;
    }
    throw new Error('every mention was read again');
  });

  it('opens its case as the queue shows it', async () => {
    const author = { handle: 'twice', name: 'Elif', followers: 41 };
    const posts = [aPost({ author }), aPost({ author, text: 'Anadolu Hat: still nothing, this is unacceptable' }), aPost()];
    const reading = jest.spyOn(desk.app.get(RenderEvents), 'run');
    for (let tries = 0; tries < 20; tries++) {
      reading.mockClear();
      const fresh = posts.map((post) => ({ ...post, externalId: `opens-${tries}-${String(post['externalId'])}`, author: { ...author, handle: `h${tries}${posts.indexOf(post) === 2 ? 'b' : 'a'}` } })); // prettier-ignore
      await hook.push(fresh);
      const told = await Promise.all(
        ['a', 'b'].map((who) => live.until((m) => m.name === 'case.changed' && m.body.case.author.handle === `h${tries}${who}`)),
      );
      // What was read after all is not what is tested here.
      if (reading.mock.calls.flatMap(([events]) => events).some((e) => e.kind === 'case.changed')) continue;
      const { items } = await manager.must<{ items: { id: string }[] }>('GET', '/cases?limit=100');
      for (const { body } of told) expect(body.case).toEqual(items.find((c) => c.id === body.case.id));
      expect(told.map(({ body }) => [body.why, body.case.mentionCount])).toEqual([['opened', 2], ['opened', 1]]); // prettier-ignore
      return;
    }
    throw new Error('every case was read again');
  });

  it('comes with its place in the stream, in order with everything else', async () => {
    await Promise.all(Array.from({ length: 30 }, () => hook.push([aPost()])));
    const last = aPost();
    await hook.push([last]);
    await heard(last['externalId']);
    const seqs = live.heard.flatMap((m) => (m.name === 'hello' || m.name === 'tick' ? [] : [m.body.seq as number]));
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    expect(new Set(seqs).size).toBe(seqs.length);
  });
});
