/** How much was heard on each day: the reader's days, one watch or all, and never another team's. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CountMentions } from '../../src/reports/count-mentions.handler.js';
import { aPost, startDesk, type Client, type Desk, type Webhook } from '../support/desk.js';
import { eventually } from '../support/desk-process.js';

let desk: Desk;
let hook: Webhook;
let responder: Client;
const HOUR = 3_600_000;

beforeAll(async () => {
  desk = await startDesk({ ROLES: 'api' });
  hook = await desk.webhook();
  responder = await desk.person(['responder']);
  for (const name of ['Anadolu Hat', 'Tatran banka'])
    await desk.admin.must('POST', '/watches', { name, kind: 'brand', query: `"${name}"` });
}, 60_000);
afterAll(() => desk.stop());

const volume = async (by: Client, more = '') => await by.must('GET', `/mentions/volume?days=7${more}`);
const total = (view: { days: { n: number }[] }) => view.days.reduce((sum, day) => sum + day.n, 0);

it('counts by day and by tone, all and of one watch, with a day for each day', async () => {
  const posted = new Date(Date.now() - 50 * HOUR).toISOString();
  await hook.push([
    aPost({ postedAt: posted }),
    aPost({ text: 'Thank you Anadolu Hat, the technician was wonderful, great service!' }),
    aPost({ text: 'Tatran banka is open on Saturday.' }),
  ]);
  await eventually(async () =>
    (await desk.app.get(CountMentions).run()) === 0 && total(await volume(responder)) === 3 ? true : undefined,
  );
  const all = await volume(responder);
  expect(all.days).toHaveLength(7);
  expect(all.days.at(-1)).toEqual({ day: new Date().toISOString().slice(0, 10), n: 3, negative: 1, positive: 1 });
  expect(all.before).toEqual({ n: 0, negative: 0 });

  const watches = (await responder.get('/watches')).body.items as { id: string; name: string }[];
  const one = await volume(responder, `&watchId=${watches.find((w) => w.name === 'Anadolu Hat')?.id}`);
  expect(total(one)).toBe(2);
  expect(one.days.find((d: { day: string }) => d.day === posted.slice(0, 10))).toMatchObject({ n: 1, negative: 1 });
}, 30_000);

it("puts an hour into the reader's day", async () => {
  await desk.db.query(`update heard_hour set hour = date_trunc('day', now(), 'UTC') - interval '2 days' + interval '22 hours'`);
  const dayOf = (view: { days: { day: string; n: number }[] }) => view.days.find((day) => day.n > 0)?.day;
  const utc = dayOf(await volume(responder));
  const istanbul = dayOf(await volume(responder, '&zone=Europe/Istanbul'));
  expect(new Date(String(istanbul)).getTime() - new Date(String(utc)).getTime()).toBe(24 * HOUR);
});

it('compares with as many days before', async () => {
  await desk.db.query(`update heard_hour set hour = hour - interval '7 days'`);
  const view = await volume(responder);
  expect([total(view), view.before]).toEqual([0, { n: 3, negative: 1 }]);
});

it('refuses a zone that is none, too many days, and a watch that is not theirs', async () => {
  expect((await responder.get('/mentions/volume?zone=Mars/Olympus')).status).toBe(400);
  expect((await responder.get('/mentions/volume?days=400')).status).toBe(400);
  const { id: teamId } = await desk.admin.must('POST', '/teams', { name: 'Elsewhere' });
  const stranger = await desk.person(['responder'], { teamIds: [teamId] });
  expect(total(await volume(stranger))).toBe(0);
  const [watch] = (await responder.get('/watches')).body.items;
  expect((await stranger.get(`/mentions/volume?watchId=${watch.id}`)).status).toBe(404);
});
