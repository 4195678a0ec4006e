/** Service standards through the doors of a whole desk: drafts, versions, order, refusals, and what a case is promised by them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FireDueClocks } from '../../src/clocks/fire-due-clocks.js';
import { addEvent } from '../../src/outbox/append.js';
import { CountDecided } from '../../src/standards/count-decided.handler.js';
import { ReplayCases } from '../../src/standards/replay-cases.js';
import { Clock } from '../../src/platform/clock.js';
import { eventually } from '../support/desk-process.js';
import { aPost, startDesk, type Client, type Desk, type Webhook } from '../support/desk.js';

/** Events are read once nothing older is being written, on the whole server: other tests write too, some a hundred thousand rows at once. */
const A_LONG_WRITE_MS = 40_000;

let desk: Desk;
let hook: Webhook;
let manager: Client;
let now = new Date('2026-11-23T08:00:00.000Z');
beforeAll(async () => {
  desk = await startDesk({ ROLES: 'api' });
  desk.app.get(Clock).now = () => now;
  hook = await desk.webhook();
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  manager = await desk.person(['manager', 'responder']);
}, 60_000);
afterAll(() => desk.stop());

const list = () => manager.must('GET', '/standards');
const terms = (more: object) => ({ clock: 'resolve', scope: {}, targetSeconds: 7200, percent: 80, ...more });
const publish = (id: string, reason = 'because') => manager.must('POST', `/standards/${id}/publish`, { reason });
async function hear(text?: string): Promise<string> {
  await hook.push([aPost({ postedAt: now.toISOString(), ...(text && { text }) })]);
  return String((await desk.db.one<{ id: string }>(`select max(id) as id from desk_case`))?.id);
}
const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));

