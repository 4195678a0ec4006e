/**
 * Days replayed with a clock in the test's hand: posts as people write them, a team that answers some at once, some late, some never. How often each
 * standard was kept is then worked out again, in SQL from the histories alone. With invented posts; on top of that with real ones where they are there.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { FireDueClocks } from '../../src/clocks/fire-due-clocks.js';
import { Clock } from '../../src/platform/clock.js';
import { startDesk, type Client, type Desk, type Webhook } from '../support/desk.js';
import { promise } from '../support/promises.js';
import { ATTAINMENT } from './fixtures/attainment.sql.js';
import { inventedPosts, travellersPosts, type ReplayedPost } from './fixtures/replayed-posts.js';

/** Tuesday midnight in Bratislava; on the Sunday after it the clocks change. */
const START = Date.parse('2026-03-23T23:00:00Z');
const MINUTE = 60_000;
const WEEKS = 3;
const HOURS = [{ from: '08:00', to: '12:00' }, { from: '12:30', to: '18:00' }]; // prettier-ignore
const HOLIDAYS = ['2026-03-27'];
const STANDARDS = [
  { clock: 'acknowledge', targetSeconds: 1800, unacceptableSeconds: 7200, calendar: true },
  { clock: 'human-response', targetSeconds: 7200, unacceptableSeconds: 14_400, calendar: true, intents: ['complaint'] },
  { clock: 'human-response', targetSeconds: 28_800, unacceptableSeconds: 86_400, calendar: false },
  { clock: 'resolve', targetSeconds: 50_400, unacceptableSeconds: 100_800, calendar: true },
];
/** What is done about a case, in minutes after it was heard; round and round. */
const HABITS: [verb: string, after: number][][] = [
  [['acknowledge', 5], ['reply', 200], ['resolve', 400]],
  [['reply', 20], ['resolve', 30]],
  [['claim', 50], ['reply', 600]],
  [],
  [['reply', 10]],
  [['acknowledge', 45], ['reply', 3000], ['resolve', 3001]],
]; // prettier-ignore

let desk: Desk;
let hook: Webhook;
let manager: Client;
let now = new Date(START);
let standards: string[];
/** Each replay begins where the one before it has ended. */
let offset = 0;

beforeAll(async () => {
  desk = await startDesk({ ROLES: 'api' });
  desk.app.get(Clock).now = () => now;
  hook = await desk.webhook({ network: 'forum' });
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  await desk.admin.must('POST', '/watches', { name: 'Virgin America', kind: 'brand', query: 'VirginAmerica OR "Virgin America"' });
  manager = await desk.person(['manager', 'responder']);
  const week = { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS, sat: [], sun: [] };
  const rules = { zone: 'Europe/Bratislava', week, holidays: HOLIDAYS.map((date) => ({ date, name: 'A day off' })) };
  const { id } = await manager.must('POST', '/calendars', { name: 'Office', rules });
  standards = await promise(
    manager,
    STANDARDS.map(({ calendar, intents = [], ...terms }) => ({ ...terms, calendarId: calendar ? id : null, scope: { intents }, exclusionCapPercent: 50 })),
  );
}, 60_000); // prettier-ignore
afterAll(() => desk.stop());

it('counts invented days as SQL counts them from the histories', () => replayed(inventedPosts(48)), 120_000);

const real = travellersPosts(8);
const there = real ? 'days of real travellers likewise' : 'the invented days only: the real posts are not beside the project';
it(`counts ${there}`, async () => {
  if (real) await replayed(real);
  else expect(standards).toHaveLength(STANDARDS.length);
}, 120_000);

interface Due {
  at: number;
  run: () => Promise<unknown>;
}

