/** A blind hour of a stream, to the minute: the ledger, the alarm, what came late, and coverage; with the clocks of desk and network in the test's hands. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PollLedger } from '../../src/ingest/poll-ledger.js';
import { PollOneSource } from '../../src/ingest/poll-source.js';
import { Clock } from '../../src/platform/clock.js';
import { DeskPulse } from '../../src/sources/desk-pulse.sweep.js';
import { Watchman } from '../../src/sources/watchman.sweep.js';
import { BlueskyServer } from '../support/bluesky-server.js';
import { startDesk, type Client, type Desk } from '../support/desk.js';

let desk: Desk;
let manager: Client;
let bluesky: BlueskyServer;
let id: string;
/** The day of the test begins three days ago, at midnight. */
const DAY = Math.floor((Date.now() - 3 * 86_400_000) / 86_400_000) * 86_400_000;
const STEP = 5 * 60_000;
let now = DAY;
const at = (hour: number, minute = 0) => new Date(DAY + (hour * 60 + minute) * 60_000);
const iso = (hour: number, minute = 0) => at(hour, minute).toISOString();

beforeAll(async () => {
  bluesky = await BlueskyServer.start({ now: () => new Date(now) });
  desk = await startDesk({ ROLES: 'api', EARSHOT_ALLOWED_HOSTS: '127.0.0.1' });
  manager = await desk.person(['manager']);
  desk.app.get(Clock).now = () => new Date(now);
  Object.assign(desk.app.get(DeskPulse), { settings: { ROLES: [] } });
  Object.assign(desk.app.get(PollOneSource), { turnMs: 150 });
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
}, 60_000);
afterAll(async () => {
  await desk?.stop();
  await bluesky?.stop();
});
beforeEach(async () => {
  await desk.db.query('update source set enabled = false');
  await desk.db.query('delete from source_alarm');
  await desk.db.query(`delete from outbox_event where kind like 'source.%'`);
  bluesky.stream.events.length = 0;
  now = at(9, 30).getTime();
  const settings = { stream: true, streamAddress: bluesky.streamUrl };
  ({ id } = await desk.admin.must('POST', '/sources', { kind: 'bluesky', name: 'Everything', settings, intervalSeconds: 60 }));
  await listen(at(9, 30), at(10));
}, 120_000);

async function poll(when: Date): Promise<void> {
  now = when.getTime();
  await desk.db.query('update source set next_poll_at = $2 where id = $1', [id, when]);
  // A server that does not answer is left alone for a while; here it is asked at every step.
  await desk.db.query('delete from host_circuit');
  const [ledger, one] = [desk.app.get(PollLedger), desk.app.get(PollOneSource)];
  for (const source of await ledger.lease(10))
    await ledger.finish(source, new Date(now), await one.run(source, AbortSignal.timeout(20_000)));
  await desk.app.get(Watchman).run();
}
async function listen(from: Date, to: Date): Promise<void> {
  for (let time = from.getTime(); time <= to.getTime(); time += STEP) {
    says('Something else altogether', new Date(time));
    await poll(new Date(time));
  }
}
/** The stream does not open. */
async function refused(from: Date, to: Date, step = STEP): Promise<void> {
  for (let time = from.getTime(); time <= to.getTime(); time += step) {
    bluesky.stream.refusals.push({ status: 503 });
    await poll(new Date(time));
  }
}
function says(text: string, when: Date): void {
  const before = now;
  now = when.getTime();
  bluesky.post('deniz', text);
  now = before;
}
/** What the stream brings again may need more than one short turn. */
async function heardSoFar(count: number, when: Date): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    await poll(when);
    const [row] = await desk.db.query<{ n: number }>('select count(*)::int as n from mention where source_id = $1', [id]);
    if (row!.n === count) return;
  }
  throw new Error('the stream did not bring what was said');
}
const health = (from: Date, to: Date) =>
  manager.must('GET', `/sources/${id}/health?from=${from.toISOString()}&to=${to.toISOString()}`);
const told = async () => (await desk.db.query<{ kind: string }>(`select kind from outbox_event where kind in ('source.blind', 'source.sighted') order by seq`)).map((event) => event.kind); // prettier-ignore

describe('a stream that was blind', () => {
  it('for an hour: from when it last heard to when it hears again, alarmed once, and all of it caught up with', async () => {
    await refused(at(10, 5), at(10, 55));
    expect(await told()).toEqual(['source.blind']);
    const { items: alarms } = await manager.must('GET', '/source-alarms');
    expect(alarms).toMatchObject([{ source: { id }, blindSince: iso(10), reason: 'unreachable', episodes: 1, endedAt: null }]);
    says('Anadolu Hat is down everywhere, unacceptable', at(10, 20));
    await heardSoFar(1, at(11));
    await listen(at(11, 5), at(11, 30));
    const { lines, ...shares } = await health(at(9, 30), at(11, 30));
    expect(lines.map((line: any) => [line.state, line.from, line.to, line.reason])).toEqual([
      ['listening', iso(9, 30), iso(10), null],
      ['blind', iso(10), iso(11), 'unreachable'],
      ['listening', iso(11), null, null],
    ]);
    expect(lines[1]).toMatchObject({ unheardFrom: null, unheardTo: null, lateMentions: 1 });
    expect(shares).toMatchObject({ live: 0.5, heard: 1, blindSeconds: 3600, unheardSeconds: 0 });
    expect(await told()).toEqual(['source.blind', 'source.sighted']);
    const { items } = await manager.must('GET', '/mentions');
    expect(items[0]).toMatchObject({ postedAt: iso(10, 20) });
  }, 120_000);

  it('for longer than the network keeps its posts: what could not be caught up with is said, and counts as unheard', async () => {
    await refused(at(10, 5), at(35), 3_600_000);
    says('Anadolu Hat again, and nobody hears it', at(12));
    bluesky.stream.events.length = 0;
    says('Anadolu Hat at night', at(23));
    await heardSoFar(1, at(36));
    await listen(at(36, 5), at(36, 10));
    const { lines, ...shares } = await health(at(10), at(36));
    const blind = lines.find((line: any) => line.state === 'blind');
    // Jetstream surely keeps 23 hours: what lies before that is lost.
    expect(blind).toMatchObject({ from: iso(10), to: iso(36), unheardFrom: iso(10), unheardTo: iso(13), lateMentions: 1 });
    expect(shares).toMatchObject({ live: 0, heard: 1 - 3 / 26, unheardSeconds: 3 * 3600 });
  }, 120_000);
});
