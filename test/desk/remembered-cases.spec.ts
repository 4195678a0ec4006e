/** Cases as a process remembers them between verbs: what a verb answers is what a reading would, and what changed elsewhere is noticed. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { aPost, Client, startDesk, startDeskOn, type Desk, type Webhook } from '../support/desk.js';

type Person = Awaited<ReturnType<Desk['person']>>;

let desks: [Desk, Desk];
let hook: Webhook;
let ann: Person;
let ben: Person;
let lead: Person;

beforeAll(async () => {
  const env = { ROLES: 'api', EARSHOT_KEY: 'ab'.repeat(32) };
  const first = await startDesk(env);
  desks = [first, await startDeskOn(first.databaseUrl, env)];
  hook = await first.webhook();
  await first.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  [ann, ben, lead] = [await first.person(['responder']), await first.person(['responder']), await first.person(['manager', 'responder'])];
}, 120_000); // prettier-ignore
afterAll(async () => {
  await desks[1].stop();
  await desks[0].stop();
});

/** The person at the first or second desk; one session holds in both. */
const at = (desk: 0 | 1, who: Person) => new Client(desks[desk].url, who.headers);

async function openCase(more: Record<string, unknown> = {}): Promise<string> {
  expect((await hook.push([aPost(more)])).body).toMatchObject({ accepted: 1, matched: 1 });
  const { items } = await at(0, ann).must('GET', '/mentions?limit=1');
  return items[0].caseId;
}

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const VERBS: Readonly<Record<string, () => [string, object]>> = {
  claim: () => ['claim', {}],
  'take over': () => ['claim', { takeOver: true }],
  release: () => ['release', {}],
  note: () => ['notes', { text: 'Cabinet 14 was flooded' }],
  wait: () => ['wait', {}],
  resume: () => ['resume', {}],
  promise: () => ['promise', { until: tomorrow() }],
  'answer by hand': () => ['reply', { text: 'The line is up again.', delivery: 'by-hand' }],
  'answer with a promise': () => [
    'reply',
    { text: 'By tomorrow.', delivery: 'by-hand', promises: [{ words: 'By tomorrow', dueAt: tomorrow() }] },
  ],
  answer: () => ['reply', { text: 'Try again now.' }],
  acknowledge: () => ['acknowledge', { delivery: 'by-hand' }],
  resolve: () => ['resolve', { outcome: 'solved', note: 'It was the cabinet' }],
  reopen: () => ['reopen', { reason: 'It rained again' }],
  'follow up': () => ['follow-up', {}],
  exclude: () => ['exclude', { reason: 'a test' }],
};
/** What happens around the case, without its row or without a verb. */
const AROUND = ['write a draft', 'look in', 'ask again', 'ask elsewhere'] as const;

interface Step {
  what: string;
  desk: 0 | 1;
  who: 0 | 1 | 2;
}
const steps = fc.array(
  fc.record<Step>({
    what: fc.constantFrom(...Object.keys(VERBS), ...Object.keys(VERBS), ...AROUND),
    desk: fc.constantFrom(0, 0, 0, 1),
    who: fc.constantFrom(0, 0, 0, 1, 2),
  }),
  { minLength: 4, maxLength: 14 },
);

/** @returns how many verbs were done */
async function play(history: readonly Step[]): Promise<number> {
  const author = { handle: `u${Math.random().toString(36).slice(2)}`, name: 'Deniz' };
  const id = await openCase({ author });
  let done = 0;
  for (const { what, desk, who } of history) {
    const person = [ann, ben, lead][who] ?? ann;
    const client = at(desk, person);
    if (what === 'write a draft') await client.must('PUT', `/cases/${id}/draft`, { mode: 'reply', text: 'We are' });
    else if (what === 'look in') await client.must('PUT', `/cases/${id}/presence`, { writing: true });
    else if (what === 'ask again') await hook.push([aPost({ author, text: 'Anadolu Hat, still nothing?' })]);
    else if (what === 'ask elsewhere') await openCase();
    else {
      const [verb, body] = VERBS[what]?.() ?? ['', {}];
      const answer = await client.post(`/cases/${id}/${verb}`, body);
      expect([200, 403, 409]).toContain(answer.status);
      if (answer.status !== 200) continue;
      done++;
      expect(answer.body).toEqual(await at(desk === 0 ? 1 : 0, person).must('GET', `/cases/${id}`));
    }
  }
  return done;
}

