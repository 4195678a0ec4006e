/** A blind hour, to the minute: the ledger, the alarm, what was heard later, and coverage; with the desk's clock in the test's hands. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PollLedger } from '../../src/ingest/poll-ledger.js';
import { PollOneSource } from '../../src/ingest/poll-source.js';
import { Clock } from '../../src/platform/clock.js';
import { DeskPulse } from '../../src/sources/desk-pulse.sweep.js';
import { readCsv } from '#libs/contracts/csv.js';
import { heardWithin, liveShare, type Stretch } from '#libs/listening/coverage.js';
import { DaysHeard } from '../../src/database/views/days-heard.js';
import { coverageShares } from '../../src/database/views/coverage-shares.js';
import { Watchman } from '../../src/sources/watchman.sweep.js';
import { startDesk, aPost, type Client, type Desk } from '../support/desk.js';
import { FeedServer } from '../support/feed-server.js';

let desk: Desk;
let manager: Client;
let feed: FeedServer;
/** The day of the test begins two days ago, at midnight. */
const DAY = Math.floor((Date.now() - 2 * 86_400_000) / 86_400_000) * 86_400_000;
let now = DAY;
const at = (hour: number, minute = 0) => new Date(DAY + (hour * 60 + minute) * 60_000);
const iso = (hour: number, minute = 0) => at(hour, minute).toISOString();

beforeAll(async () => {
  // Nothing in the background polls: the test does, at times of its own.
  desk = await startDesk({ ROLES: 'api', EARSHOT_ALLOWED_HOSTS: '127.0.0.1' });
  manager = await desk.person(['manager']);
  desk.app.get(Clock).now = () => new Date(now);
  // Signs of life are left when the test says so.
  Object.assign(desk.app.get(DeskPulse), { settings: { ROLES: [] } });
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
}, 60_000);
afterAll(async () => {
  await desk?.stop();
});
beforeEach(async () => {
  await desk.db.query('update source set enabled = false');
  await desk.db.query('delete from source_health');
  await desk.db.query('delete from source_alarm');
  await desk.db.query('delete from desk_outage');
  await desk.db.query(`delete from outbox_event where kind like 'source.%'`);
  feed = await FeedServer.start();
  feed.add('Anadolu Hat was mentioned long ago', at(-24));
});

afterEach(() => feed.stop());

async function connect(more: object = {}): Promise<string> {
  const settings = { url: feed.url };
  return (await desk.admin.must('POST', '/sources', { kind: 'feed', name: 'Notices', settings, intervalSeconds: 60, ...more }))
    .id;
}

/** Minutes are exact, but not every one is lived through. */
const STEP = 5 * 60_000;

/** Polls what is due, as the loop does, and lets the watchman look, from one time to another. */
async function run(from: Date, to: Date, { watchman = true } = {}): Promise<void> {
  const [ledger, poll] = [desk.app.get(PollLedger), desk.app.get(PollOneSource)];
  for (now = from.getTime(); now <= to.getTime(); now += STEP) {
    for (const source of await ledger.lease(10)) {
      const startedAt = new Date(now);
      await ledger.finish(source, startedAt, await poll.run(source, AbortSignal.timeout(5000)));
    }
    if (watchman) await desk.app.get(Watchman).run();
  }
  now = to.getTime();
}
/** The network's jitter is taken out, so that minutes are minutes. */
const steady = (id: string) => desk.db.query(`update source set next_poll_at = $2 where id = $1`, [id, new Date(now)]);
const health = (id: string, from: Date, to: Date) =>
  manager.must('GET', `/sources/${id}/health?from=${from.toISOString()}&to=${to.toISOString()}`);
const told = async () =>
  (await desk.db.query<{ kind: string }>(`select kind from outbox_event where kind in ('source.blind', 'source.sighted') order by seq`)).map((e) => e.kind); // prettier-ignore

/** Listens well from `from` to `to`, whatever the jitter. */
async function listen(id: string, from: Date, to: Date): Promise<void> {
  for (let minute = from.getTime(); minute <= to.getTime(); minute += STEP) {
    now = minute;
    await steady(id);
    await run(new Date(minute), new Date(minute));
  }
  now = to.getTime();
}

