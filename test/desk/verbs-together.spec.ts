/** Verbs on many cases at once: they are read and stored together, each as if it were alone. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aPost, startDesk, type Desk, type Webhook } from '../support/desk.js';

type Person = Awaited<ReturnType<Desk['person']>>;

const MANY = 24;
let desk: Desk;
let hook: Webhook;
let people: Person[];
let cases: string[];

beforeAll(async () => {
  desk = await startDesk({ ROLES: 'api' });
  hook = await desk.webhook();
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  people = await Promise.all([1, 2, 3].map(() => desk.person(['responder'])));
}, 120_000);
afterAll(() => desk.stop());
beforeEach(async () => {
  const run = Math.random().toString(36).slice(2);
  await hook.push(Array.from({ length: MANY }, (_, n) => aPost({ author: { handle: `${run}${n}`, name: 'Deniz' } })));
  const { items } = await desk.admin.must('GET', `/mentions?limit=${MANY}`);
  cases = items.map((m: { caseId: string }) => m.caseId);
  expect(new Set(cases).size).toBe(MANY);
});

const personOf = (n: number) => people[n % people.length] as Person;
const all = (verb: string, body: object = {}) =>
  Promise.all(cases.map((id, n) => personOf(n).must('POST', `/cases/${id}/${verb}`, body)));

describe('verbs on many cases at once', () => {
  it('take few statements, and each is answered as a reading finds it', async () => {
    const statements = jest.spyOn(desk.db, 'query');
    const count = (name: string) => statements.mock.calls.filter(([sql]) => sql.includes(`${name}(`)).length;
    await all('claim');
    await all('reply', { text: 'The line is up again.', delivery: 'by-hand' });
    expect(count('read_cases')).toBeLessThan(MANY);
    expect(count('save_changes')).toBeLessThan(2 * MANY);
    statements.mockRestore();
    const answers = await all('resolve', { outcome: 'solved' });
    for (const [n, id] of cases.entries()) expect(answers[n]).toEqual(await personOf(n).must('GET', `/cases/${id}`));
  });

  it('leave each case its own history, in order, and every change is told once', async () => {
    await all('claim');
    await all('reply', { text: 'The line is up again.', delivery: 'by-hand' });
    await all('resolve', { outcome: 'solved' });
    const rows = await desk.db.query<{ kinds: string[]; told: string[]; replies: string[] }>(
      `select array(select kind from activity where case_id = c.id order by id) as kinds,
         array(select payload ->> 'why' from outbox_event where payload ->> 'caseId' = c.id::text and kind = 'case.changed' order by seq) as told,
         array(select text from reply r where case_id = c.id and exists (select from activity a where a.case_id = c.id and a.data ->> 'reply' = r.id::text)) as replies
       from desk_case c where id = any($1::bigint[])`,
      [cases],
    );
    expect(rows).toHaveLength(MANY);
    for (const { kinds, told, replies } of rows) {
      expect(kinds).toEqual(['opened', 'claimed', 'answered', 'resolved']);
      expect(told).toEqual(kinds);
      expect(replies).toEqual(['The line is up again.']);
    }
  });

  it('wait for nobody else’s case', async () => {
    const [held = '', ...free] = cases;
    let late: Promise<{ status: number }> | undefined;
    await desk.db.transaction(async (tx) => {
      await tx.query(`select from desk_case where id = $1 for update`, [held]);
      const answers = free.map((id, n) => personOf(n).post(`/cases/${id}/claim`));
      late = personOf(0).post(`/cases/${held}/claim`);
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(free.map(() => 200));
    });
    expect((await late)?.status).toBe(200);
  });

  it('let one of many have a case, whoever else works beside them', async () => {
    const [wanted = '', ...others] = cases;
    const beside = others.map((id, n) => personOf(n).post(`/cases/${id}/claim`));
    const tries = await Promise.all([...people, ...people].map((who) => who.post(`/cases/${wanted}/claim`)));
    expect((await Promise.all(beside)).map(({ status }) => status)).toEqual(others.map(() => 200));
    const owners = new Set(tries.filter(({ status }) => status === 200).map(({ body }) => body.card.owner.id));
    expect(owners.size).toBe(1);
    expect(tries.filter(({ status }) => status === 409)).toHaveLength(4);
  });
});
