/** "Not right? Correct it", end to end through the doors: a label changes on every screen, the desk learns, and the next such post is read otherwise. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { MentionView } from '#libs/contracts/views/mention.js';
import { aPost, startDesk, type Client, type Desk, type Webhook } from '../support/desk.js';

let desk: Desk;
let hook: Webhook;
let responder: Client;

beforeAll(async () => {
  desk = await startDesk();
  const teams = await desk.admin.must('GET', '/teams');
  const teamIds = [teams.items[0].id];
  await desk.admin.must('POST', '/watches', { name: 'Hat', kind: 'brand', query: '"anadolu hat"' });
  hook = await desk.webhook();
  responder = await desk.person(['responder'], { teamIds });
}, 120_000);
afterAll(() => desk.stop());

/** Words that no list knows: only people can say what they mean. */
const grumble = (n: number) => `Anadolu Hat zargile flimmet again, day ${n}, so vorbly`;

async function hear(text: string): Promise<MentionView> {
  const externalId = `post-${Math.random()}`;
  const answer = await hook.push([aPost({ text, externalId })]);
  expect(answer.body).toMatchObject({ matched: 1 });
  const { items } = await responder.must('GET', '/mentions?limit=50');
  const found = (items as MentionView[]).find((mention) => mention.externalId === externalId);
  if (!found) throw new Error('the post was not heard');
  return found;
}

it('changes the label live, learns, reads the next post otherwise, and forgets when told', async () => {
  const first = await hear(grumble(1));
  const untaught = await hear('zargile flimmet from Anadolu Hat, most vorbly');
  const [bad, good] = [
    { sentiment: 'negative', intent: 'complaint' },
    { sentiment: 'positive', intent: 'praise' },
  ] as const;
  const [taught, other] = first.scores.sentiment.label === 'negative' ? [good, bad] : [bad, good];
  const opened = await responder.must('POST', '/cases', { mentionId: first.id }).catch(() => null);
  const caseId: string = opened?.id ?? (await responder.must('GET', `/mentions/${first.id}`)).caseId;

  const screen = await responder.live();
  await responder.must('POST', '/corrections', { items: [{ mentionId: first.id, ...taught }] });
  const news = await screen.until(
    (m) => m.name === 'case.changed' && m.body.case?.id === caseId && m.body.why !== 'opened', // told late on a busy machine
  );
  expect(JSON.stringify(news.body)).toContain(`"${taught.sentiment}"`);
  screen.close();
  expect(await responder.must('GET', `/mentions/${first.id}`)).toMatchObject({
    scores: { sentiment: { label: taught.sentiment, reasons: [{ code: 'corrected' }] }, intent: { label: taught.intent } },
  });

  const items = Array.from({ length: 120 }, (_, n) =>
    n % 2 === 0 ? { text: grumble(n + 2), ...taught } : { text: `Anadolu Hat lumeray prestivo, day ${n}, quite selmy`, ...other },
  );
  const { version } = await responder.must('POST', '/corrections', { items });
  const next = await hear('zargile flimmet from Anadolu Hat, how vorbly');
  expect(next.scores).toMatchObject({ version, sentiment: { label: taught.sentiment }, intent: { label: taught.intent } });
  expect(version).toContain('+');

  const learned = await desk.admin.must('GET', '/learning');
  expect(learned.items[0]).toMatchObject({ inForce: true });
  expect((await desk.admin.must('GET', '/learning/changes')).sentiment).toBeGreaterThan(0);
  await desk.admin.must('POST', '/learning/shipped/restore');
  const after = await hear('zargile flimmet from Anadolu Hat, most vorbly');
  expect(after.scores).toMatchObject({ sentiment: { label: untaught.scores.sentiment.label } });
  expect(after.scores.version).toBe(first.scores.version);
}, 120_000);

it('learns what is not ours once both kinds were said, keeps such posts as mentions, and opens no case for them', async () => {
  const hats = (n: number) => `Anadolu Hat felt brims and ribbons, winter knitwear ${n}, please help me choose`;
  const line = (n: number) => `Anadolu Hat router offline since ${n}, please help`;
  const say = (text: string, relevance: boolean) => ({ text, relevance });
  await responder.must('POST', '/corrections', { items: Array.from({ length: 20 }, (_, n) => say(hats(n), false)) });
  const analyse = async (text: string) => (await responder.must('POST', '/analyse', { texts: [text] })).results[0].relevance;
  expect(await analyse(hats(99))).toBeNull();
  const before = await hear(hats(100));
  expect(before.caseId).not.toBeNull();

  await responder.must('POST', '/corrections', { items: Array.from({ length: 20 }, (_, n) => say(line(n), true)) });
  expect(await analyse(hats(99))).toBeLessThan(0.3);
  expect(await analyse(line(99))).toBeGreaterThan(0.7);
  const theirs = await hear(hats(101));
  expect(theirs).toMatchObject({ caseId: null, state: 'heard' });
  expect(theirs.matches[0]!.relevance).toBeLessThan(before.matches[0]!.relevance);
  expect((await hear(line(101))).caseId).not.toBeNull();
}, 60_000);

it('scores old posts anew with what was learned, once somebody asks for it', async () => {
  const old = await hear(grumble(500));
  const versions = (await desk.admin.must('GET', '/learning')).items as { version: string; corrections: number }[];
  const most = [...versions].sort((a, b) => b.corrections - a.corrections)[0]!;
  await desk.admin.must('POST', `/learning/${most.version}/restore`);
  await desk.admin.must('POST', '/rescoring', {});
  for (let i = 0; i < 200 && (await desk.admin.must('GET', '/rescoring')).state !== 'done'; i++)
    await new Promise((done) => setTimeout(done, 50));
  expect(await desk.admin.must('GET', '/rescoring')).toMatchObject({ state: 'done' });
  const { scores } = await responder.must<MentionView>('GET', `/mentions/${old.id}`);
  expect(scores.sentiment.label).not.toBe(old.scores.sentiment.label);
  expect(scores.version).toContain(most.version);
}, 60_000);