/** At noon, of three hours: the report of standards and every file state the blind hour. */
async function reportsSay(id: string): Promise<void> {
  const { items } = await manager.must('GET', '/standards/attainment?weeks=2');
  const blind = { source: { id, kind: 'feed' }, from: iso(10), to: iso(11), reason: 'unreachable', unheardFrom: null };
  for (const { window, weeks } of items) {
    expect(window).toMatchObject({
      to: iso(12),
      coverage: { live: 2 / 3, heard: 1, blindSeconds: 3600, unheardSeconds: 0 },
      blindTimes: 1,
      blind: [blind],
    });
    expect(weeks).toMatchObject([
      { coverage: { live: null, blindSeconds: 0 } },
      { to: iso(12), coverage: { live: 2 / 3, blindSeconds: 3600 } },
    ]);
  }
  const [heading, ...lines] = await file('/standards/attainment/export?weeks=2');
  expect(lines).toHaveLength(items.length * 3);
  const of = (line: string[], name: string) => line[(heading as string[]).indexOf(name)];
  const heard = lines.map((line) => [
    of(line, 'period'),
    of(line, 'heard at once percent'),
    of(line, 'heard by now percent'),
    of(line, 'blind minutes'),
  ]);
  expect(heard.slice(0, 3)).toEqual([
    ['window', '66.66', '100', '60'],
    ['week', '', '', ''],
    ['week', '66.66', '100', '60'],
  ]);
  expect(of(lines[0] as string[], 'blind times')).toBe(`Notices: ${iso(10)} to ${iso(11)} (unreachable)`);
  // Lines of other files say it of their day: from midnight to noon the source was there for three hours.
  const cells = await new DaysHeard(desk.db, new Date(now)).cells([
    { at: iso(10, 20), network: 'feed' },
    { at: iso(10, 20), network: 'x' },
  ]);
  expect(cells).toEqual([
    [66.66, 100, 60, 0],
    [null, null, null, null],
  ]);
  const [columns] = await file('/acknowledgements/export');
  expect(columns?.slice(-4)).toEqual(['heard at once percent that day', 'heard by now percent that day', 'blind minutes that day', 'unheard minutes that day']); // prettier-ignore
}

const file = async (at: string) => readCsv((await manager.get<string>(at)).body).map(({ cells }) => cells);

