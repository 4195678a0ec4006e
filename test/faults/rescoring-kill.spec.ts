/** `kill -9` in the middle of rescoring; then a start as if nothing had been: every mention done once, no line of history twice. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addWebhook, aPost, type Client } from '../support/desk.js';
import { eventually } from '../support/desk-process.js';
import { killedDesk, type KilledDesk } from '../support/killed-desk.js';

const POSTS = 450;
let desks: KilledDesk;

beforeAll(async () => {
  desks = await killedDesk();
  await desks.withDesk(undefined, async (_, admin) => {
    await admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
    const hook = await addWebhook(admin);
    const text = 'Anadolu Hat, my lawyer will contact you about the bill';
    await hook.push(Array.from({ length: POSTS }, (_, i) => aPost({ text: `${text} ${i}`, author: { handle: `user_${i}` } })));
    await weighLegal(admin, -1);
  });
}, 90_000);
afterAll(() => desks.stop(), 20_000);

/** Another weight is another version of every score. */
async function weighLegal(admin: Client, legal: number): Promise<void> {
  const { weights } = await admin.must('GET', '/weights');
  const risk = { ...weights.risk, signal: { ...weights.risk.signal, legal } };
  await admin.must('PUT', '/weights', { weights: { ...weights, risk } });
}

const figure = async (sql: string) => Number((await desks.db.query<{ n: string }>(`select (select ${sql}) as n`)).rows[0]?.n);

it.each([
  ['rescoring.before-store', 1],
  ['rescoring.after-store', -1],
])(
  'at %s: the next process carries on where it was',
  async (step, legal) => {
    let lines = 0;
    await desks.withDesk(step, async (armed, admin) => {
      await weighLegal(admin, legal);
      lines = await figure(`count(*) from activity where kind = 'rescored'`);
      await admin.call('POST', '/api/v1/rescoring', {}).catch(() => undefined); // it may fall before it answers
      expect(await armed.ended).toMatchObject({ signal: 'SIGKILL' });
    });
    expect(await figure(`done from rescoring order by id desc limit 1`)).toBe(step === 'rescoring.after-store' ? 200 : 0);

    await desks.withDesk(undefined, async (_, admin) => {
      const end = await eventually(async () => {
        const view = await admin.must('GET', '/rescoring');
        return view.state === 'done' ? view : undefined;
      }, 20_000, 'rescoring to end'); // prettier-ignore
      expect(end).toMatchObject({ total: POSTS, done: POSTS, changed: POSTS });
      expect(await figure(`count(*) from mention where scores ->> 'version' = '${end.version}'`)).toBe(POSTS);
      expect(await figure(`count(*) from activity where kind = 'rescored'`)).toBe(lines + POSTS);
    });
  },
  60_000,
);
