/** Trying a watch on what was heard, its options, and suggested words, through the doors on a real database. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PreviewWatchAnswer, WatchSuggestions } from '../../libs/contracts/http/watches.js';
import type { WatchView } from '../../libs/contracts/views/watch.js';
import { ActiveWatches } from '../../src/watches/active-watches.js';
import { PreviewWatch } from '../../src/watches/preview-watch.js';
import { WatchesModule } from '../../src/watches/watches.module.js';
import { BackgroundModule } from '../support/background.js';
import { addDeskPeople, type DeskPeople } from '../support/desk-people.js';
import { openDoors, type TestDoors } from '../support/doors.js';
import { addCase, addMentions, addOrigin } from '../support/heard.js';

let doors: TestDoors;
let people: DeskPeople;
let origin: { sourceId: string; authorId: string };

beforeAll(async () => {
  doors = await openDoors([BackgroundModule, WatchesModule]);
  people = await addDeskPeople(doors);
  origin = await addOrigin(doors.db);
}, 60_000);
afterAll(() => doors.close());

const add = async (more: object = {}) =>
  (await people.as.manager.post<WatchView>('/watches', { name: 'Zebra', kind: 'brand', query: 'zebrafon', ...more })).body;
const preview = async (body: object, by = people.as.manager) => {
  const answer = await by.post<PreviewWatchAnswer>('/watches/preview', body);
  return answer.status === 200 ? PreviewWatchAnswer.parse(answer.body) : answer.body;
};

describe('trying a watch on what was heard', () => {
  beforeAll(async () => {
    const texts = ['zebrafon is down', 'my zebrafon battery', 'kiwitab is down', 'nothing of the kind'];
    await addMentions(doors.db, origin, texts.map((text) => ({ text, teamIds: [people.teamId] }))); // prettier-ignore
    await addMentions(doors.db, origin, [{ text: 'zebrafon of others', teamIds: [people.otherTeamId] }]);
    const [old] = await addMentions(doors.db, origin, [{ text: 'zebrafon long ago', teamIds: [people.teamId] }]);
    await doors.db.query(`update mention set stored_at = now() - interval '20 days' where id = $1`, [old]);
  });

  it('says how much a day, with samples, their ranges and why', async () => {
    const answer = await preview({ query: 'zebrafon', days: 2 });
    expect(answer).toMatchObject({ looked: 4, capped: false, days: 2, perDay: 1, change: null, below: 0 });
    expect(answer.matched.count).toBe(2);
    expect(answer.matched.samples[0]).toMatchObject({ text: 'my zebrafon battery', ranges: [{ start: 3, end: 11 }] });
    expect(answer.matched.samples[0]?.reasons.length).toBeGreaterThan(0);
    expect((await preview({ query: 'zebrafon', days: 30 })).matched.count).toBe(3);
  });

  it('says what a change adds and removes against the watch as it is', async () => {
    const watch = await add();
    const answer = await preview({ query: '(kiwitab OR zebrafon) NOT battery', watchId: watch.id });
    expect(answer.change).toMatchObject({
      before: 2,
      added: { count: 1, samples: [{ text: 'kiwitab is down' }] },
      removed: { count: 1, samples: [{ text: 'my zebrafon battery' }] },
    });
  });

  it('counts what the threshold leaves out', async () => {
    const answer = await preview({ query: 'zebrafon', threshold: 1 });
    expect(answer).toMatchObject({ matched: { count: 0, samples: [] }, below: 2 });
  });

  it('names what cannot be read, shows no other team’s watch, and is for managers', async () => {
    expect(await preview({ query: '((' })).toMatchObject({ code: 'invalid-query' });
    expect(await preview({ query: 'x', days: 31 })).toMatchObject({ code: 'invalid-body' });
    const watch = await add();
    expect(await preview({ query: 'x', watchId: watch.id }, people.as.other)).toMatchObject({ code: 'not-found' });
    expect(await preview({ query: 'zebrafon' }, people.as.responder)).toMatchObject({ code: 'not-allowed' });
  });

  it('looks at so many at most and says so, and ends when nobody waits', async () => {
    await doors.db.query(
      `insert into mention (source_id, external_id, network, author_id, text, lang, posted_at, fetched_at, stored_at, sentiment_score, sentiment, intent,
         urgency, risk, scores, matches, team_ids, watch_ids, words)
       select $1, 'many' || i, 'forum', $2, 'melonfon ' || i, 'en', now(), now(), now() - i * interval '1 second', 0, 'neutral', 'other', 0, 0, '{}', '[]',
         array[$3::bigint], '{}', '' from generate_series(1, 20500) i`,
      [origin.sourceId, origin.authorId, people.teamId],
    );
    const answer = await preview({ query: 'melonfon', days: 30 });
    expect(answer.capped).toBe(true);
    expect(answer.looked).toBe(20_000);
    expect(answer.matched.samples).toHaveLength(20);
    expect(answer.perDay).toBeGreaterThan(20_000);
    const gone = new AbortController();
    const manager = { id: people.ids.manager, teamIds: [people.teamId] } as never;
    const body = { query: 'melonfon', threshold: 0.5, days: 30 };
    const running = doors.app.get(PreviewWatch).run(body, manager, gone.signal);
    gone.abort();
    await expect(running).rejects.toThrow('abort');
  }, 60_000);
});

describe('options', () => {
  it('are kept, replaced whole, and used by the matcher at once', async () => {
    const watch = await add({ query: 'pearlo', options: { context: { against: ['oyster', 'necklace'] } } });
    expect(watch.options).toEqual({ context: { against: ['oyster', 'necklace'] } });
    const heard = (text: string) => doors.app.get(ActiveWatches).match({ text }).map((m) => m.watch.id); // prettier-ignore
    expect(heard('the pearlo app crashed')).toEqual([watch.id]);
    expect(heard('a pearlo necklace from an oyster')).toEqual([]);
    const changed = await people.as.manager.patch<WatchView>(`/watches/${watch.id}`, { options: {} });
    expect(changed.body.options).toEqual({});
    expect(heard('a pearlo necklace from an oyster')).toEqual([watch.id]);
    expect((await people.as.manager.patch(`/watches/${watch.id}`, { name: 'P' })).body).toMatchObject({ options: {} });
    const refused = await people.as.manager.patch(`/watches/${watch.id}`, { options: { luck: true } });
    expect(refused.body).toMatchObject({ code: 'invalid-body' });
  });
});

describe('suggested words', () => {
  it('come from what people worked on and what they said is not ours', async () => {
    const watch = await add({ query: 'orchardo' });
    const caseId = await addCase(doors.db, people.teamId, watch.id, origin);
    const mention = (text: string, more: object) => ({ text, teamIds: [people.teamId], watchIds: [watch.id], ...more });
    await addMentions(doors.db, origin, [
      ...Array.from({ length: 8 }, (_, i) => mention(`orchardo phone screen ${i}`, { caseId })),
      ...Array.from({ length: 8 }, (_, i) => mention(`orchardo cider harvest ${i}`, { state: 'not-ours' })),
    ]);
    const path = `/watches/${watch.id}/suggestions`;
    const answer = WatchSuggestions.parse((await people.as.manager.get(path)).body);
    expect(answer).toMatchObject({ ours: 8, notOurs: 8 });
    expect(answer.for.map((w) => w.word).sort()).toEqual(['phone', 'screen']);
    expect(answer.against.map((w) => w.word).sort()).toEqual(['cider', 'harvest']);
    await people.as.manager.patch(`/watches/${watch.id}`, { options: { context: { against: ['cider'] } } });
    const after = WatchSuggestions.parse((await people.as.manager.get(path)).body);
    expect(after.against.map((w) => w.word)).toEqual(['harvest']);
    expect((await people.as.other.get(path)).status).toBe(404);
    expect((await people.as.viewer.get(path)).status).toBe(403);
  });
});
