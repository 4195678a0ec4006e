/** Two processes on one database: what is changed or corrected in one holds in the other, down to the next post it is handed. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aPost, sign, startDesk, startDeskOn, type Desk } from '../support/desk.js';

const env = { EARSHOT_KEY: 'cd'.repeat(32) };
let one: Desk;
let two: Desk;

beforeAll(async () => {
  one = await startDesk(env);
  two = await startDeskOn(one.databaseUrl, env);
}, 120_000);
afterAll(async () => {
  await two.stop();
  await one.stop();
});

/** Tries until it holds: news takes at most a slow poll of the outbox. @returns milliseconds it took */
async function until(holds: () => Promise<boolean>): Promise<number> {
  const from = performance.now();
  while (!(await holds())) {
    if (performance.now() - from > 10_000) throw new Error('it never held');
    await new Promise((done) => setTimeout(done, 20));
  }
  return performance.now() - from;
}

it('a watch added in one matches a post handed to the other', async () => {
  const hook = await one.webhook();
  await one.admin.must('POST', '/watches', { name: 'Zebra', kind: 'brand', query: 'zebrafon' });
  expect((await hook.push([aPost({ text: 'my zebrafon is broken' })])).body).toMatchObject({ accepted: 1, matched: 1 });
  const push = async () => {
    const body = JSON.stringify([aPost({ text: 'my zebrafon is broken again' })]);
    const headers = { 'x-earshot-signature': sign(hook.secret, body) };
    return (await two.anybody.call('POST', `/api/v1/sources/${hook.id}/posts`, body, headers)).body.matched === 1;
  };
  expect(await until(push)).toBeLessThan(9000);
});

it('a secret changed in one is asked for by both', async () => {
  const hook = await one.webhook();
  const push = async (desk: Desk, secret: string) => {
    const body = JSON.stringify([aPost()]);
    return (
      await desk.anybody.call('POST', `/api/v1/sources/${hook.id}/posts`, body, { 'x-earshot-signature': sign(secret, body) })
    ).status;
  };
  expect([await push(one, hook.secret), await push(two, hook.secret)]).toEqual([200, 200]);
  await one.admin.must('PATCH', `/sources/${hook.id}`, { settings: { secret: 'quite-another' } });
  expect([await push(one, hook.secret), await push(one, 'quite-another')]).toEqual([401, 200]);
  expect(await until(async () => (await push(two, hook.secret)) === 401)).toBeLessThan(9000);
  expect(await push(two, 'quite-another')).toBe(200);
});

it('what one learns scores the next post in both', async () => {
  const hook = await one.webhook();
  const items = Array.from({ length: 200 }, (_, i) =>
    i % 2 === 0
      ? { text: `the blorpish zanit of ${i} days, quite vemmish`, sentiment: 'negative' }
      : { text: `the frandle oskin of ${i} days, quite lumvy`, sentiment: 'positive' },
  );
  const { version } = await one.admin.must<{ version: string }>('POST', '/corrections', { items });
  expect(version).toContain('+');
  const scored = async (desk: Desk) => {
    const body = JSON.stringify([aPost({ externalId: `x-${performance.now()}`, text: 'zebrafon: a frandle oskin, lumvy' })]);
    await desk.anybody.call('POST', `/api/v1/sources/${hook.id}/posts`, body, { 'x-earshot-signature': sign(hook.secret, body) });
    const { items } = await one.admin.must<{ items: { scores: { version: string; sentiment: { label: string } } }[] }>(
      'GET',
      '/mentions?limit=1',
    );
    return items[0]?.scores;
  };
  expect(await scored(one)).toMatchObject({ version, sentiment: { label: 'positive' } });
  expect(await until(async () => (await scored(two))?.version === version)).toBeLessThan(9000);
}, 60_000);
