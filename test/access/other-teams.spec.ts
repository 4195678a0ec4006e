/** Nothing of one team is seen or changed by another, whatever the role: every route that names a thing says "there is no such thing". */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { TeamView } from '#libs/contracts/views/people.js';
import { listRoutes } from '../../src/platform/openapi/routes.js';
import { aPost, startDesk, type Client, type Desk } from '../support/desk.js';

/** A word that stands only in the first team's post. */
const CANARY = 'zanzibarquux';
/** Things of the house, not of a team. */
const HOUSE =
  /^\/api\/v1\/(accounts|sources|source-alarms|people|tokens|learning|calendars|customer-tiers|standards|ladders|alarm-hooks|duties)\//;

let desk: Desk;
let stranger: Client;
const ids: Record<string, string> = {};

beforeAll(async () => {
  desk = await startDesk();
  const team = await desk.admin.must<TeamView>('POST', '/teams', { name: 'Others' });
  stranger = await desk.person(['viewer', 'responder', 'manager', 'administrator'], { teamIds: [team.id] });
  ids['watches'] = String(
    (await desk.admin.must('POST', '/watches', { name: CANARY, kind: 'brand', query: '"anadolu hat"' })).id,
  );
  const hook = await desk.webhook();
  await hook.push([aPost({ text: `Anadolu Hat is down again, ${CANARY}, unacceptable! Fix it!` })]);
  const row = await desk.db.one<{ case_id: string; mention_id: string; author_id: string }>(
    'select case_id, id as mention_id, author_id from mention where case_id is not null',
  );
  ids['cases'] = row?.case_id ?? '';
  ids['mentions'] = row?.mention_id ?? '';
  ids['authors'] = row?.author_id ?? '';
  await desk.admin.must('POST', `/cases/${ids['cases']}/claim`, {});
  await desk.admin.must('POST', `/cases/${ids['cases']}/acknowledge`, { text: 'We know of it.', undoSeconds: 30 });
  ids['replies'] = (await desk.db.one<{ id: string }>('select id from reply'))?.id ?? '';
  const escalation = await desk.db.one<{ id: string }>(
    `insert into escalation (case_id, clock_id, team_id, at, reason, trigger)
     select case_id, id, (select team_id from desk_case), now(), 'breach:acknowledge', 'clock-breached' from clock limit 1 returning id`,
  );
  const whatIf = await desk.db.one<{ id: string }>(
    `insert into what_if (at, team_ids, terms, from_at) select now(), array[team_id], '{}', now() from desk_case limit 1 returning id`,
  );
  ids['what-if'] = whatIf?.id ?? '';
  ids['escalations'] = escalation?.id ?? '';
  const rule = { name: CANARY, definition: { texts: { en: ['{hi}'] } } };
  ids['acknowledgement-rules'] = String((await desk.admin.must('POST', '/acknowledgement-rules', rule)).id);
  const line = await desk.db.one<{ id: string }>(
    `insert into acknowledgement_decision (mention_id, case_id, team_id, author_id, source_id, network, shadow, outcome, at, decided_at)
     select id, case_id, (select team_id from desk_case), author_id, source_id, network, true, 'no-rule', now(), now() from mention where case_id is not null returning id`,
  );
  ids['acknowledgements'] = line?.id ?? '';
  const hold = await desk.db.one<{ id: string }>(
    `insert into automation_hold (team_id, since, reason, sent_before) select team_id, now(), 'storm', 1 from desk_case returning id`,
  );
  const alarm = await desk.db.one<{ id: string }>(
    `insert into early_alarm (team_id, watch_id, began_at, last_at, latest, strongest, weight)
     select team_id, watch_id, now(), now(), x.loud, x.loud, 1 from desk_case
     cross join (select '{"of": "all", "kind": "spike", "seen": 9, "expected": 1, "strength": 9, "mentionIds": []}'::jsonb as loud) x limit 1 returning id`,
  );
  ids['foresight'] = alarm?.id ?? '';
  ids['automation-holds'] = hold?.id ?? '';
}, 120_000);
afterAll(() => desk.stop());