describe('standards', () => {
  it('begin as the first targets were, one for each kind and priority, without gaps', async () => {
    const { items, overlaps, gaps } = await list();
    expect(items).toHaveLength(8);
    expect(items[0].inForce).toMatchObject({ version: 1, terms: { clock: 'acknowledge', targetSeconds: 300, percent: 90, calendarId: null }, by: null });
    expect(items[0].inForce.sentence.replaceAll('\u00a0', ' ')).toBe('We acknowledge 90 % of cases within 5 minutes (around the clock; priority: urgent; counted over 30 days)');
    expect([overlaps, gaps]).toEqual([[], []]);
  }); // prettier-ignore

  it('are drafts until published, keep their versions with who and why, and hold for cases that open from then on', async () => {
    const before = await hear();
    const { id, draft, inForce } = await manager.must('POST', '/standards', { terms: terms({}) });
    expect([draft.terms.targetSeconds, inForce]).toEqual([7200, null]);
    expect((await manager.must('GET', `/cases/${before}`)).clocks).toHaveLength(2);
    await publish(id, 'Customers ask for it');
    const first = await hear();
    await manager.must('PUT', `/standards/${id}/draft`, { terms: terms({ targetSeconds: 3600 }) });
    await publish(id, 'Faster');
    const second = await hear();
    const spans = async (caseId: string) =>
      (await manager.must('GET', `/cases/${caseId}`)).clocks
        .filter((k: { kind: string }) => k.kind === 'resolve')
        .map((k: { startedAt: string; dueAt: string }) => (Date.parse(k.dueAt) - Date.parse(k.startedAt)) / 1000);
    expect([await spans(before), await spans(first), await spans(second)]).toEqual([[], [7200], [3600]]);
    const { items: versions } = await manager.must('GET', `/standards/${id}/versions`);
    expect(versions.map((v: { version: number; reason: string }) => [v.version, v.reason])).toEqual([[2, 'Faster'], [1, 'Customers ask for it']]); // prettier-ignore
    const { items: history } = await manager.must('GET', '/standards/history');
    expect(history[0]).toMatchObject({ what: 'published', version: 2, reason: 'Faster', standardId: id });
  });

  it('are judged in order: the first that fits holds, and the desk says where they meet', async () => {
    const { id } = await manager.must('POST', '/standards', { terms: terms({ scope: { intents: ['complaint'] }, targetSeconds: 60 }) });
    await publish(id);
    const all = (await list()).items.map((s: { id: string }) => s.id);
    expect((await list()).overlaps).toEqual([{ clock: 'resolve', first: all.at(-2), second: id, hidden: true }]);
    const moved = await manager.must('POST', '/standards/order', { ids: [id, ...all.slice(0, -1)], reason: 'Complaints first' });
    expect(moved.overlaps).toEqual([{ clock: 'resolve', first: id, second: all.at(-2), hidden: false }]);
    const caseId = await hear();
    const recorded = await manager.must('GET', `/cases/${caseId}/clocks`);
    expect(recorded.clocks.find((k: { kind: string }) => k.kind === 'resolve')).toMatchObject({ standardId: id });
    expect((await manager.post('/standards/order', { ids: [id], reason: 'Only one' })).body).toMatchObject({ errors: [{ at: 'ids' }] });
    await manager.must('POST', `/standards/${id}/retire`, { reason: 'Not needed' });
    expect((await list()).items.map((s: { id: string }) => s.id)).not.toContain(id);
    expect((await manager.must('GET', `/cases/${caseId}`)).clocks.map((k: { kind: string }) => k.kind)).toContain('resolve');
  }); // prettier-ignore

  it('are refused with the reason when nobody could keep them, and say what they would catch', async () => {
    const never = { zone: 'UTC', week: { mon: [{ from: '09:00', to: '09:30' }], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } };
    const calendar = await manager.must('POST', '/calendars', { name: 'Half an hour a week', rules: never });
    const bad: [object, string[]][] = [
      [{ targetSeconds: 0, percent: 100 }, ['perfect-at-once']],
      [{ targetSeconds: 0 }, ['no-time']],
      [{ percent: 0 }, ['no-share']],
      [{ unacceptableSeconds: 7200 }, ['unacceptable-too-soon']],
      [{ targetSeconds: 90_000, windowDays: 1 }, ['longer-than-window']],
      [{ calendarId: calendar.id, windowDays: 7 }, ['calendar-never-opens']],
      [{ calendarId: '999' }, ['calendar-gone']],
      [{ scope: { intents: ['spam'] } }, ['opens-no-case']],
    ];
    for (const [more, codes] of bad) {
      const checked = await manager.must('POST', '/standards/check', { terms: terms(more) });
      expect(checked.faults.map((f: { code: string }) => f.code)).toEqual(codes);
      const { id } = await manager.must('POST', '/standards', { terms: terms(more) });
      expect(await manager.post(`/standards/${id}/publish`, { reason: 'try it' })).toMatchObject({ status: 422, body: { code: 'standard-impossible', data: { faults: codes } } });
      await manager.must('DELETE', `/standards/${id}/draft`);
    }
    const checked = await manager.must('POST', '/standards/check', { terms: terms({ clock: 'follow-up', scope: { intents: ['complaint'] } }) });
    expect(checked).toMatchObject({ faults: [], looked: 4, fits: 4, caught: 4 });
    expect(checked.sample[0].intent).toBe('complaint');
    const used = await manager.must('POST', '/standards', { terms: terms({ calendarId: calendar.id, targetSeconds: 60 }) });
    await publish(used.id);
    expect((await manager.call('DELETE', `/api/v1/calendars/${calendar.id}`)).body).toMatchObject({ code: 'calendar-in-use' });
    await manager.must('POST', `/standards/${used.id}/retire`, { reason: 'for a test' });
  }, 30_000); // prettier-ignore
});

