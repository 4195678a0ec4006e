/** Posts that change after they were heard: edits in any order, deletions before and after, reposts, our own replies, and history. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CatchUpClocks } from '../../src/clocks/catch-up-clocks.js';
import type { IncomingPost } from '../../src/connectors/incoming-post.js';
import type { Batch } from '../../src/ingest/batch.js';
import { IngestPosts } from '../../src/ingest/ingest-posts.js';
import { KnownPosts } from '../../src/ingest/known-posts.js';
import { startDesk, type Client, type Desk } from '../support/desk.js';

let desk: Desk;
let responder: Client;
let source: { id: string; kind: string; name: string };
let count = 0;

beforeAll(async () => {
  desk = await startDesk({ ROLES: 'api' });
  responder = await desk.person(['responder']);
  await desk.admin.must('POST', '/watches', { name: 'Anadolu Hat', kind: 'brand', query: '"Anadolu Hat"' });
  const added = await desk.admin.must('POST', '/sources', {
    kind: 'x',
    name: 'X',
    settings: { query: 'a', bearerToken: 'b' },
    enabled: false,
  });
  source = { id: added.id, kind: 'x', name: 'X' };
}, 60_000);
afterAll(() => desk?.stop());

const minutes = (n: number) => new Date(Date.now() + n * 60_000);
const COMPLAINT = 'Anadolu Hat my internet has been down for three days, this is unacceptable. Please fix it!';
const post = (more: Partial<IncomingPost> = {}): IncomingPost => ({
  externalId: `p${++count}`,
  text: COMPLAINT,
  postedAt: minutes(-2),
  author: { key: `author${count}`, handle: `h${count}`, name: `Name ${count}`, followers: 100, url: null },
  url: `https://x.com/h/status/${count}`,
  lang: 'en',
  inReplyTo: null,
  thread: null,
  ...more,
});
const take = (more: Partial<Batch>) =>
  desk.app.get(IngestPosts).run({ source, posts: [], refused: [], fetchedAt: new Date(), ...more });
const row = async (externalId: string) =>
  (await desk.db.query<any>('select * from mention where external_id = $1', [externalId]))[0];
const view = async (externalId: string) => responder.must('GET', `/mentions/${(await row(externalId)).id}`);
/** Every table with a text, searched for a word. */
async function traces(word: string): Promise<string[]> {
  const tables = await desk.db.query<{ t: string }>(`select quote_ident(table_name) as t from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`); // prettier-ignore
  const found: string[] = [];
  for (const { t } of tables)
    if (await desk.db.one(`select from ${t} as r where r::text ilike '%' || $1 || '%' limit 1`, [word])) found.push(t);
  return found;
}