describe('a blind hour', () => {
  it('is in the ledger to the minute, alarms once, and is caught up with', async () => {
    now = at(9).getTime();
    const id = await connect();
    await listen(id, at(9), at(10));
    feed.mood = 'away';
    await run(at(10, 1), at(10, 59));
    expect(await told()).toEqual(['source.blind']);
    const { items: alarms } = await manager.must('GET', '/source-alarms');
    expect(alarms).toMatchObject([{ source: { id }, blindSince: iso(10), reason: 'unreachable', notes: [{ code: 'unreachable' }], episodes: 1, endedAt: null }]); // prettier-ignore
    const blind = await manager.must('GET', '/watchtower');
    expect(blind.sources).toMatchObject([
      { health: 'blind', healthReason: 'unreachable', notes: [{ code: 'unreachable' }] },
      ...blind.sources.slice(1),
    ]);

    feed.add('Anadolu Hat is down everywhere, unacceptable', at(10, 20));
    feed.mood = 'well';
    await listen(id, at(11), at(12));
    const { lines, ...shares } = await health(id, at(9), at(12));
    expect(lines.map((l: any) => [l.state, l.from, l.to, l.reason])).toEqual([
      ['listening', iso(9), iso(10), null],
      ['blind', iso(10), iso(11), 'unreachable'],
      ['listening', iso(11), null, null],
    ]);
    expect(lines[1]).toMatchObject({ unheardFrom: null, unheardTo: null, lateMentions: 1, message: expect.stringContaining('cannot be reached'), notes: [{ code: 'unreachable' }] }); // prettier-ignore
    expect(shares).toMatchObject({ live: 2 / 3, heard: 1, blindSeconds: 3600, unheardSeconds: 0 });
    expect(await told()).toEqual(['source.blind', 'source.sighted']);
    const all = await manager.must('GET', `/coverage?from=${iso(9)}&to=${iso(12)}`);
    expect(all).toMatchObject({ live: 2 / 3, heard: 1, windows: [{ from: iso(10), to: iso(11), source: { id } }] });
    const tower = await manager.must('GET', '/watchtower');
    expect(tower.coverage.day).toMatchObject({ live: 2 / 3, blindSeconds: 3600 });
    await reportsSay(id);
    const past = await manager.must('GET', `/source-alarms/history?sourceId=${id}`);
    expect(past.items).toMatchObject([
      { kind: 'blind', alarmId: alarms[0].id, from: iso(10), to: iso(11), reason: 'unreachable', notes: [{ code: 'unreachable' }], blindSeconds: 3600, lateMentions: 1, unheardSeconds: 0, told: [], acknowledgedBy: null },
    ]); // prettier-ignore
  }, 60_000);

  it('of which a feed shows only the end: what was lost is said', async () => {
    now = at(9).getTime();
    const id = await connect();
    await listen(id, at(9), at(10));
    feed.mood = 'away';
    await run(at(10, 1), at(10, 59));
    feed.entries = [];
    feed.add('Anadolu Hat again', at(10, 45));
    feed.add('Something else', at(10, 50));
    feed.mood = 'well';
    await listen(id, at(11), at(11, 30));
    const { lines, ...shares } = await health(id, at(9), at(11));
    expect(lines[1]).toMatchObject({ state: 'blind', from: iso(10), to: iso(11), unheardFrom: iso(10), unheardTo: iso(10, 45) });
    expect(shares).toMatchObject({ live: 0.5, heard: 1 - 45 / 120, unheardSeconds: 45 * 60 });
    const { items } = await manager.must('GET', '/source-alarms/history?kind=blind');
    expect(items).toMatchObject([
      { to: iso(11), blindSeconds: 3600, unheardSeconds: 45 * 60, unheardFrom: iso(10), unheardTo: iso(10, 45), lateMentions: 1 },
    ]);
  }, 60_000);

  it('in which the desk itself did not run: known from its last sign of life, without an alarm', async () => {
    const pulse = desk.app.get(DeskPulse);
    now = at(9).getTime();
    const id = await connect();
    await listen(id, at(9), at(10));
    await desk.db.query('delete from desk_pulse');
    now = at(10).getTime();
    await pulse.beat('worker');
    // … killed here, started again an hour later; it leaves a sign of life before it polls.
    now = at(11).getTime();
    await pulse.beat('worker');
    await run(at(11), at(11), { watchman: false });
    await listen(id, at(11, 1), at(12));
    const { lines, live, heard } = await health(id, at(9), at(12));
    expect(lines.map((l: any) => [l.state, l.from, l.to, l.reason])).toEqual([
      ['listening', iso(9), iso(10), null],
      ['blind', iso(10), iso(11), 'desk-down'],
      ['listening', iso(11), null, null],
    ]);
    expect([live, heard]).toEqual([2 / 3, 1]);
    expect(await told()).toEqual([]);
    // Among past alarms it stands as what it is: a blind hour of which nobody could be told.
    const { items } = await manager.must('GET', '/source-alarms/history');
    expect(items).toMatchObject([
      { kind: 'blind', alarmId: null, from: iso(10), to: iso(11), reason: 'desk-down', blindSeconds: 3600, told: [] },
    ]);
  }, 60_000);

  it('in which nobody asked, though the desk has doors open: found without a poll, and alarmed', async () => {
    now = at(9).getTime();
    const id = await connect();
    await listen(id, at(9), at(10));
    await desk.db.query(`insert into desk_pulse values ('worker', $1) on conflict (role) do update set at = excluded.at`, [
      at(10),
    ]);
    for (now = at(10, 1).getTime(); now < at(10, 30).getTime(); now += STEP) await desk.app.get(Watchman).run();
    expect(await told()).toEqual(['source.blind']);
    const { lines } = await health(id, at(9), at(11));
    expect(lines.at(-1)).toMatchObject({ state: 'blind', from: iso(10), to: null, reason: 'desk-down' });
    now = at(11).getTime();
    await listen(id, at(11), at(11, 1));
    expect((await health(id, at(9), at(11, 1))).lines.at(-1)).toMatchObject({ state: 'listening', from: iso(11) });
    expect(await told()).toEqual(['source.blind', 'source.sighted']);
  }, 60_000);
});