describe('a case in memory', () => {
  it('is answered as a reading by another process finds it, whatever happened', async () => {
    let done = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (history) => void (done += await play(history))),
      { numRuns: 30, endOnFailure: true },
    );
    expect(done).toBeGreaterThan(50);
  }, 240_000);

  it('is not read again by who goes on working on it, but what would be sent is decided by a reading', async () => {
    const id = await openCase();
    const statements = jest.spyOn(desks[0].db, 'query');
    const asked = async (verb: string, body: object = {}) => {
      statements.mockClear();
      await at(0, ann).must('POST', `/cases/${id}/${verb}`, body);
      return statements.mock.calls.map(([sql]) => /(read_cases|save_changes)\(/.exec(sql)?.[1]).filter(Boolean);
    };
    expect(await asked('claim')).toEqual(['read_cases', 'save_changes']);
    expect(await asked('notes', { text: 'Cabinet 14' })).toEqual(['save_changes']);
    expect(await asked('reply', { text: 'Try again now.', delivery: 'by-hand' })).toEqual(['save_changes']);
    expect(await asked('reply', { text: 'Try again now.' })).toEqual(['read_cases', 'save_changes']);
    expect(await asked('resolve', { outcome: 'solved' })).toEqual(['save_changes']);
    statements.mockRestore();
  });

  it('is not decided by when somebody else has changed it in another process', async () => {
    const id = await openCase();
    await at(0, ann).must('POST', `/cases/${id}/claim`);
    await at(1, lead).must('POST', `/cases/${id}/claim`, { takeOver: true });
    const late = await at(0, ann).post(`/cases/${id}/reply`, { text: 'Sorry', delivery: 'by-hand' });
    expect([late.status, late.body.code]).toEqual([409, 'case-already-claimed']);
    const { timeline } = await at(0, ann).must('GET', `/cases/${id}`);
    expect(timeline.filter((t: { type: string }) => t.type === 'reply')).toEqual([]);
  });

  it('refuses nobody for what is over: a refusal is decided by a reading', async () => {
    const id = await openCase();
    await at(0, ann).must('POST', `/cases/${id}/claim`);
    expect((await at(0, ben).get(`/cases/${id}`)).body.card.owner.name).toMatch('responder');
    await at(1, ann).must('POST', `/cases/${id}/release`);
    expect((await at(0, ben).post(`/cases/${id}/claim`)).status).toBe(200);
  });

  it('is claimed by one of many who remember it as free, in two processes', async () => {
    const id = await openCase();
    for (const desk of [0, 1] as const) for (const who of [ann, ben, lead]) await at(desk, who).must('GET', `/cases/${id}`);
    const tries = await Promise.all([at(0, ann), at(1, ben), at(0, lead), at(1, lead)].map((c) => c.post(`/cases/${id}/claim`)));
    const owners = new Set(tries.filter(({ status }) => status === 200).map(({ body }) => body.card.owner.id));
    expect(owners.size).toBe(1);
    const { timeline } = await at(0, ann).must('GET', `/cases/${id}`);
    expect(timeline.filter((t: { kind?: string }) => t.kind === 'claimed')).toHaveLength(1);
  });

  it('is shown to nobody of another team', async () => {
    const id = await openCase();
    await at(0, ann).must('GET', `/cases/${id}`);
    const { id: teamId } = await desks[0].admin.must('POST', '/teams', { name: 'Others' });
    const stranger = await desks[0].person(['responder'], { teamIds: [teamId] });
    for (const verb of ['claim', 'release']) expect((await at(0, stranger).post(`/cases/${id}/${verb}`)).status).toBe(404);
  });

  it('is forgotten when what is shown around it changes', async () => {
    const id = await openCase();
    await at(0, ann).must('GET', `/cases/${id}`);
    await desks[1].admin.must('PATCH', `/sources/${hook.id}`, { name: 'Another name' });
    for (let tries = 0; tries < 200; tries++) {
      const { card } = await at(0, ann).must('POST', `/cases/${id}/notes`, { text: 'seen' });
      if (card.source.name === 'Another name') return;
      await new Promise((r) => setTimeout(r, 20));
    }
    throw new Error('the source kept its old name');
  });
});
