/** Pictures of replies: read by their bytes, cleaned, the writer's alone until they go out, exactly once, and gone with what they belong to. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { startDesk, type Client, type Desk } from '../support/desk.js';
import { eventually } from '../support/desk-process.js';
import { aPng } from '../support/form.js';
import { ACCESS_TOKEN, MastodonServer } from '../support/mastodon-server.js';

type Person = Client & { id: string };
interface Image {
  id: string;
  size: number;
}
let desk: Desk;
let mastodon: MastodonServer;
let ece: Person;
let mina: Person;
let stranger: Person;
let caseId: string;
let count = 0;

beforeAll(async () => {
  mastodon = await MastodonServer.start();
  desk = await startDesk({ EARSHOT_ALLOWED_HOSTS: '127.0.0.1' });
  const { id } = await desk.admin.must<{ id: string }>('POST', '/teams', { name: 'Others' });
  [ece, mina] = [await desk.person(['responder']), await desk.person(['responder'])];
  stranger = await desk.person(['responder'], { teamIds: [id] });
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  const settings = { instance: mastodon.url, accessToken: ACCESS_TOKEN, hashtags: ['anadoluhat'], stream: false };
  await desk.admin.must('POST', '/sources', { kind: 'mastodon', name: 'Mastodon', settings, intervalSeconds: 1 });
}, 60_000);
afterAll(async () => {
  await desk.stop();
  await mastodon.stop();
});
beforeEach(async () => {
  const content = `<p>Anadolu Hat is down, unacceptable, fix it! <a href="${mastodon.url}/tags/anadoluhat">#<span>anadoluhat</span></a></p>`;
  const { id } = mastodon.post(`deniz${count++}`, content, { language: 'en', more: { tags: [{ name: 'anadoluhat' }] } });
  caseId = await eventually(async () => (await desk.db.one<{ id: string | null }>(`select case_id as id from mention where external_id = $1`, [id]))?.id ?? undefined, 20_000); // prettier-ignore
});

async function add(bytes: Buffer, who: Client = ece): Promise<{ status: number; body: Image & { code?: string } }> {
  const headers = { ...who.headers, 'content-type': 'image/svg+xml' };
  const answer = await fetch(`${desk.url}/api/v1/cases/${caseId}/images`, {
    method: 'POST',
    headers,
    body: new Uint8Array(bytes),
  });
  return { status: answer.status, body: (await answer.json()) as Image & { code?: string } };
}
const look = (image: string, who: Client) =>
  fetch(`${desk.url}/api/v1/cases/${caseId}/images/${image}/content`, { headers: who.headers });
const unsent = (who: Client = ece) =>
  who.must<{ items: Image[] }>('GET', `/cases/${caseId}/images`).then(({ items }) => items.map(({ id }) => id));
const replies = () =>
  desk.db.query<{ id: string; state: string }>(`select id, state from reply where case_id = $1 order by id`, [caseId]);

it('are known by their bytes, kept without what says where they were made, and told by size and number what fits', async () => {
  const { status, body } = await add(aPng());
  expect([status, body]).toEqual([201, { id: expect.any(String), type: 'image/png', width: 3, height: 2, size: aPng().length - 28, alt: '' }]); // prettier-ignore
  const shown = await look(body.id, ece);
  expect([shown.headers.get('content-type'), shown.headers.get('x-content-type-options')]).toEqual(['image/png', 'nosniff']);
  expect(shown.headers.get('content-security-policy')).toContain('sandbox');
  expect(Buffer.from(await shown.arrayBuffer()).toString('latin1')).not.toContain('Kadikoy');
  expect((await add(Buffer.from('<svg onload="alert(1)"/>'))).body.code).toBe('image-unreadable');
  expect((await add(aPng(5_100_000))).body.code).toBe('image-too-large');
  for (let n = 0; n < 3; n += 1) expect((await add(aPng())).status).toBe(201);
  expect((await add(aPng())).body.code).toBe('too-many-images');
  for (const id of await unsent()) await ece.must('DELETE', `/cases/${caseId}/images/${id}`);
  expect(await unsent()).toEqual([]);
});

it('are their writer’s alone until they go out, and no other team’s ever', async () => {
  const { body } = await add(aPng());
  expect([(await look(body.id, ece)).status, (await look(body.id, mina)).status, (await look(body.id, stranger)).status]).toEqual([200, 404, 404]); // prettier-ignore
  expect(await unsent(mina)).toEqual([]);
  const stolen = await mina.post(`/cases/${caseId}/reply`, { text: 'Sorry, we look into it.', images: [body.id] });
  expect(stolen.status).toBe(404);
  expect((await mina.call('DELETE', `/api/v1/cases/${caseId}/images/${body.id}`)).status).toBe(404);
  expect((await mina.patch(`/cases/${caseId}/images/${body.id}`, { alt: 'mine' })).status).toBe(404);
});

it('go out with their description, uploaded once though the answer was lost, and are the writer’s again when it is taken back', async () => {
  const { body } = await add(aPng());
  await ece.must('PATCH', `/cases/${caseId}/images/${body.id}`, { alt: 'The lights of a router, all green' });
  const words = { text: 'Sorry. It should look like this.', images: [body.id], key: randomUUID() };
  await ece.must('POST', `/cases/${caseId}/reply`, { ...words, undoSeconds: 30 });
  expect(await unsent()).toEqual([]);
  const [first] = await replies();
  await ece.must('POST', `/replies/${first?.id}/cancel`);
  expect(await unsent()).toEqual([body.id]);
  mastodon.fail({ kind: 'lost-after-effect' }, { path: 'POST /api/v1/statuses' });
  await ece.must('POST', `/cases/${caseId}/reply`, { ...words, key: randomUUID() });
  await eventually(async () => ((await replies()).at(-1)?.state === 'sent' ? true : undefined), 25_000);
  const ours = mastodon.ourPosts().filter(({ content }) => content.includes('It should look like this'));
  expect(ours.map(({ more }) => more['media_attachments'])).toEqual([[{ id: 'media-1', type: 'image', description: 'The lights of a router, all green' }]]); // prettier-ignore
  expect(mastodon.rules.media.size).toBe(1);
  expect(mastodon.rules.media.get('media-1')?.file).toMatchObject({ type: 'image/png', name: 'picture.png' });
  const { timeline } = await mina.must('GET', `/cases/${caseId}`);
  expect(timeline.at(-1).reply?.images ?? timeline.find((one: { type: string; reply?: { state: string } }) => one.reply?.state === 'sent').reply.images).toMatchObject([{ id: body.id }]); // prettier-ignore
  expect((await look(body.id, mina)).status).toBe(200);
}, 60_000);

it('stay away where the network takes none, and go when the customer is erased', async () => {
  await add(aPng());
  const { handle } = (await ece.must('GET', `/cases/${caseId}`)).card.author;
  await desk.admin.must('POST', '/erasures', { network: 'mastodon', handle });
  expect(await desk.db.query(`select 1 from reply_image where case_id = $1`, [caseId])).toEqual([]);
  const forum = await desk.webhook({ network: 'forum', replyUrl: 'http://127.0.0.1:9/replies' });
  await forum.push([
    {
      externalId: 'f1',
      text: 'Anadolu Hat is down, unacceptable!',
      postedAt: new Date().toISOString(),
      author: { handle: 'forum1' },
    },
  ]);
  caseId = (await desk.db.one<{ id: string }>(`select case_id as id from mention where external_id = 'f1'`))?.id ?? '';
  expect((await ece.must('GET', `/cases/${caseId}`)).channel.images).toBeNull();
  expect((await add(aPng())).body.code).toBe('images-not-possible');
});