describe('coverage of many spans at once', () => {
  it('is what the rule says of each, whatever is in the ledgers', async () => {
    now = at(9).getTime();
    const ids = [await connect(), await connect({ name: 'Another' })];
    const { items: known } = await manager.must('GET', '/sources');
    const kinds = new Map(known.map((source: any) => [source.id, source.kind]));
    const hours = (n: number) => new Date(DAY + n * 3_600_000);
    for (const id of ids) {
      await desk.db.query('delete from source_health where source_id = $1', [id]);
      const states = ['listening', 'blind', 'degraded', 'off', 'blind', 'listening', 'blind'];
      for (const [i, state] of states.entries()) {
        const from = hours(i * 2 + Number(id) / 1000);
        const to = i === 6 ? null : hours((i + 1) * 2 + Number(id) / 1000);
        const lost = state === 'blind' && i === 1 ? [from, hours(i * 2 + 0.75)] : [null, null];
        await desk.db.query(
          `insert into source_health (source_id, state, from_at, to_at, unheard_from, unheard_to) values ($1, $2, $3, $4, $5, $6)`,
          [id, state, from, to, ...lost],
        );
      }
    }
    const stretches = await desk.db.query<Stretch & { id: string }>(
      `select source_id as id, state, from_at as "from", to_at as "to", unheard_from as "unheardFrom", unheard_to as "unheardTo" from source_health`,
    );
    const spans = Array.from({ length: 40 }, (_, n) => ({
      from: hours((n * 7) % 13),
      to: hours(((n * 7) % 13) + 0.1 + (n % 5) * 1.7),
      ...(n % 3 === 0 && { sourceIds: [ids[0] as string] }),
      ...(n % 7 === 0 && { networks: ['x'] }),
    }));
    const asked = await coverageShares(desk.db, spans);
    for (const [n, { from, to, sourceIds, networks }] of spans.entries()) {
      const about = stretches.filter(
        ({ id }) => (!sourceIds || sourceIds.includes(id)) && (!networks || kinds.get(id) === 'webhook'),
      );
      const sum = heardWithin(about, from, to);
      expect([n, asked[n]?.blindSeconds.toFixed(3), asked[n]?.unheardSeconds.toFixed(3), asked[n]?.degradedSeconds.toFixed(3), asked[n]?.live?.toFixed(9)]) // prettier-ignore
        .toEqual([
          n,
          (sum.blind / 1000).toFixed(3),
          (sum.unheard / 1000).toFixed(3),
          (sum.degraded / 1000).toFixed(3),
          liveShare(sum)?.toFixed(9),
        ]);
    }
  });
});

describe('an alarm', () => {
  it('comes at once when the network forbids, and once however often the source flaps', async () => {
    now = at(9).getTime();
    const id = await connect();
    await listen(id, at(9), at(9, 5));
    for (let minute = 6; minute < 26; minute += 2) {
      feed.mood = 403;
      now = at(9, minute).getTime();
      await steady(id);
      await run(at(9, minute), at(9, minute));
      if (minute === 6) expect(await told()).toEqual(['source.blind']);
      feed.mood = 'well';
      now = at(9, minute + 1).getTime();
      await steady(id);
      await run(at(9, minute + 1), at(9, minute + 1));
    }
    expect(await told()).toEqual(['source.blind', 'source.sighted']);
    expect((await manager.must('GET', '/source-alarms')).items).toMatchObject([{ episodes: 10 }]);
    // It goes dark for good: whoever was told that it recovered is told the contrary.
    feed.mood = 403;
    await run(at(9, 27), at(10, 30));
    expect(await told()).toEqual(['source.blind', 'source.sighted', 'source.blind']);
  }, 60_000);

  it('is taken notice of by a person, once', async () => {
    now = at(9).getTime();
    await connect();
    feed.mood = 403;
    await run(at(9), at(9, 1));
    const [alarm] = (await manager.must('GET', '/source-alarms')).items;
    const seen = await manager.must('POST', `/source-alarms/${alarm.id}/acknowledge`);
    expect(seen).toMatchObject({ acknowledgedAt: iso(9, 1), acknowledgedBy: { name: expect.any(String) } });
    now = at(9, 2).getTime();
    expect((await desk.admin.must('POST', `/source-alarms/${alarm.id}/acknowledge`)).acknowledgedBy).toEqual(seen.acknowledgedBy);
    expect((await desk.admin.post('/source-alarms/999/acknowledge')).status).toBe(404);
  }, 60_000);
});

