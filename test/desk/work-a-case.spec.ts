/** A case from the first post to the last word, through the API and the live stream. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aPost, startDesk, type Client, type Desk, type Live, type Webhook } from '../support/desk.js';

let desk: Desk;
let hook: Webhook;
let responder: Client;
let colleague: Client;
let live: Live;

beforeAll(async () => {
  desk = await startDesk();
  hook = await desk.webhook();
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  responder = await desk.person(['responder']);
  colleague = await desk.person(['responder']);
  live = await colleague.live();
}, 60_000);
afterAll(async () => {
  live.close();
  await desk.stop();
});

async function openCase(more: Record<string, unknown> = {}): Promise<string> {
  const post = aPost(more);
  const answer = await hook.push([post]);
  expect(answer.body).toMatchObject({ accepted: 1, duplicate: 0, refused: 0, matched: 1 });
  const { items } = await responder.must('GET', '/mentions?limit=1');
  expect(items[0].externalId).toBe(post['externalId']);
  expect(items[0].caseId).not.toBeNull();
  return items[0].caseId;
}

describe('a complaint', () => {
  it('becomes a case with its clocks, and is seen live', async () => {
    const id = await openCase();
    const { card, clocks, timeline, allowedActions } = await responder.must('GET', `/cases/${id}`);
    expect(card).toMatchObject({
      status: 'open',
      intent: 'complaint',
      mentionCount: 1,
      watch: { name: 'Anadolu Hat' },
      owner: null,
    });
    expect(clocks.map((k: { kind: string }) => k.kind).sort()).toEqual(['acknowledge', 'human-response']);
    expect(timeline[0]).toMatchObject({ type: 'post', mention: { text: expect.stringContaining('three days') } });
    expect(allowedActions).toEqual(['claim', 'acknowledge', 'reply', 'note', 'resolve', 'wait', 'promise']);
    const told = await live.until((m) => m.name === 'case.changed' && m.body.case.id === id);
    expect(told.body.why).toBe('opened');
    expect(card.preview.ranges[0]).toMatchObject({ start: 0, end: 11 });
  });

  it('is claimed by one person only, and given back', async () => {
    const id = await openCase();
    const tries = await Promise.all([responder, colleague].map((c) => c.post(`/cases/${id}/claim`)));
    expect(tries.map((t) => t.status).sort()).toEqual([200, 409]);
    const loser = tries.find((t) => t.status === 409);
    expect(loser?.headers.get('content-type')).toMatch('application/problem+json');
    expect(loser?.body).toMatchObject({ code: 'case-already-claimed', status: 409 });
    const [winner, other] = tries[0]?.status === 200 ? [responder, colleague] : [colleague, responder];
    expect((await other.post(`/cases/${id}/reply`, { text: 'Hello' })).body.code).toBe('case-already-claimed');
    expect((await winner.post(`/cases/${id}/release`)).body.card.status).toBe('open');
    expect((await other.post(`/cases/${id}/claim`)).status).toBe(200);
  });

  it('is acknowledged, answered, resolved and reopened, each a dated fact', async () => {
    const id = await openCase();
    const acknowledged = await responder.must('POST', `/cases/${id}/acknowledge`);
    expect(acknowledged.card).toMatchObject({ status: 'claimed', acknowledgedAt: expect.any(String), answeredAt: null });
    expect((await responder.post(`/cases/${id}/acknowledge`)).body.code).toBe('already-acknowledged');
    const answered = await responder.must('POST', `/cases/${id}/reply`, { text: 'The line is up again.' });
    expect(answered.card.answeredAt).not.toBeNull();
    expect(answered.clocks.map((k: { state: string }) => k.state)).toEqual(['met', 'met']);
    await responder.must('POST', `/cases/${id}/notes`, { text: 'Cabinet 14 was flooded' });
    const resolved = await responder.must('POST', `/cases/${id}/resolve`, { outcome: 'solved' });
    expect(resolved.card).toMatchObject({ status: 'resolved', outcome: 'solved', owner: null });
    expect((await responder.post(`/cases/${id}/claim`)).body.code).toBe('case-resolved');
    const reopened = await responder.must('POST', `/cases/${id}/reopen`, { reason: 'It rained again' });
    expect(reopened.card).toMatchObject({ status: 'open', resolvedAt: null });
    expect(reopened.clocks.filter((k: { stoppedAt: string | null }) => k.stoppedAt === null)).toHaveLength(1);
    const facts = reopened.timeline.filter((t: { type: string }) => t.type === 'fact').map((t: { kind: string }) => t.kind);
    expect(facts).toEqual(['opened', 'claimed', 'acknowledged', 'answered', 'resolved', 'reopened']);
  });

  it('is joined by what its author writes next, and waits anew when they ask again', async () => {
    const author = { handle: 'deniz_again', name: 'Deniz' };
    const id = await openCase({ author });
    await responder.must('POST', `/cases/${id}/reply`, { text: 'Solved.' });
    const again = await openCase({ author, text: 'Anadolu Hat still not working, when will you fix it?' });
    expect(again).toBe(id);
    const { card, clocks } = await responder.must('GET', `/cases/${id}`);
    expect(card.mentionCount).toBe(2);
    expect(clocks.filter((k: { stoppedAt: string | null }) => k.stoppedAt === null).map((k: { kind: string }) => k.kind)).toEqual(
      ['human-response'],
    );
  });
});

describe('a verb', () => {
  it('is two statements, one when the case is in hand, and a page one, so that all of it is of one moment', async () => {
    const id = await openCase();
    const statements = jest.spyOn(desk.db, 'query');
    const asked = () => statements.mock.calls.map(([sql]) => /(read_cases|save_changes)\(/.exec(sql)?.[1]).filter(Boolean);
    await responder.must('POST', `/cases/${id}/claim`);
    expect(asked()).toEqual(['read_cases', 'save_changes']);
    statements.mockClear();
    await responder.must('POST', `/cases/${id}/notes`, { text: 'Cabinet 14' });
    expect(asked()).toEqual(['save_changes']);
    statements.mockClear();
    await responder.must('GET', `/cases/${id}`);
    expect(asked()).toEqual(['read_cases']);
    statements.mockRestore();
  });

  it('decides anew when somebody else was faster: of many at once none is lost and none is done twice', async () => {
    const id = await openCase();
    const before = (await responder.must('GET', `/cases/${id}`)).card.version;
    const notes = Array.from({ length: 12 }, (_, n) => `note ${n}`);
    const claims = [responder, colleague].map((c) => c.post(`/cases/${id}/claim`));
    const stored = await Promise.all(
      notes.map((text, n) => (n % 2 ? responder : colleague).post(`/cases/${id}/notes`, { text })),
    );
    expect(stored.map((a) => a.status)).toEqual(notes.map(() => 200));
    expect((await Promise.all(claims)).map((a) => a.status).sort()).toEqual([200, 409]);
    const { card, timeline } = await responder.must('GET', `/cases/${id}`);
    expect(timeline.filter((t: { type: string }) => t.type === 'note').map((t: { text: string }) => t.text).sort()).toEqual([...notes].sort()); // prettier-ignore
    expect(timeline.filter((t: { kind?: string }) => t.kind === 'claimed')).toHaveLength(1);
    expect(card.version).toBe(before + notes.length + 1);
  });

  it('that ends a clock late, before any sweep has looked, writes the broken promise down with it', async () => {
    const id = await openCase();
    const longAgo = new Date(Date.now() - 30 * 86_400_000).toISOString();
    await desk.db.query(
      `update activity set data = jsonb_set(data, '{posts,0,at}', to_jsonb($2::text)) where case_id = $1 and kind = 'opened'`,
      [id, longAgo],
    );
    const { clocks, timeline } = await responder.must('POST', `/cases/${id}/resolve`, { outcome: 'solved' });
    const late = clocks.filter((k: { state: string }) => k.state === 'met-late');
    expect(late.map((k: { startedAt: string }) => k.startedAt)).toEqual([longAgo, longAgo]);
    expect(clocks).toHaveLength(4); // those that had begun later end without a verdict
    const broken = timeline.filter((t: { kind?: string }) => t.kind === 'clock-breached');
    expect(broken.map((t: { at: string }) => t.at).sort()).toEqual(late.map((k: { dueAt: string }) => k.dueAt).sort());
    const told = await desk.db.query<{ id: string }>(
      `select payload ->> 'clockId' as id from outbox_event where kind = 'clock.breached' and payload ->> 'caseId' = $1 order by seq`,
      [id],
    );
    expect(told.map((t) => t.id).sort()).toEqual(late.map((k: { id: string }) => k.id).sort());
  });
});

it('hears a source that is called as soon as it calls', async () => {
  const fresh = await desk.webhook();
  expect((await desk.admin.must('GET', `/sources/${fresh.id}`)).health).toBe('new');
  await fresh.push([aPost()]);
  expect(await desk.admin.must('GET', `/sources/${fresh.id}`)).toMatchObject({
    health: 'listening',
    counts: { accepted: 1, matched: 1 },
  });
});

it('counts the views of the queue', async () => {
  const before = (await responder.must('GET', '/cases/counts')).unclaimed;
  await openCase();
  expect((await responder.must('GET', '/cases/counts')).unclaimed).toBe(before + 1);
  const page = await responder.must('GET', '/cases?view=open&limit=2');
  expect(page.items).toHaveLength(2);
  const next = await responder.must('GET', `/cases?view=open&limit=2&cursor=${page.nextCursor}`);
  expect(next.items[0].id).not.toBe(page.items[1].id);
  expect(next.items[0].clock.dueAt >= page.items[1].clock.dueAt).toBe(true);
});