describe('an edit', () => {
  it('replaces the words, is scored anew, and keeps what was said before', async () => {
    const first = post({ text: 'Anadolu Hat thank you, everything works wonderfully.' });
    await take({ posts: [first] });
    const before = await row(first.externalId);
    expect(before.sentiment).toBe('positive');
    const editedAt = minutes(-1);
    await take({ posts: [{ ...first, text: COMPLAINT, editedAt }] });
    const after = await view(first.externalId);
    expect(after).toMatchObject({ text: COMPLAINT, notes: { edits: 1, editedAt: editedAt.toISOString() } });
    expect(after.scores.sentiment.label).toBe('negative');
    expect(after.matches[0].ranges).toEqual([expect.objectContaining({ start: 0, end: 11 })]);
    const versions = (await responder.must('GET', `/mentions/${before.id}/versions`)).items;
    expect(versions).toEqual([{ madeAt: first.postedAt.toISOString(), replacedAt: editedAt.toISOString(), text: first.text }]);
    expect((await responder.must('GET', '/mentions?q=unacceptable')).items.map((m: any) => m.id)).toContain(before.id);
  });

  it('that comes twice, late or out of order leaves the newest by the source’s own time', async () => {
    const first = post({ text: 'Anadolu Hat one' });
    const base = minutes(-10).getTime();
    const version = (n: number) => ({ ...first, text: `Anadolu Hat version ${n}`, editedAt: new Date(base + n * 60_000) });
    const all = post({ text: 'Anadolu Hat at once' });
    await take({ posts: [version(1), version(2), all].map((p) => ({ ...p, externalId: all.externalId })) });
    expect(await row(all.externalId)).toMatchObject({ text: 'Anadolu Hat version 2' });
    await take({ posts: [version(3)] }); // the create has not come yet
    await take({ posts: [version(1), version(3), first] });
    await take({ posts: [version(2)] });
    await take({ posts: [version(2), version(1)] });
    expect(await row(first.externalId)).toMatchObject({ text: 'Anadolu Hat version 3', edits: 0 });
    await take({ posts: [version(4)] });
    const { id } = await row(first.externalId);
    expect((await responder.must('GET', `/mentions/${id}/versions`)).items.map((v: any) => v.text)).toEqual([
      'Anadolu Hat version 3',
      'Anadolu Hat version 2',
      'Anadolu Hat version 1',
    ]);
    expect((await desk.db.query('select 1 from mention where external_id = $1', [first.externalId])).length).toBe(1);
  });

  it('that makes a post our concern for the first time is heard, and opens a case', async () => {
    const first = post({ text: 'My line has been down for three days, this is unacceptable!' });
    await take({ posts: [first] });
    expect(await row(first.externalId)).toBeUndefined();
    await take({ posts: [{ ...first, text: COMPLAINT, editedAt: minutes(-1) }] });
    expect((await row(first.externalId)).case_id).not.toBeNull();
  });

  it('shows on the card of its case, whose history tells of it', async () => {
    const first = post();
    await take({ posts: [first] });
    const { case_id: caseId } = await row(first.externalId);
    await take({ posts: [{ ...first, externalId: 'version-2', versionOf: first.externalId, text: `${COMPLAINT} And refund me.`, editedAt: minutes(-1) }] }); // prettier-ignore
    const found = await responder.must('GET', `/cases/${caseId}`);
    expect(found.card.preview.text).toContain('refund me');
    expect(found.timeline.map((t: any) => t.kind)).toContain('mention-edited');
    expect(await row('version-2')).toBeUndefined();
  });
});