describe('past alarms', () => {
  it('page by page, by kind and by source: who was told by which way, how long it was, what it cost', async () => {
    now = at(9).getTime();
    const id = await connect();
    const other = await connect({ name: 'Another' });
    await desk.db.query('delete from source_health');
    const alarm = await desk.db.one<{ id: string }>(
      `insert into source_alarm (source_id, at, blind_since, reason, ended_at) values ($1, $2, $3, 'forbidden', $4) returning id`,
      [id, at(10, 2), at(10), at(11)],
    );
    await desk.db.query(
      `insert into source_health (source_id, state, from_at, to_at, reason, unheard_from, unheard_to, late_mentions) values
         ($1, 'blind', $3, $4, 'forbidden', null, null, 2), ($1, 'listening', $4, $5, null, null, null, null), ($1, 'blind', $5, $6, 'forbidden', $5, $6, 0),
         ($2, 'degraded', $3, $4, 'truncated', null, null, null), ($2, 'degraded', $6, null, 'throttled', null, null, null)`,
      [id, other, at(10), at(10, 30), at(10, 40), at(11)],
    );
    const escalation = await desk.db.one<{ id: string }>(
      `insert into escalation (reason, trigger, alarm_id, at) values ('source-blind', 'source-blind', $1, $2) returning id`,
      [alarm?.id, at(10, 2)],
    );
    const me = await manager.must('GET', '/me');
    await desk.db.query(
      `insert into notice (escalation_id, rung, channel, person_id, state, at, sent_at, receipt, problem) values ($1, 0, 'email', $2, 'sent', $3, $4, '250 ok', null),
         ($1, 1, 'push', $2, 'failed', $4, null, null, 'no browser')`,
      [escalation?.id, me.id, at(10, 2), at(10, 3)],
    );
    const heard: any[] = [];
    for (let cursor = ''; ;) {
      const page = await manager.must('GET', `/source-alarms/history?limit=1${cursor && `&cursor=${cursor}`}`);
      heard.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(heard.map((one) => [one.kind, one.source.id, one.from, one.to])).toEqual([
      ['degraded', other, iso(11), null],
      ['degraded', other, iso(10), iso(10, 30)],
      ['blind', id, iso(10), iso(11)],
    ]);
    expect(heard[2]).toMatchObject({
      alarmId: alarm?.id, blindSeconds: 50 * 60, unheardSeconds: 20 * 60, unheardFrom: iso(10, 40), unheardTo: iso(11), lateMentions: 2,
      told: [{ to: me.name, channel: 'email', state: 'sent', at: iso(10, 3), problem: null }, { to: me.name, channel: 'push', state: 'failed', problem: 'no browser' }],
    }); // prettier-ignore
    const some = async (query: string) =>
      (await manager.must('GET', `/source-alarms/history?${query}`)).items.map((one: any) => one.kind);
    expect([await some('kind=blind'), await some(`kind=degraded&sourceId=${id}`), await some(`sourceId=${other}`)]).toEqual([['blind'], [], ['degraded', 'degraded']]); // prettier-ignore
    expect((await manager.get('/source-alarms/history?cursor=none')).body).toMatchObject({ code: 'invalid-cursor' });
  });
});

describe('silence', () => {
  it('longer than a person expects makes a source blind that answers well; a post ends it', async () => {
    now = at(9).getTime();
    const id = await connect({ quietSeconds: 7200, intervalSeconds: 3600 });
    await listen(id, at(9), at(9, 1));
    await run(at(10, 59), at(10, 59));
    expect((await health(id, at(9), at(11))).health).toBe('listening');
    await run(at(11, 2), at(11, 2));
    expect((await health(id, at(9), at(12))).lines.at(-1)).toMatchObject({ state: 'blind', from: iso(9), reason: 'silent' });
    // Its polls end well: why it is blind is what the ledger says, not how the last one ended.
    const silent = { health: 'blind', healthReason: 'silent', lastOutcome: 'empty', lastNotes: [] };
    expect(await manager.must('GET', `/sources/${id}`)).toMatchObject(silent);
    expect(await told()).toEqual(['source.blind']);
    feed.add('Anadolu Hat speaks again', at(11, 3));
    await listen(id, at(11, 4), at(11, 5));
    const after = await health(id, at(9), at(11, 5));
    expect(after).toMatchObject({ health: 'listening', heard: 1, cadence: { quietSeconds: 7200, silentSince: iso(11, 4) } });
    await desk.admin.must('PATCH', `/sources/${id}`, { quietSeconds: 0 });
    await run(at(20), at(20));
    expect((await health(id, at(9), at(20))).health).toBe('listening');
  }, 60_000);

  it('is learned from what a source brought, hour by hour', async () => {
    now = at(-28 * 24).getTime();
    const id = await connect();
    await desk.db.query(
      `insert into source_arrival (source_id, hour, arrivals, posts)
       select $1, hour, 10, 12 from generate_series($2::timestamptz, $3::timestamptz, '1 hour') as hour where extract(hour from hour) between 8 and 19`,
      [id, at(-28 * 24), at(8)],
    );
    await listen(id, at(9), at(9));
    const { cadence } = await health(id, at(9), at(10));
    expect(cadence.arrivalsPerDay).toBeGreaterThan(110);
    expect(cadence.learnedQuietSeconds).toBeGreaterThan(30 * 60);
    expect(cadence.learnedQuietSeconds).toBeLessThan(3 * 3600);
    await listen(id, at(14), at(14));
    const { lines } = await health(id, at(9), at(14));
    expect(lines.at(-1)).toMatchObject({ state: 'blind', from: iso(9), reason: 'silent' });
  }, 60_000);
});

describe('a source that is called', () => {
  it('listens from its first post; when the desk was away, that time is blind and nobody can say what was missed', async () => {
    now = at(9).getTime();
    const hook = await desk.webhook();
    await hook.push([aPost({ postedAt: iso(9) })]);
    now = at(9, 1).getTime();
    expect((await health(hook.id, at(8), at(9, 1))).lines).toMatchObject([{ state: 'listening', from: iso(9) }]);
    const pulse = desk.app.get(DeskPulse);
    await desk.db.query(`insert into desk_pulse values ('api', $1) on conflict (role) do update set at = excluded.at`, [at(10)]);
    now = at(10, 30).getTime();
    await pulse.beat('api');
    now = at(10, 30).getTime() + 1;
    const { lines, live, heard } = await health(hook.id, at(9), at(10, 30));
    expect(lines[1]).toMatchObject({ state: 'blind', from: iso(10), to: iso(10, 30), reason: 'desk-down', unheardFrom: iso(10), unheardTo: iso(10, 30) }); // prettier-ignore
    expect([live, heard]).toEqual([2 / 3, 2 / 3]);
  }, 60_000);

  it('is off while it is switched off, and that counts for nothing', async () => {
    now = at(9).getTime();
    const hook = await desk.webhook();
    await hook.push([aPost({ postedAt: iso(9) })]);
    now = at(10).getTime();
    await desk.admin.must('PATCH', `/sources/${hook.id}`, { enabled: false });
    now = at(11).getTime();
    await desk.admin.must('PATCH', `/sources/${hook.id}`, { enabled: true });
    await hook.push([aPost({ postedAt: iso(11) })]);
    now = at(12).getTime();
    const { lines, live } = await health(hook.id, at(9), at(12));
    expect(lines.map((l: any) => [l.state, l.from, l.to])).toEqual([
      ['listening', iso(9), iso(10)],
      ['off', iso(10), iso(11)],
      ['listening', iso(11), null],
    ]);
    expect(live).toBe(1);
  }, 60_000);
});