/** Bodies that would change something, had it been one's own. */
const BODIES: Record<string, object> = {
  'POST /api/v1/cases/:id/claim': { takeOver: true },
  'POST /api/v1/cases/:id/reply': { text: 'x' },
  'POST /api/v1/cases/:id/notes': { text: 'x' },
  'POST /api/v1/cases/:id/check': { text: 'x' },
  'POST /api/v1/cases/:id/escalate': { reason: 'because' },
  'POST /api/v1/cases/:id/translate': { text: 'x', to: 'tr' },
  'PATCH /api/v1/cases/:id/images/:image': { alt: 'x' },
  'PUT /api/v1/cases/:id/draft': { mode: 'note', text: 'x' },
  'POST /api/v1/replies/:id/send-back': { reason: 'x' },
  'POST /api/v1/cases/:id/promise': { until: '2099-01-01T00:00:00Z' },
  'POST /api/v1/cases/:id/exclude': { reason: 'none of theirs' },
  'POST /api/v1/cases/:id/include': { reason: 'none of theirs' },
  'POST /api/v1/replies/:id/settle': { sent: true },
  'PATCH /api/v1/mentions/:id': { state: 'spam' },
  'PATCH /api/v1/watches/:id': { name: 'taken over' },
  'PUT /api/v1/acknowledgement-rules/:id': { name: 'taken over', definition: { texts: { en: ['x'] } } },
  'POST /api/v1/acknowledgement-rules/:id/step': { step: 'off' },
  'POST /api/v1/acknowledgements/:id/judge': { right: false },
  'PATCH /api/v1/authors/:id/wishes': { stop: true },
};

const snapshot = () =>
  desk.db.query(
    `select (select jsonb_agg(c order by id) from desk_case c), (select jsonb_agg(w order by id) from watch w), (select jsonb_agg(r order by id) from reply r),
       (select jsonb_agg(e order by id) from escalation e), (select jsonb_agg(a order by id) from early_alarm a), (select count(*) from activity)`,
  );

it('is so for every route that names a thing', async () => {
  const routes = listRoutes(desk.app.get(DiscoveryService), desk.app.get(MetadataScanner)).filter(
    (r) => r.path.includes('/:') && !HOUSE.test(r.path),
  );
  expect(routes.length).toBeGreaterThan(10);
  const before = await snapshot();
  const wrong: string[] = [];
  for (const route of routes) {
    const kind = route.path.split('/')[3] ?? '';
    if (!ids[kind]) wrong.push(`this test makes no ${kind}`);
    const body =
      route.method === 'GET' || route.method === 'DELETE' ? undefined : (BODIES[`${route.method} ${route.path}`] ?? {});
    const answer = await stranger.call(route.method, route.path.replace(/:\w+/, ids[kind] ?? '0').replace(/:\w+/g, '1'), body);
    if (answer.status !== 404 || JSON.stringify(answer.body).includes(CANARY))
      wrong.push(`${route.method} ${route.path} answered ${answer.status}`);
  }
  expect(wrong).toEqual([]);
  expect(await snapshot()).toEqual(before);
});

it('is so for every list', async () => {
  const routes = listRoutes(desk.app.get(DiscoveryService), desk.app.get(MetadataScanner)).filter(
    (r) => r.method === 'GET' && r.path.startsWith('/api/v1/') && !r.path.includes('/:'),
  );
  const leaks: string[] = [];
  for (const { path } of routes) {
    for (const query of ['', '?view=all', `?q=${CANARY}`, `?watchId=${ids['watches']}`, `?authorId=${ids['authors']}`]) {
      const answer = await stranger.call('GET', path + query);
      if (JSON.stringify(answer.body).includes(CANARY)) leaks.push(path + query);
    }
  }
  expect(leaks).toEqual([]);
  expect(JSON.stringify((await desk.admin.call('GET', '/api/v1/cases')).body)).toContain(CANARY);
});

it('is so for opening a case from a mention', async () => {
  expect((await stranger.post('/cases', { mentionId: ids['mentions'] })).status).toBe(404);
});
