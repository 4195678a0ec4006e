/** What the clocks say equals what the recorded facts say, after any history: randomised, on a real database, with time in the test's hand. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verdict, type Fact } from '../../libs/sla/verdict.js';
import { FireDueClocks } from '../../src/clocks/fire-due-clocks.js';
import { RecordReply } from '../../src/desk/record-reply.js';
import { Clock } from '../../src/platform/clock.js';
import { DueReplies, type DueReply } from '../../src/replies/due-replies.js';
import { aPost, startDesk, type Client, type Desk, type Webhook } from '../support/desk.js';

type Step = { kind: 'acknowledge' | 'answer' | 'send' | 'learn' | 'resolve' | 'reopen' | 'write' | 'sweep'; minutes: number };

let desk: Desk;
let hook: Webhook;
let responder: Client;
let now = new Date('2026-11-22T08:00:00.000Z');

beforeAll(async () => {
  desk = await startDesk({ ROLES: 'api' });
  desk.app.get(Clock).now = () => now;
  hook = await desk.webhook({ replyUrl: 'https://forum.example/replies' });
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  responder = await desk.person(['responder']);
}, 60_000);
afterAll(() => desk.stop());

const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom<Step['kind']>('acknowledge', 'answer', 'send', 'learn', 'resolve', 'reopen', 'write', 'sweep', 'sweep'),
    // Around the targets of a case, to the millisecond at their very ends.
    minutes: fc.oneof(
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom(5, 9, 15, 18, 30, 36, 60, 15 + 1 / 60_000, 144, 240),
      fc.integer({ min: 40, max: 1500 }),
    ),
  }),
  { minLength: 1, maxLength: 9 },
);

it('equals the verdict over the activity list after any history', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const author = { handle: `u${Math.random().toString(36).slice(2)}` };
      const postedAt = now.toISOString();
      await hook.push([aPost({ author, postedAt })]);
      const row = await desk.db.one<{ id: string }>(`select max(id) as id from desk_case`);
      const caseId = String(row?.id);
      const onTheWay: { reply: DueReply; at: Date }[] = [];
      for (const step of history) {
        now = new Date(now.getTime() + Math.round(step.minutes * 60_000));
        await take(step, caseId, author, onTheWay);
        compared += await compare(caseId, step.kind === 'sweep');
      }
      await sweep();
      compared += await compare(caseId, true);
      now = new Date(now.getTime() + 86_400_000);
      await desk.db.query(`update reply set due_at = null, state = 'parked' where case_id = $1 and due_at is not null`, [caseId]);
    }),
    { numRuns: 40, endOnFailure: true },
  );
  expect(compared).toBeGreaterThan(80);
}, 120_000);

const sweep = async () => {
  for (let fired = 1; fired > 0;) fired = (await desk.app.get(FireDueClocks).run()).fired;
};

async function take({ kind }: Step, caseId: string, author: object, onTheWay: { reply: DueReply; at: Date }[]): Promise<void> {
  const byHand = { text: 'We are on it.', delivery: 'by-hand' };
  if (kind === 'sweep') return sweep();
  if (kind === 'acknowledge') await responder.post(`/cases/${caseId}/acknowledge`, byHand);
  else if (kind === 'answer') await responder.post(`/cases/${caseId}/reply`, byHand);
  else if (kind === 'resolve') await responder.post(`/cases/${caseId}/resolve`);
  else if (kind === 'reopen') await responder.post(`/cases/${caseId}/reopen`);
  else if (kind === 'write') await hook.push([aPost({ author, postedAt: now.toISOString() })]);
  else if (kind === 'send') {
    // The network takes it at this moment; we learn of it only later.
    const answer = await responder.post(`/cases/${caseId}/reply`, { text: 'It is repaired.' });
    if (answer.status === 200) onTheWay.push(...(await desk.app.get(DueReplies).lease(10)).map((reply) => ({ reply, at: now })));
  } else {
    const { reply, at } = onTheWay.shift() ?? {};
    if (reply && at) await desk.app.get(RecordReply).sent(reply, { externalId: `e${reply.id}`, url: null, at });
  }
}

/** @param swept whether the sweep has just looked: only then warnings and breaches must be written down @returns how many clocks were compared */
async function compare(caseId: string, swept: boolean): Promise<number> {
  const clocks = await desk.db.query<any>(`select * from clock where case_id = $1 order by id`, [caseId]);
  const activity = await desk.db.query<Fact>(`select kind, at from activity where case_id = $1`, [caseId]);
  const facts = activity.filter((a) => ['acknowledged', 'answered', 'resolved'].includes(a.kind));
  for (const k of clocks) {
    const should = verdict({ kind: k.kind, startedAt: k.started_at, warnAt: k.warn_at, dueAt: k.due_at, facts }, now);
    const running = k.stopped_at === null;
    const stored = running
      ? k.breached_at
        ? 'breached'
        : k.warned_at
          ? 'warned'
          : 'running'
      : k.breached_at
        ? 'met-late'
        : 'met';
    // In the very millisecond of the due time the sweep waits for the next one.
    const settled = swept || !running;
    const is = { state: stored, stoppedAt: k.stopped_at, breachedAt: k.breached_at };
    if (settled && !(running && k.due_at.getTime() === now.getTime())) expect(is).toEqual(should);
    else expect(k.stopped_at).toEqual(should.stoppedAt);
  }
  const first = clocks.map((k) => k.breached_at as Date | null).filter((at) => at !== null).sort((a, b) => a.getTime() - b.getTime())[0] ?? null; // prettier-ignore
  const kept = await desk.db.one<{ at: Date | null }>(`select breached_at as at from desk_case where id = $1`, [caseId]);
  expect(kept?.at ?? null).toEqual(first);
  return clocks.length;
}
