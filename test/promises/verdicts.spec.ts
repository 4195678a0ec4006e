/** What the clocks say equals what the recorded facts say, after any history: randomised, on a real database, with time in the test's hand. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verdictsOf } from '../../libs/sla/verdicts.js';
import { factsOfCases } from '../../src/clocks/case-facts.js';
import { CatchUpClocks } from '../../src/clocks/catch-up-clocks.js';
import { FireDueClocks } from '../../src/clocks/fire-due-clocks.js';
import { Promises } from '../../src/clocks/promises.js';
import { RecordReply } from '../../src/desk/record-reply.js';
import { RaiseOnEvents } from '../../src/escalations/raise-on-events.handler.js';
import { forgetMentions } from '../../src/mentions/forget-mentions.js';
import { Clock } from '../../src/platform/clock.js';
import { DueReplies, type DueReply } from '../../src/replies/due-replies.js';
import { aPost, startDesk, type Client, type Desk, type Webhook } from '../support/desk.js';
import { promise } from '../support/promises.js';

const KINDS = [
  'acknowledge', 'answer', 'send', 'learn', 'resolve', 'reopen', 'write', 'write', 'write-late', 'thank', 'wait', 'resume', 'promise', 'follow-up',
  'exclude', 'include', 'escalate', 'take-part', 'sweep', 'sweep', 'publish', 'take-back',
] as const; // prettier-ignore
type Step = { kind: (typeof KINDS)[number]; minutes: number };

let desk: Desk;
let hook: Webhook;
let responder: Client;
let now = new Date('2026-11-22T08:00:00.000Z');
const standards: string[] = [];

const hours = (from: string, to: string) => [{ from, to }];
const terms = (clock: string, minutes: number, more: object = {}) => ({ clock, targetSeconds: minutes * 60, unacceptableSeconds: minutes * 150, warnShares: [0.6, 0.8], pausesWhileWaiting: true, ...more }); // prettier-ignore

beforeAll(async () => {
  desk = await startDesk({ ROLES: 'api' });
  desk.app.get(Clock).now = () => now;
  hook = await desk.webhook({ replyUrl: 'https://forum.example/replies' });
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  responder = await desk.person(['responder', 'manager']);
  const nine = hours('09:00', '17:30');
  const week = {
    mon: nine,
    tue: nine,
    wed: nine,
    thu: nine,
    fri: hours('10:00', '12:00'),
    sat: [],
    sun: hours('07:00', '11:00'),
  };
  const { id } = await responder.must('POST', '/calendars', { name: 'Office', rules: { zone: 'Europe/Istanbul', week } });
  standards.push(
    ...(await promise(responder, [
      terms('acknowledge', 15, { automaticCounts: false, pausesWhileWaiting: false }),
      terms('human-response', 60, { calendarId: id }),
      terms('next-update', 120),
      terms('promised-date', 0, { unacceptableSeconds: 600 }),
      terms('resolve', 240, { calendarId: id, exclusionCapPercent: 100 }),
      terms('follow-up', 300),
      terms('manager-involved', 30, { warnShares: [] }),
    ])),
  );
}, 60_000);
afterAll(() => desk.stop());

const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom(...KINDS),
    // Around the targets of a case, to the millisecond at their very ends.
    minutes: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(0, 9, 15, 36, 60, 15 + 1 / 60_000, 144, 240), fc.integer({ min: 40, max: 1500 })),
  }),
  { minLength: 1, maxLength: 14 },
); // prettier-ignore

/** Between them they come to every state of a clock, whatever chance adds. */
const EVERY_STATE: [Step[]][] = [
  [[{ kind: 'sweep', minutes: 10 }, { kind: 'acknowledge', minutes: 20 }, { kind: 'wait', minutes: 1 }, { kind: 'sweep', minutes: 1500 }]],
  [[{ kind: 'acknowledge', minutes: 1 }, { kind: 'promise', minutes: 15 }, { kind: 'promise', minutes: 1 }, { kind: 'sweep', minutes: 1500 }]],
]; // prettier-ignore