/** Plays the days through, then compares. */
async function replayed(posts: readonly ReplayedPost[]): Promise<void> {
  const plan: Due[] = posts.map((post, i) => ({
    // Mostly heard within minutes; now and then the source was blind for a while.
    at: START + (offset + post.minute + (i % 9 === 0 ? 95 : i % 4)) * MINUTE,
    run: () => hear(post, i, plan),
  }));
  while (plan.length > 0) {
    plan.sort((a, b) => b.at - a.at);
    const next = plan.pop()!;
    now = new Date(Math.max(now.getTime(), next.at));
    await next.run();
  }
  now = new Date(now.getTime() + 2000 * MINUTE + 1);
  await sweep();
  offset = Math.ceil((now.getTime() - START) / MINUTE / 1440) * 1440;
  const shown = (await manager.must('GET', `/standards/attainment?weeks=${WEEKS}`)).items;
  const counted = await countedAgain();
  const nothing = { met: 0, late: 0, unacceptable: 0, excluded: 0 };
  const weeks = (id: string) => Array.from({ length: WEEKS }, (_, week) => ({ ...nothing, ...counted.find((row) => row.standardId === id && row.week === week) })); // prettier-ignore
  for (const id of standards) {
    const is = shown.find((s: { standardId: string }) => s.standardId === id);
    const numbers = ({ met, late, unacceptable, excluded }: typeof nothing) => ({ met, late, unacceptable, excluded });
    expect({ id, weeks: is.weeks.map(numbers) }).toEqual({ id, weeks: weeks(id).map(numbers) });
    const all = weeks(id).reduce((sum, w) => ({ met: sum.met + w.met, late: sum.late + w.late }), { met: 0, late: 0 });
    expect(is.window).toMatchObject({ ...all, percent: (all.met / (all.met + all.late)) * 100 });
    expect(Math.min(all.met, all.late)).toBeGreaterThan(0);
  }
  const sum = (name: keyof typeof nothing) => counted.reduce((n, row) => n + row[name], 0);
  expect([sum('unacceptable') > 0, sum('excluded') > 0]).toEqual([true, true]);
}

/** One post is heard; when it is part of a case, something is done about it later. */
async function hear({ id, minute, handle, text }: ReplayedPost, i: number, plan: Due[]): Promise<void> {
  const postedAt = new Date(START + (offset + minute) * MINUTE).toISOString();
  const answer = await hook.push([{ externalId: id, text, postedAt, author: { handle, name: handle } }]);
  expect(answer.body).toMatchObject({ accepted: 1 });
  const row = await desk.db.one<{ caseId: string | null }>(`select case_id as "caseId" from mention where external_id = $1`, [id]);
  const caseId = row?.caseId;
  if (!caseId) return;
  // Half a minute past: never in the very moment in which something is heard.
  const at = (after: number) => now.getTime() + after * MINUTE + MINUTE / 2;
  for (const [verb, after] of HABITS[i % HABITS.length]!) plan.push({ at: at(after), run: () => manager.post(`/cases/${caseId}/${verb}`, BODIES[verb]) });
  if (i % 13 === 7) plan.push({ at: at(300), run: () => manager.post(`/cases/${caseId}/exclude`, { reason: 'A rehearsal of ours' }) });
  if (i % 10 === 0) await sweep();
} // prettier-ignore

const BODIES: Record<string, object> = {
  reply: { text: 'It is repaired.', delivery: 'by-hand' },
  acknowledge: { delivery: 'by-hand' },
  resolve: { outcome: 'solved' },
};

const sweep = async () => {
  for (let fired = 1; fired > 0;) fired = (await desk.app.get(FireDueClocks).run()).fired;
};

interface CountedAgain {
  standardId: string;
  week: number;
  met: number;
  late: number;
  unacceptable: number;
  excluded: number;
}

function countedAgain(): Promise<CountedAgain[]> {
  const asked = STANDARDS.map(({ clock, targetSeconds, unacceptableSeconds, calendar, intents }, i) => ({
    id: standards[i], clock, calendar, intents: intents ?? null, target: `${targetSeconds} seconds`, unacceptable: `${unacceptableSeconds} seconds`,
  })); // prettier-ignore
  return desk.db.query<CountedAgain>(ATTAINMENT, [
    JSON.stringify(asked),
    JSON.stringify({ hours: HOURS, holidays: HOLIDAYS }),
    now,
    WEEKS,
  ]);
}