describe('a deletion', () => {
  it('takes every word away, leaves a tombstone, and cancels what waits to be said', async () => {
    const word = 'quixotically';
    const first = post({ text: `${COMPLAINT} ${word}` });
    await take({ posts: [first], refused: [{ index: 0, externalId: first.externalId, reason: 'odd', excerpt: word }] });
    await take({ posts: [{ ...first, text: `${COMPLAINT} ${word} again`, editedAt: minutes(-1) }] });
    const { id, case_id: caseId } = await row(first.externalId);
    await responder.must('POST', '/corrections', { items: [{ mentionId: id, sentiment: 'negative' }] });
    await responder.must('POST', `/cases/${caseId}/claim`, {});
    await desk.db.query(
      `insert into reply (case_id, mention_id, source_id, kind, text, idempotency_key, state, created_at, send_after, due_at)
       values ($1, $2, $3, 'reply', 'We are on it', gen_random_uuid(), 'waiting', now(), now() + interval '1 hour', now() + interval '1 hour')`,
      [caseId, id, source.id],
    );
    expect(await traces(word)).toEqual(expect.arrayContaining(['mention', 'mention_version', 'desk_case', 'refused_post', 'correction'])); // prettier-ignore
    await take({ deleted: [{ externalId: first.externalId, at: new Date() }] });
    expect(await traces(word)).toEqual([]);
    expect(await view(first.externalId)).toMatchObject({
      text: '',
      url: null,
      state: 'deleted',
      notes: { deletedWhy: 'author' },
    });
    const found = await responder.must('GET', `/cases/${caseId}`);
    expect(found.card.preview.text).toBe('');
    expect(found.timeline.filter((t: any) => t.type === 'reply').map((t: any) => t.reply.state)).toEqual(['cancelled']);
    expect(found.timeline.map((t: any) => t.kind)).toEqual(expect.arrayContaining(['mention-deleted', 'reply-cancelled']));
    await take({
      posts: [first, { ...first, editedAt: new Date() }],
      deleted: [{ externalId: first.externalId, at: new Date() }],
    });
    expect(await traces(word)).toEqual([]);
  });

  it('of the last post that asks ends the clocks without a verdict, counted apart; who asks again waits again', async () => {
    const author = { key: 'regrets', handle: 'regrets', name: 'Regrets', followers: 5, url: null };
    const [one, two] = [post({ author }), post({ author })];
    await take({ posts: [one] });
    await take({ posts: [two] });
    const { case_id: caseId } = await row(one.externalId);
    await desk.app.get(CatchUpClocks).run();
    const clocks = async () => (await responder.must('GET', `/cases/${caseId}`)).clocks.map((k: any) => `${k.kind} ${k.state}`).sort();
    const gone = (p: IncomingPost) => take({ deleted: [{ externalId: p.externalId, at: new Date() }] });
    await gone(one);
    await desk.app.get(CatchUpClocks).run();
    expect(await clocks()).toEqual(['acknowledge running', 'human-response running']);
    await gone(two);
    await desk.app.get(CatchUpClocks).run();
    expect(await clocks()).toEqual(['acknowledge cancelled', 'human-response cancelled']);
    const found = await responder.must('GET', `/cases/${caseId}`);
    expect(found.timeline.filter((t: any) => t.kind === 'withdrawn')).toHaveLength(1);
    const { items } = await responder.must('GET', '/standards/attainment');
    expect(items.reduce((sum: number, i: any) => sum + i.window.withdrawn, 0)).toBeGreaterThanOrEqual(2);
    await take({ posts: [post({ author })] });
    await desk.app.get(CatchUpClocks).run();
    expect(await clocks()).toEqual(['acknowledge cancelled', 'acknowledge running', 'human-response cancelled', 'human-response running']);
  }); // prettier-ignore

  it('that comes before its post keeps the post out, from every source of the network', async () => {
    const first = post();
    await take({ deleted: [{ externalId: first.externalId, at: new Date() }] });
    const added = await desk.admin.must('POST', '/sources', { kind: 'x', name: 'X 2', settings: { query: 'b', bearerToken: 'b' }, enabled: false }); // prettier-ignore
    await take({ posts: [first] });
    await take({ posts: [first], source: { ...source, id: added.id } });
    expect(await row(first.externalId)).toBeUndefined();
  });

  it('of an account takes all its posts and what is known of its owner', async () => {
    const author = { key: 'leaver', handle: 'leaverhandle', name: 'Leaver Leaving', followers: 5, url: null };
    await take({ posts: [post({ author }), post({ author })] });
    await take({ deletedAuthors: [{ key: 'leaver', at: new Date() }] });
    const rows = await desk.db.query<any>(
      `select m.text, m.state from mention m join author a on a.id = m.author_id where a.key = 'leaver'`,
    );
    expect(rows).toEqual([{ text: '', state: 'deleted' }, { text: '', state: 'deleted' }]); // prettier-ignore
    expect(await traces('leaverhandle')).toEqual([]);
  });
});