it('equals the verdict over the recorded facts after any history', async () => {
  let compared = 0;
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const author = { handle: `u${Math.random().toString(36).slice(2)}` };
      await hook.push([aPost({ author, postedAt: now.toISOString() })]);
      const row = await desk.db.one<{ id: string }>(`select max(id) as id from desk_case`);
      const caseId = String(row?.id);
      const onTheWay: { reply: DueReply; at: Date }[] = [];
      for (const step of history) {
        now = new Date(now.getTime() + Math.round(step.minutes * 60_000));
        await take(step, caseId, author, onTheWay);
        compared += await compare(caseId, step.kind === 'sweep', seen);
      }
      await sweep();
      compared += await compare(caseId, true, seen);
      now = new Date(now.getTime() + 86_400_000);
      await desk.db.query(`update reply set due_at = null, state = 'parked' where case_id = $1 and due_at is not null`, [caseId]);
    }),
    { numRuns: 27, endOnFailure: true, examples: EVERY_STATE },
  );
  expect(compared).toBeGreaterThan(150);
  expect([...seen].sort()).toEqual(['breached', 'cancelled', 'met', 'met-late', 'paused', 'running', 'warned']);
}, 180_000);

it('is the same for all cases at once, recomputed from nothing but facts and promises', async () => {
  await sweep();
  const ids = (await desk.db.query<{ id: string }>(`select id from desk_case order by id`)).map((r) => r.id);
  for (const id of ids) await compare(id, true, new Set());
  const stored = () =>
    desk.db.query(
      `select case_id, kind, started_at, warn_at, later_warns, due_at, unacceptable_at, fires_at, warned, breached_at, failed_at, paused_at, stopped_at, cancelled
       from clock order by case_id, kind, started_at`,
    );
  const before = await stored();
  await desk.db.query(`update desk_case set clocks_stale = true`);
  while ((await desk.app.get(CatchUpClocks).run()) > 0);
  expect(await stored()).toEqual(before);
  expect(
    await desk.db.query(`select case_id, kind from clock where stopped_at is null group by 1, 2 having count(*) > 1`),
  ).toEqual([]);
  // Each breach told once: as many lines in the histories and events as there are late clocks, save those found kept after all.
  const told = await desk.db.one<{ n: number }>(
    `select count(*)::int as n from clock k where breached_at is not null and 1 <> (select count(*) from outbox_event e where e.kind = 'clock.breached' and e.payload ->> 'clockId' = k.id::text)`,
  );
  expect(told?.n).toBe(0);
}, 60_000);

const sweep = async () => {
  for (let fired = 1; fired > 0;) fired = (await desk.app.get(FireDueClocks).run()).fired;
};

async function take({ kind, minutes }: Step, caseId: string, author: object, onTheWay: { reply: DueReply; at: Date }[]): Promise<void> {
  const byHand = { text: 'We are on it.', delivery: 'by-hand' };
  const at = (verb: string, body: object = {}) => responder.post(`/cases/${caseId}/${verb}`, body);
  const write = (more: object) => hook.push([aPost({ author, postedAt: now.toISOString(), ...more })]);
  if (kind === 'sweep') return sweep();
  if (kind === 'acknowledge') await at('acknowledge', byHand);
  else if (kind === 'answer') await at('reply', byHand);
  else if (kind === 'write') await write({});
  else if (kind === 'thank') await write({ text: 'Anadolu Hat thanks, it works now' });
  else if (kind === 'write-late') await write({ postedAt: new Date(now.getTime() - minutes * 30_000).toISOString() });
  else if (kind === 'promise') await at('promise', { until: new Date(now.getTime() + (1 + minutes) * 60_000).toISOString() });
  else if (kind === 'exclude' || kind === 'include') await at(kind, { reason: 'for a test' });
  else if (kind === 'escalate') await desk.app.get(RaiseOnEvents).run();
  else if (kind === 'take-part') await takePart(caseId);
  else if (kind === 'publish') await publish();
  else if (kind === 'take-back') await takeBack(caseId);
  else if (kind === 'send') {
    // The network takes it at this moment; we learn of it only later.
    const answer = await at('reply', { text: 'It is repaired.' });
    if (answer.status === 200) onTheWay.push(...(await desk.app.get(DueReplies).lease(10)).map((reply) => ({ reply, at: now })));
  } else if (kind === 'learn') {
    const { reply, at: sentAt } = onTheWay.shift() ?? {};
    if (reply && sentAt) await desk.app.get(RecordReply).sent(reply, { externalId: `e${reply.id}`, url: null, at: sentAt });
  } else await at(kind);
} // prettier-ignore

