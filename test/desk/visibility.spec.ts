/** Who can read an answer: said before it is sent, chosen where the network gives a choice, refused where it does not, written down for good. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aPost, startDesk, type Client, type Desk } from '../support/desk.js';
import { eventually } from '../support/desk-process.js';
import { ACCESS_TOKEN, MastodonServer } from '../support/mastodon-server.js';
import { ReplyCatcher } from '../support/reply-catcher.js';

type Person = Client & { id: string };
let desk: Desk;
let mastodon: MastodonServer;
let catcher: ReplyCatcher;
let ece: Person;

beforeAll(async () => {
  [mastodon, catcher] = [await MastodonServer.start(), await ReplyCatcher.start()];
  desk = await startDesk({ EARSHOT_ALLOWED_HOSTS: '127.0.0.1' });
  ece = await desk.person(['responder']);
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  const settings = { instance: mastodon.url, accessToken: ACCESS_TOKEN, hashtags: ['anadoluhat'], stream: false };
  await desk.admin.must('POST', '/sources', { kind: 'mastodon', name: 'Mastodon', settings, intervalSeconds: 1 });
}, 60_000);
afterAll(async () => {
  await desk.stop();
  await Promise.all([mastodon.stop(), catcher.stop()]);
});

async function toot(author: string, visibility = 'public'): Promise<string> {
  const content = `<p>Anadolu Hat is down again, unacceptable, fix it! <a href="${mastodon.url}/tags/anadoluhat">#<span>anadoluhat</span></a></p>`;
  const { id } = mastodon.post(author, content, { language: 'en', visibility, more: { tags: [{ name: 'anadoluhat' }] } });
  return caseOf(id);
}
const caseOf = (externalId: string) => eventually(async () => (await desk.db.one<{ id: string | null }>(`select case_id as id from mention where external_id = $1`, [externalId]))?.id ?? undefined, 20_000, externalId); // prettier-ignore
const answer = async (id: string, body: object) => (await ece.post(`/cases/${id}/reply`, body)) as { status: number; body: any };
const rowOf = (id: string) => desk.db.one(`select visibility, state from reply where case_id = $1`, [id]);
const personal = 'We are sorry. Your IBAN TR33 0006 1005 1978 6457 8413 26 gets the money back.';

it('is chosen where the network gives a choice; personal data matters in public alone', async () => {
  const id = await toot('deniz');
  const { channel } = await ece.must('GET', `/cases/${id}`);
  expect(channel).toMatchObject({ visibilities: ['public', 'private'], delivery: 'network' });
  const check = (visibility: string) => ece.must('POST', `/cases/${id}/check`, { text: personal, visibility });
  const rules = ({ hints }: { hints: { rule: string }[] }) => hints.map(({ rule }) => rule);
  expect(rules(await check('public'))).toContain('personal-data');
  expect(rules(await check('private'))).not.toContain('personal-data');
  await ece.must('PUT', `/cases/${id}/draft`, { mode: 'reply', text: personal, visibility: 'private' });
  expect((await ece.must('GET', `/cases/${id}`)).drafts).toMatchObject([{ visibility: 'private' }]);
  expect((await answer(id, { text: personal, visibility: 'private' })).status).toBe(200);
  await eventually(() => (mastodon.ourPosts().some(({ visibility }) => visibility === 'direct') ? true : undefined), 20_000);
  const sent = await eventually(async () => ((await rowOf(id)) as { state: string }).state === 'sent' ? rowOf(id) : undefined); // prettier-ignore
  expect(sent).toMatchObject({ visibility: 'private' });
  const { items } = await ece.must('GET', `/replies?caseId=${id}`);
  expect(items).toMatchObject([{ visibility: 'private' }]);
});

it('is the usual one where nobody chooses, and never what the network does not have', async () => {
  const hook = await desk.webhook({ network: 'forum', replyUrl: catcher.url });
  const [open, closed] = [aPost(), aPost({ private: true })];
  await hook.push([open, closed]);
  const [first, second] = [await caseOf(String(open['externalId'])), await caseOf(String(closed['externalId']))];
  const refused = await answer(first, { text: 'Sorry, we look into it.', visibility: 'private' });
  expect([refused.status, refused.body.code, refused.body.data]).toEqual([409, 'visibility-not-possible', { visibilities: ['public'] }]); // prettier-ignore
  await answer(first, { text: 'Sorry, we look into it.' });
  expect((await ece.must('GET', `/cases/${second}`)).channel.visibilities).toEqual(['private']);
  expect((await answer(second, { text: 'Sorry, we look into it.', visibility: 'public' })).body.code).toBe(
    'visibility-not-possible',
  );
  await answer(second, { text: 'Sorry, we look into it.' });
  await eventually(() => (catcher.taken.length === 2 ? true : undefined), 20_000);
  expect([await rowOf(first), await rowOf(second)]).toMatchObject([{ visibility: 'public' }, { visibility: 'private' }]);
  expect(catcher.taken.map(({ visibility }) => visibility).sort()).toEqual(['private', 'public']);
});