describe('customers in tiers', () => {
  it('are marked one by one or from a file, and a standard may be for them only', async () => {
    const from = async (handle: string) => {
      await hook.push([aPost({ postedAt: now.toISOString(), network: 'forum', author: { handle, name: handle } })]);
      const row = await desk.db.one<{ id: string }>(`select max(id) as id from desk_case`);
      return manager.must('GET', `/cases/${row?.id}`);
    };
    const imported = await manager.must('POST', '/customer-tiers/import', { csv: 'network;handle;tier\nforum;@Zeynep;VIP\nforum;emre;vip\nforum;;VIP\nforum;ali;Gold' });
    expect(imported).toEqual({ added: 3, changed: 0, removed: 0, same: 0, refused: [{ line: 4, why: 'handle' }] });
    const again = await manager.must('POST', '/customer-tiers/import', { csv: 'forum,zeynep,ViP\nforum,emre,Gold\nforum,ali,\nforum,nobody,' });
    expect(again).toMatchObject({ added: 0, changed: 1, removed: 1, same: 2, refused: [] });
    expect((await manager.must('GET', '/customer-tiers')).items).toEqual([{ tier: 'Gold', customers: 1 }, { tier: 'VIP', customers: 1 }]);
    const { id } = await manager.must('POST', '/standards', { terms: terms({ clock: 'follow-up', scope: { tiers: ['VIP'] }, targetSeconds: 600 }) });
    await publish(id);
    expect((await manager.must('GET', `/standards/${id}`)).inForce.sentence).toContain('from customers of tier “VIP”');
    const vip = await from('zeynep');
    const other = await from('somebody');
    expect([vip.card.tier, vip.customer.tier, other.card.tier]).toEqual(['VIP', 'VIP', null]);
    const promised = async (caseId: string) => {
      await manager.must('POST', `/cases/${caseId}/resolve`, { outcome: 'solved' });
      return (await manager.must('GET', `/cases/${caseId}`)).clocks.some((k: { kind: string }) => k.kind === 'follow-up');
    };
    expect([await promised(vip.card.id), await promised(other.card.id)]).toEqual([true, false]);
    expect(await manager.must('POST', '/standards/check', { terms: terms({ clock: 'promised-date', scope: { tiers: ['VIP'] } }) })).toMatchObject({ caught: 1 });
    // The account itself, whatever it will be called; the mark is on show at once and holds for the next case.
    await manager.must('POST', '/customer-tiers/marks', { authorId: other.card.author.id, tier: 'VIP' });
    expect((await manager.must('GET', `/cases/${other.card.id}`))).toMatchObject({ card: { tier: null }, customer: { tier: 'VIP' } });
    expect((await from('somebody')).card.tier).toBe('VIP');
    const marks = await manager.must('GET', '/customer-tiers/marks?q=some');
    expect(marks.items).toMatchObject([{ network: 'forum', namedBy: 'account', tier: 'VIP' }]);
    const gone = await desk.admin.must('POST', '/erasures', { network: 'forum', handle: 'zeynep' });
    expect(gone).toMatchObject({ removed: { customer_mark: 1 }, remaining: {} });
    await manager.must('DELETE', `/customer-tiers/marks/${marks.items[0].id}`);
    expect((await from('somebody-else')).card.tier).toBeNull();
    expect((await manager.must('GET', '/customer-tiers')).items).toEqual([{ tier: 'Gold', customers: 1 }]);
    await manager.must('POST', `/standards/${id}/retire`, { reason: 'for a test' });
  }, 30_000);
}); // prettier-ignore