async function takePart(caseId: string): Promise<void> {
  const row = await desk.db.one<{ id: string }>(`select id from escalation where case_id = $1 and acknowledged_at is null`, [
    caseId,
  ]);
  if (row) await responder.post(`/escalations/${row.id}/acknowledge`);
}

/** The customer deletes one of their posts, or the last one. */
async function takeBack(caseId: string): Promise<void> {
  const row = await desk.db.one<{ ids: string[] }>(`select array_agg(id) as ids from mention where case_id = $1 and state <> 'deleted'`, [caseId]);
  const ids = row?.ids ?? [];
  const some = Math.random() < 0.5 ? ids : ids.slice(0, 1);
  await desk.db.transaction((tx) => forgetMentions(tx, some, now, 'author'));
} // prettier-ignore

/** A changed standard changes nothing for the cases that are there. */
async function publish(): Promise<void> {
  const id = standards[1]!;
  await responder.must('PUT', `/standards/${id}/draft`, { terms: terms('human-response', 30 + Math.ceil(Math.random() * 60), { scope: {}, percent: 80 }) });
  await responder.must('POST', `/standards/${id}/publish`, { reason: 'stricter' });
} // prettier-ignore

/** @param swept whether the sweep has just looked: only then warnings and breaches must be written down @returns how many clocks were compared */
async function compare(caseId: string, swept: boolean, seen: Set<string>): Promise<number> {
  await desk.app.get(CatchUpClocks).run();
  const rows = await desk.db.query<any>(`select * from clock where case_id = $1 order by kind, started_at, id`, [caseId]);
  const facts = (await factsOfCases(desk.db, [caseId])).get(caseId) ?? [];
  const record = await desk.db.one<any>(`select * from desk_case where id = $1`, [caseId]);
  const verdict = verdictsOf(facts, await desk.app.get(Promises).byIds(record.promise_ids), now.getTime());
  const instant = (at: number | null) => (at === null ? null : new Date(at));
  const should = verdict.clocks.map((v) => ({
    kind: v.clock, start: new Date(v.startedAt), due: new Date(v.dueAt), unacceptable: instant(v.unacceptableAt), stopped: instant(v.stoppedAt), paused: instant(v.pausedSince),
    cancelled: v.cancelled, ...((swept || v.stoppedAt !== null) && { warned: v.warned, breached: instant(v.breachedAt), failed: instant(v.failedAt) }),
  })); // prettier-ignore
  const is = rows.map((k) => ({
    kind: k.kind, start: k.started_at, due: k.due_at, unacceptable: k.unacceptable_at, stopped: k.stopped_at, paused: k.paused_at, cancelled: k.cancelled,
    ...((swept || k.stopped_at !== null) && { warned: k.warned, breached: k.breached_at, failed: k.failed_at }),
  })); // prettier-ignore
  const order = (list: { kind: string; start: Date }[]) =>
    list.sort((a, b) => a.kind.localeCompare(b.kind) || a.start.getTime() - b.start.getTime());
  expect(order(is)).toEqual(order(should));
  for (const v of verdict.clocks) seen.add(v.state);
  expect([record.waiting_since, record.paused_at]).toEqual([instant(verdict.waitingSince), instant(verdict.pausedSince)]);
  expect(record.excluded_at !== null).toBe(verdict.excluded !== null);
  const firsts = rows.map((k) => k.breached_at as Date | null).filter((at) => at !== null).sort((a, b) => a.getTime() - b.getTime()); // prettier-ignore
  expect(record.breached_at).toEqual(firsts[0] ?? null);
  return rows.length;
}