describe('a repost', () => {
  it('adds to its original’s reach and opens no case', async () => {
    const original = post();
    await take({ posts: [original] });
    const cases = await desk.db.query('select 1 from desk_case');
    const repost = (followers: number) => post({ repostOf: original.externalId, text: original.text, author: { ...post().author, key: `r${count}`, followers } }); // prettier-ignore
    const [one, two] = [repost(1000), repost(500)];
    await take({ posts: [one, two] });
    await take({ posts: [one] });
    expect((await view(original.externalId)).notes).toMatchObject({ reposts: 2, repostReach: 1500 });
    expect(await desk.db.query('select 1 from desk_case')).toHaveLength(cases.length);
    expect(await row(one.externalId)).toBeUndefined();
    const copies = await responder.must('GET', `/mentions/${(await row(original.externalId)).id}/copies`);
    expect(copies).toMatchObject({ reposts: 2 });
    expect(copies.reach).toBeGreaterThanOrEqual(1600);
  });

  it('of what nobody heard stands for it, once', async () => {
    const repost = () => post({ repostOf: 'unheard-original' });
    const [one, two] = [repost(), repost()];
    await take({ posts: [one] });
    await take({ posts: [two] });
    expect(await row(one.externalId)).toMatchObject({ case_id: null, reposts: 1, repost_reach: '100' });
    expect(await row(two.externalId)).toBeUndefined();
  });
});

it('our own reply does not come back, whoever it seems to be from', async () => {
  const first = post();
  await take({ posts: [first] });
  const { id, case_id: caseId } = await row(first.externalId);
  await desk.db.query(
    `insert into reply (case_id, mention_id, source_id, kind, text, idempotency_key, state, created_at, send_after, sent_at, external_id)
     values ($1, $2, $3, 'reply', 'Anadolu Hat is on it', gen_random_uuid(), 'sent', now(), now(), now(), 'our-reply')`,
    [caseId, id, source.id],
  );
  await desk.app.get(KnownPosts).again();
  await take({ posts: [post({ externalId: 'our-reply', text: 'Anadolu Hat is on it, unacceptable or not' })] });
  expect(await row('our-reply')).toBeUndefined();
});

describe('the wait', () => {
  it('of a post from before the source was connected is history: heard, and no case', async () => {
    const casesFrom = minutes(-60);
    const old = post({ postedAt: minutes(-90) });
    const young = post({ postedAt: minutes(-30) });
    await desk.db.query('update source set cases_from = $2 where id = $1', [source.id, casesFrom]);
    await take({ posts: [old, young], source: { ...source, casesFrom } });
    expect(await row(old.externalId)).toMatchObject({ case_id: null });
    expect((await view(old.externalId)).notes).toMatchObject({ history: true, late: false });
    expect((await row(young.externalId)).case_id).not.toBeNull();
    await desk.db.query('update source set cases_from = null where id = $1', [source.id]);
  });

  it('says which part was ours', async () => {
    await desk.db.query(`insert into source_health (source_id, state, from_at, to_at, reason) values ($1, 'blind', $2, $3, 'unreachable')`, [source.id, minutes(-50), minutes(-10)]); // prettier-ignore
    const late = post({ postedAt: minutes(-40) });
    const soon = post({ postedAt: minutes(-1) });
    await take({ posts: [late, soon] });
    const { notes } = await view(late.externalId);
    expect(notes).toMatchObject({ late: true, history: false });
    expect(notes.blindSeconds / 60).toBeCloseTo(30, 1);
    expect(notes.waitedSeconds / 60).toBeCloseTo(40, 1);
    expect((await view(soon.externalId)).notes).toMatchObject({ late: false, blindSeconds: 0 });
  });

  it('is asked for when a source is connected: feeds bring history, searches a day of cases, whoever calls all', async () => {
    const from = async (kind: string, settings: object, more: object = {}) => {
      const { id } = await desk.admin.must('POST', '/sources', { kind, name: kind, settings, enabled: false, ...more });
      const [found] = await desk.db.query<{ h: number | null }>('select extract(epoch from created_at - cases_from)::float / 3600 as h from source where id = $1', [id]); // prettier-ignore
      return found?.h ?? null;
    };
    expect(await from('feed', { url: 'https://example.com/f' })).toBe(0);
    expect(await from('x', { query: 'a', bearerToken: 'b' })).toBe(24);
    expect(await from('webhook', {})).toBeNull();
    expect(await from('feed', { url: 'https://example.com/f' }, { casesForHours: 6 })).toBe(6);
    expect(await from('x', { query: 'a', bearerToken: 'b' }, { casesForHours: null })).toBeNull();
  });
});