describe('a what-if', () => {
  it('replays what was, side by side with what would have been, and can be cancelled', async () => {
    const id = await hear();
    later(20);
    await manager.must('POST', `/cases/${id}/acknowledge`, { delivery: 'by-hand' });
    const asked = { terms: { clock: 'acknowledge', scope: {}, targetSeconds: 600, percent: 90 }, weeks: 1 };
    const { items } = await list();
    const first = items.findIndex((s: { inForce: { terms: { clock: string } } }) => s.inForce.terms.clock === 'acknowledge');
    const begun = await manager.must('POST', '/what-if', { ...asked, standardId: items[first].id });
    expect(begun).toMatchObject({ state: 'running', done: 0 });
    await desk.app.get(ReplayCases).run();
    const done = await manager.must('GET', `/what-if/${begun.id}`);
    expect(done).toMatchObject({ state: 'done', total: done.done });
    const kept = await desk.db.one<{ met: number; late: number }>(
      `select count(*) filter (where stopped_at is not null and stopped_at <= due_at)::int as met, count(*) filter (where coalesce(stopped_at, $1) > due_at)::int as late from clock where kind = 'acknowledge' and not cancelled`,
      [now],
    );
    expect([done.before.met, done.before.late]).toEqual([kept?.met, kept?.late]);
    expect(done.after.clocks).toBe(done.before.clocks);
    expect(done.after.late).toBe(done.before.late + done.worse - done.better);
    expect(done.after.late).toBeGreaterThan(0);
    const other = await manager.must('POST', '/what-if', asked);
    expect((await manager.must('DELETE', `/what-if/${other.id}`)).state).toBe('cancelled');
    await desk.app.get(ReplayCases).run();
    expect((await manager.must('GET', `/what-if/${other.id}`)).done).toBe(0);
    expect((await manager.post('/what-if', { terms: { ...asked.terms, percent: 0 } })).body).toMatchObject({ code: 'standard-impossible' });
  });

  it('forecasts what customers would have waited with other people, in the order of the queue', async () => {
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
    const staffing = { zone: 'UTC', shifts: [{ days, from: '00:00', to: '24:00', people: 1 }], handlingSeconds: 300 };
    const terms = { clock: 'human-response', scope: {}, targetSeconds: 420, percent: 90 };
    const { items } = await list();
    await manager.must('POST', '/standards/order', { ids: items.map((s: { id: string }) => s.id), reason: 'As it was' });
    const { id } = items.find((s: { inForce: { terms: { clock: string } } }) => s.inForce.terms.clock === 'human-response');
    await Promise.all(Array.from({ length: 3 }, () => hear()));
    later(60);
    const replayed = async (more: object) => {
      const begun = await manager.must('POST', '/what-if', { terms: { ...terms, scope: { priorities: ['high'] } }, standardId: id, weeks: 1, ...more });
      await desk.app.get(ReplayCases).run();
      return manager.must('GET', `/what-if/${begun.id}`);
    };
    const plain = await replayed({});
    expect([plain.state, plain.staffed]).toEqual(['done', null]);
    const one = await replayed({ staffing });
    const many = await replayed({ staffing: { ...staffing, shifts: [{ ...staffing.shifts[0], people: 50 }] } });
    expect([one.before, one.after]).toEqual([plain.before, plain.after]);
    expect(one.staffed).toMatchObject({ handlingSeconds: 300, unanswered: 0, kept: { open: 0 } });
    // Each post of these tests came alone but the last three, of which one person answers one after the other.
    expect(many.staffed).toMatchObject({ forecast: { medianSeconds: 300, p90Seconds: 300 }, kept: { late: 0, met: one.staffed.kept.clocks } });
    expect(one.staffed.kept.late).toBeGreaterThanOrEqual(2);
    expect(one.staffed.forecast.answered).toBe(many.staffed.forecast.answered);
    expect(many.staffed.busyShare).toBeCloseTo(one.staffed.busyShare / 50, 6);
    const refused = await manager.post('/what-if', { terms: { ...terms, clock: 'resolve' }, weeks: 1, staffing });
    expect(refused.body).toMatchObject({ code: 'invalid-body', errors: [{ at: 'staffing' }] });
    const wrong = await manager.post('/what-if', { terms, weeks: 1, staffing: { ...staffing, shifts: [{ days, from: '17:00', to: '09:00', people: 1 }] } });
    expect(wrong.body).toMatchObject({ code: 'invalid-body', errors: [{ at: 'staffing.shifts[0].to' }] });
  });
}); // prettier-ignore

describe('a case', () => {
  const at = (id: string, verb: string, body: object = {}) => manager.post(`/cases/${id}/${verb}`, body);

  it('stands still while it waits for the customer, is promised a date, leaves the count with a reason and under a cap', async () => {
    const { id: standard } = await manager.must('POST', '/standards', { terms: terms({ clock: 'next-update', pausesWhileWaiting: true, exclusionCapPercent: 20 }) });
    await publish(standard);
    const { id: dated } = await manager.must('POST', '/standards', { terms: terms({ clock: 'promised-date', targetSeconds: 0 }) });
    await publish(dated);
    const id = await hear();
    await at(id, 'reply', { text: 'Which number is it?', delivery: 'by-hand' });
    later(10);
    const waiting = (await at(id, 'wait', { note: 'asked for the number' })).body;
    expect(waiting.card.pausedAt).toBe(now.toISOString());
    expect(waiting.clocks.find((k: { kind: string }) => k.kind === 'next-update')).toMatchObject({ state: 'paused' });
    expect((await at(id, 'wait')).body).toMatchObject({ code: 'case-waits-already' });
    later(600);
    const resumed = (await at(id, 'resume')).body;
    const next = resumed.clocks.find((k: { kind: string }) => k.kind === 'next-update');
    expect([next.state, Date.parse(next.dueAt) - now.getTime()]).toEqual(['running', (7200 - 600) * 1000]);
    expect((await at(id, 'promise', { until: '2020-01-01T00:00:00Z' })).body).toMatchObject({ code: 'invalid-body', errors: [{ at: 'until' }] });
    const until = new Date(now.getTime() + 3_600_000).toISOString();
    expect((await at(id, 'promise', { until })).body.clocks.find((k: { kind: string }) => k.kind === 'promised-date')).toMatchObject({ dueAt: until });

    expect((await at(id, 'exclude', { reason: 'x' })).status).toBe(400);
    const out = (await at(id, 'exclude', { reason: 'A rehearsal of ours' })).body;
    expect(out.card.excludedAt).toBe(now.toISOString());
    expect(out.clocks.every((k: { stoppedAt: string }) => k.stoppedAt !== null)).toBe(true);
    const other = await hear();
    expect((await at(other, 'exclude', { reason: 'Another one' })).body).toMatchObject({ code: 'exclusion-cap', data: { excluded: 1, most: 1 } });
    expect((await at(id, 'include', { reason: 'It was real' })).body.card.excludedAt).toBeNull();
  }); // prettier-ignore

  it('can be replayed at any moment, by what the desk knew then', async () => {
    const id = await hear();
    const opened = now;
    later(30);
    await at(id, 'claim');
    later(30);
    await at(id, 'reply', { text: 'It is repaired.', delivery: 'by-hand' });
    await desk.app.get(FireDueClocks).run();
    const recorded = await manager.must('GET', `/cases/${id}/clocks`);
    const human = recorded.clocks.find((k: { kind: string }) => k.kind === 'human-response');
    expect(human).toMatchObject({ state: 'met', episode: 1, blindSeconds: 0, queueSeconds: 1800, ownSeconds: 1800 });
    const fact = (name: string) => recorded.facts.find((f: { id: string }) => f.id === name);
    expect([fact(human.startedBy).kind, fact(human.stoppedBy).kind]).toEqual(['posted', 'answered']);
    const then = await manager.must('GET', `/cases/${id}/clocks?at=${new Date(opened.getTime() + 60_000).toISOString()}`);
    expect(then.clocks.find((k: { kind: string }) => k.kind === 'human-response')).toMatchObject({
      state: 'running',
      stoppedAt: null,
    });
    expect(then.facts.map((f: { kind: string }) => f.kind)).toEqual(['posted']);
  });

  it('counts in the attainment of its standards', async () => {
    const { items } = await manager.must('GET', '/standards/attainment?weeks=2');
    const { items: standards } = await list();
    const human = standards.find((s: { inForce: { terms: { clock: string; scope: { priorities: string[] } } } }) => s.inForce?.terms.clock === 'human-response');
    expect(items).toHaveLength(standards.filter((s: { inForce: object }) => s.inForce).length);
    const counted = items.reduce((sum: number, i: { window: { met: number } }) => sum + i.window.met, 0);
    expect(counted).toBeGreaterThan(0);
    const rows = await desk.db.one<{ met: number }>(
      `select count(*)::int as met from clock k join desk_case c on c.id = k.case_id where stopped_at is not null and k.breached_at is null and not cancelled and excluded_at is null
         and promise_id in (select p.id from promise p join standard_version v on v.id = p.standard_version_id join standard s on s.id = v.standard_id where s.retired_at is null)`,
    );
    expect(counted).toBe(rows?.met);
    expect(items.find((i: { standardId: string }) => i.standardId === human.id).weeks).toHaveLength(2);
    // Each figure opens: as many clocks as it counts, with whose part of the wait was the longest, leaf by leaf.
    let late = 0;
    for (const { standardId, window } of items) {
      const behind = async (show: string) => {
        const found: { caseId: string; late: string | null }[] = [];
        for (let cursor = ''; ;) {
          const page = await manager.must('GET', `/standards/${standardId}/clocks?show=${show}&limit=2${cursor && `&cursor=${cursor}`}`);
          found.push(...page.items);
          if (page.nextCursor === null) return found;
          cursor = page.nextCursor;
        }
      };
      for (const show of ['met', 'late', 'excluded', 'withdrawn']) expect(await behind(show)).toHaveLength(window[show]);
      for (const one of await behind('late')) expect(['blind', 'queue', 'own']).toContain(one.late);
      late += window.late;
    }
    expect(late).toBeGreaterThan(0);
  }); // prettier-ignore

  it('counts by the hour what the clocks say, also when a case leaves the count', async () => {
    const view = async () => (await manager.must('GET', '/standards/attainment?weeks=1')).items;
    const byClocks = await view();
    const count = async () => {
      while ((await desk.app.get(CountDecided).run()) > 0);
    };
    const uncounted = () => desk.db.one<{ n: number }>(`select count(*)::int as n from clock where counted is null and promise_id is not null and coalesce(breached_at, stopped_at) is not null`); // prettier-ignore
    await eventually(async () => {
      await Promise.all([count(), count()]);
      return (await uncounted())?.n === 0 ? true : undefined;
    }, A_LONG_WRITE_MS);
    expect(await view()).toEqual(byClocks);
    const sums = (items: { window: Record<string, number> }[]) =>
      ['met', 'late', 'excluded'].map((name) => items.reduce((sum, { window }) => sum + (window[name] ?? 0), 0));
    const [met = 0, late = 0, excluded = 0] = sums(byClocks);
    expect(met).toBeGreaterThan(0);
    const taken = await desk.db.one<{ id: string; met: number; late: number }>(
      `select case_id as id, count(*) filter (where counted = 1)::int as met, count(*) filter (where counted in (2, 3))::int as late from clock
       where counted between 1 and 3 and promise_id in (select p.id from promise p join standard_version v on v.id = p.standard_version_id
         join standard s on s.id = v.standard_id where s.retired_at is null) group by 1 having bool_and(stopped_at is not null) order by 2 desc limit 1`,
    );
    await desk.db.query(`update desk_case set excluded_at = now() where id = $1`, [taken?.id]);
    await desk.db.transaction((tx) => addEvent(tx, now, 'case.changed', { caseId: String(taken?.id), why: 'excluded' }));
    const [metThen = 0, lateThen = 0, excludedThen = 0] = await eventually(async () => {
      await count();
      const then = sums(await view());
      return (then[2] ?? 0) > excluded ? then : undefined;
    }, A_LONG_WRITE_MS);
    expect([metThen, lateThen]).toEqual([met - (taken?.met ?? 0), late - (taken?.late ?? 0)]);
    expect(excludedThen).toBeGreaterThan(excluded);
  });
});
