import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { noteInEnglish, notesInEnglish } from '#libs/contracts/notes.js';
import { X_BEARER, X_KEYS, XServer, type XServerOptions } from '../../../test/support/x-server.js';
import { published } from '../../../test/support/x-server/published.js';
import { UndiciSafeHttp } from '../../platform/outbound/safe-http.undici.js';
import { parseQuery } from '#libs/matching/parse-query.js';
import type { PollContext, PollEnd, PollPage } from '../polls.js';
import type { Cursor, StreamState } from './cursor.js';
import { xConnector } from './connector.js';
import { pollX } from './poll.js';
import { XSettings } from './settings.js';

const SEARCH = '/2/tweets/search/recent';
const STREAM = '/2/tweets/search/stream';
const RULES = '/2/tweets/search/stream/rules';
const check = published();
const http = new UndiciSafeHttp({ allowedHosts: ['127.0.0.1'], userAgent: 'earshot-test' });
let x: XServer;
let now = () => new Date();

beforeEach(() => start());
afterEach(async () => {
  await x.stop();
  now = () => new Date();
  const honest = x.exchanges.filter((exchange) => exchange.fault === null);
  expect(honest.flatMap((exchange) => check.faults(exchange))).toEqual([]);
  expect(x.stream.sent.flatMap((message) => check.streamFaults(message))).toEqual([]);
});
afterAll(() => http.close());

async function start(options: XServerOptions = {}) {
  x = await XServer.start({ keepAliveMs: 50, ...options });
}

interface Options {
  turnMs?: number;
  settings?: Record<string, unknown>;
  signal?: AbortSignal;
  /** As if the program died once so many pages are stored. */
  pages?: number;
  watched?: PollContext<XSettings>['watched'];
  /** Told to stop once so many posts are heard. */
  enough?: number;
}

/** A turn as the desk makes it. */
async function turn(
  cursor: unknown = null,
  { turnMs = 150, settings = {}, signal, watched, enough = Infinity, pages: most = Infinity }: Options = {},
) {
  const stop = new AbortController();
  const run = pollX({
    settings: XSettings.parse({ query: 'kargom', bearerToken: X_BEARER, baseUrl: x.url, stream: true, ...settings }),
    http,
    now: () => now(),
    signal: signal ?? stop.signal,
    watched,
    intervalSeconds: 60,
    turnMs,
    cursor: JSON.parse(JSON.stringify(cursor)),
  });
  const pages: PollPage[] = [];
  let end: PollEnd | null = null;
  while (end === null && pages.length < most) {
    const step: IteratorResult<PollPage, PollEnd> = await run.next();
    if (step.done) end = step.value;
    else {
      pages.push({ ...step.value, cursor: JSON.parse(JSON.stringify(step.value.cursor)) });
      if (pages.flatMap((page) => page.posts).length >= enough) stop.abort();
    }
  }
  await run.return({ outcome: 'truncated' });
  const ids = pages.flatMap((page) => page.posts).map((post) => post.externalId);
  return { pages, ids, end, cursor: (pages.at(-1)?.cursor ?? cursor) as Cursor, refused: pages.flatMap((page) => page.refused) };
}

const stateOf = (cursor: Cursor): StreamState => cursor.stream!;
const calls = (route: string, method = 'GET') => x.exchanges.filter((one) => one.route === route && one.method === method);
const post = (text = 'kargom nerede') => x.post('deniz', `${text} ${x.world.posts.length}`).id;
async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 4000 && !isSo(); i += 1) await new Promise((r) => setTimeout(r, 5));
  expect(isSo()).toBe(true);
}

describe('a turn of the filtered stream', () => {
  it('sets the rule, hears a post as it comes, and holds the line for the next turn', async () => {
    const before = post();
    const first = turn(null, { turnMs: 2500 });
    await until(() => x.stream.listeners === 1 && x.world.streamRules.length === 1);
    const heard = post();
    const one = await first;
    expect([one.ids.sort(), one.end]).toMatchObject([[before, heard], { outcome: 'ok', goOn: true }]);
    expect(x.world.streamRules).toMatchObject([{ value: '(kargom) -is:retweet', tag: 'earshot: search' }]);
    const between = post();
    const second = await turn(one.cursor);
    expect([second.ids, x.stream.connected, calls(RULES).length, calls(SEARCH).length]).toEqual([[between], 1, 1, 1]);
    expect((await turn(second.cursor)).end).toMatchObject({ outcome: 'empty', goOn: true });
    expect(x.stream.sent).toHaveLength(2);
  });

  it('tells an edit as a version of the first one, and a repost by its original', async () => {
    const [first, told] = [
      x.post('deniz', 'kargom nerede'),
      turn(null, { turnMs: 20_000, enough: 3, settings: { reposts: true } }),
    ];
    await until(() => x.world.streamRules.length === 1 && calls(SEARCH).length === 1);
    const edited = x.post('deniz', 'kargom geldi', { editOf: first.id });
    const repost = x.post('owen', 'RT @deniz: kargom ne…', { repostOf: first.id });
    const { pages } = await told;
    expect(pages.flatMap((page) => page.posts)).toMatchObject([
      { externalId: first.id },
      { externalId: edited.id, versionOf: first.id, text: 'kargom geldi', thread: expect.stringContaining('x:') as unknown },
      { externalId: repost.id, repostOf: first.id, text: 'kargom nerede' },
    ]);
  });

  it('closes the gap of a broken line by the search: nothing is lost, nothing comes twice', async () => {
    const ids: string[] = [];
    const running = turn(null, { turnMs: 20_000, enough: 4 });
    await until(() => calls(SEARCH).length === 1);
    ids.push(post());
    await until(() => x.stream.sent.length === 1);
    x.stream.deaf = true;
    x.stream.hangUp('cut');
    ids.push(post(), post());
    x.stream.deaf = false;
    await until(() => x.stream.listeners === 1 && calls(SEARCH).length === 2);
    ids.push(post());
    const first = await running;
    expect([first.ids.sort(), x.stream.connected]).toEqual([ids, 2]);
    expect((await turn(first.cursor)).ids).toEqual([]);
  });

  it('reads the search again soon after a line was opened and every few minutes: what the stream leaves out comes in', async () => {
    let time = Date.now();
    now = () => new Date(time);
    const { cursor } = await turn();
    x.stream.deaf = true;
    const missed = post();
    expect((await turn(cursor)).ids).toEqual([]);
    time += 36_000;
    const again = await turn(cursor);
    expect(again.ids).toEqual([missed]);
    time += 200_000;
    await turn(again.cursor);
    expect(calls(SEARCH)).toHaveLength(2);
    time += 101_000;
    await turn(again.cursor);
    expect(calls(SEARCH)).toHaveLength(3);
    expect(x.stream.connected).toBe(1);
  });

  it('loses nothing when the program dies with a page unstored, at any page', async () => {
    const all = [post(), post()];
    for (const pages of [0, 1, 2]) {
      const died = await turn(null, { pages, turnMs: 100 });
      all.push(post());
      const after = await turn(died.cursor, { turnMs: 300 });
      expect([...died.ids, ...after.ids].sort()).toEqual([...all].sort());
    }
  });

  it('stops at once and lets the line go', async () => {
    const stop = new AbortController();
    const running = turn(null, { turnMs: 30_000, signal: stop.signal });
    await until(() => x.stream.listeners === 1 && calls(SEARCH).length === 1);
    stop.abort();
    expect((await running).end).toMatchObject({ outcome: 'truncated' });
    await until(() => x.stream.listeners === 0);
  });
});

describe('rules of the stream', () => {
  it('are changed by as little as it takes, and those of others are left alone', async () => {
    x.world.streamRules = [
      { id: '1', value: 'theirs', tag: 'someone' },
      { id: '2', value: '(old) -is:retweet', tag: 'earshot: search' },
    ];
    const { cursor } = await turn();
    expect(x.world.streamRules.map((rule) => rule.value)).toEqual(['theirs', '(kargom) -is:retweet']);
    expect(calls(RULES, 'POST').map((one) => [one.query.get('dry_run'), Object.keys(one.requestBody as object)])).toEqual([
      ['true', ['add']],
      [null, ['add']],
      [null, ['delete']],
    ]);
    // Another search: the line stands, its rules are changed on the way, and the new search is read from its beginning.
    const old = x.post('deniz', 'paketim yok', { createdAt: new Date(Date.now() - 60_000) }).id;
    const other = await turn(cursor, { settings: { query: 'paketim' } });
    expect([other.ids, x.stream.connected]).toEqual([[old], 1]);
    expect(x.world.streamRules.map((rule) => rule.value)).toEqual(['theirs', '(paketim) -is:retweet']);
    // Switched off: the rule goes.
    await turn(other.cursor, { settings: { query: 'paketim', stream: false } });
    expect(x.world.streamRules.map((rule) => rule.value)).toEqual(['theirs']);
  });

  it('hear mentions of our account, too, and never ourselves', async () => {
    const running = turn(null, { turnMs: 20_000, enough: 1, settings: X_KEYS });
    await until(() => x.world.streamRules.length === 2 && calls('/2/users/{id}/mentions').length === 1);
    const mention = x.post('deniz', '@AnadoluHat merhaba').id;
    x.post(x.us, 'kargom bizim');
    expect((await running).ids).toEqual([mention]);
  });

  it.each<[string, XServerOptions, Record<string, unknown>, RegExp]>([
    ['too long', {}, { query: `kargom ${'a'.repeat(1100)}` }, /1[0-9]{3} characters is longer than the 1024/],
    ['too many', { mostRules: 0 }, {}, /Rules cap exceeded/],
    ['not a search of X', {}, { query: 'kargom OR (' }, /does not take the search as a rule/],
  ])('that are %s are said to be so', async (what, options, settings, words) => {
    await x.stop();
    await start(options);
    const heard = post();
    const { end, ids, cursor } = await turn(null, { settings });
    const { note } = stateOf(cursor);
    expect(note && noteInEnglish(note)).toMatch(words);
    expect(x.stream.listeners).toBe(0);
    if (what === 'not a search of X') return;
    // Listening goes on by search.
    expect([end?.onlyAsked, end?.notes]).toEqual([true, [note, { code: 'stream-by-search' }]]);
    if (what === 'too many') expect(ids).toEqual([heard]);
  });
});

describe('test connection', () => {
  const tryIt = async (settings: Record<string, unknown> = {}) => {
    const all = XSettings.parse({ query: 'kargom', bearerToken: X_BEARER, baseUrl: x.url, stream: true, ...settings });
    return xConnector.test({ settings: all, http, now: () => new Date(), signal: new AbortController().signal });
  };

  it('says whether X would take the rules, and changes nothing', async () => {
    expect((await tryIt()).notes).toContainEqual({ code: 'x-stream-ready' });
    const tooLong = { code: 'x-rule-long', params: { length: 1124, most: 1024 } };
    expect((await tryIt({ query: `kargom OR ${'a'.repeat(1100)}` })).notes.slice(-2)).toEqual([{ code: 'x-no-stream' }, tooLong]);
    x.fail({ kind: 'forbidden', detail: 'Your plan has no stream' }, { route: RULES });
    const { ok, notes } = await tryIt();
    expect([ok, notes.slice(-2)]).toMatchObject([true, [{ code: 'x-no-stream' }, { code: 'not-allowed', detail: 'Your plan has no stream' }]]); // prettier-ignore
    expect([x.world.streamRules, x.stream.connected]).toEqual([[], 0]);
  });
});

describe('when there is no stream', () => {
  it.each<[string, () => void, RegExp, number]>([
    ['it is taken', () => (x.rules.connections = 0), /is taken/, 60],
    ['a limit', () => x.fail({ kind: 'too-many', resetInSeconds: 300 }, { route: STREAM }), /asks us to wait/, 299],
    ['a plan without it', () => x.fail({ kind: 'forbidden', detail: 'Not for you' }, { route: STREAM }), /403.*Not for you/, 900],
    ['a server that fails', () => x.fail({ kind: 'status', status: 503 }, { route: STREAM }), /503/, 5],
  ])('%s: the search goes on alone, and it is tried again later', async (_what, bringAbout, words, seconds) => {
    bringAbout();
    const heard = post();
    const asked = Date.now();
    const { end, ids, cursor } = await turn();
    expect([ids, end]).toMatchObject([[heard], { outcome: 'ok', onlyAsked: true }]);
    expect(notesInEnglish(end?.notes ?? [])).toMatch(words);
    expect(end?.goOn).toBeUndefined();
    const wait = Date.parse(stateOf(cursor).notBefore!) - asked;
    expect(Math.round(wait / 1000)).toBeGreaterThanOrEqual(seconds);
    expect(wait / 1000).toBeLessThan(seconds + 30);
    const connects = calls(STREAM).length;
    const next = post();
    expect((await turn(cursor)).ids).toEqual([next]);
    expect(calls(STREAM)).toHaveLength(connects);
    const later = Date.now() + seconds * 1000 + 30_000;
    now = () => new Date(later);
    x.rules.connections = 1;
    expect((await turn(cursor)).end).toMatchObject({ goOn: true });
  });

  it.each<[string, () => void]>([
    ['in order', () => x.stream.hangUp('end')],
    ['without a word', () => x.stream.hangUp('cut')],
    ['with a line that does not end', () => x.stream.say(' '.repeat(1_100_000))],
    ['for operational reasons', () => x.stream.say(OPERATIONAL)],
    ['because the plan is used up', () => x.stream.say(OPERATIONAL.replace('for operational reasons', 'UsageCapExceeded'))],
  ])('a line that breaks off %s loses nothing', async (_how, breakOff) => {
    const running = turn(null, { turnMs: 700 });
    await until(() => calls(SEARCH).length === 1);
    breakOff();
    await until(() => x.stream.connected === 2 || x.stream.listeners === 0);
    const first = await running;
    const heard = post();
    now = () => new Date(Date.now() + 40_000);
    const next = await turn(first.cursor, { turnMs: 200 });
    expect(next.ids).toEqual([heard]);
    expect(['ok', 'empty']).toContain(next.end?.outcome);
  });

  it('a form that cannot be read is refused with its reason, and the search is heard', async () => {
    const running = turn(null, { turnMs: 1500 });
    await until(() => calls(SEARCH).length === 1);
    x.stream.say('{"data":{"identifier":5}}\r\nno JSON\r\n[1]\r\n');
    const { refused, end } = await running;
    expect(refused.map((one) => one.reason)).toEqual([
      expect.stringMatching(/^id: /),
      'A line of the stream is not JSON',
      expect.stringMatching(/a line of its stream/),
    ]);
    expect(end).toMatchObject({ goOn: true, notes: [{ code: 'stream-odd' }] });
  });

  it('a search that must wait does not end the stream, and is made up for later', async () => {
    const missed = post();
    x.fail({ kind: 'too-many', resetInSeconds: 90 }, { route: SEARCH });
    const running = turn(null, { turnMs: 2500 });
    await until(() => x.world.streamRules.length === 1 && calls(SEARCH).length === 1);
    const heard = post();
    const first = await running;
    expect([first.ids, first.end]).toMatchObject([
      [heard],
      { goOn: true, notes: [{ code: 'waits' }, { code: 'stream-meanwhile' }] },
    ]);
    now = () => new Date(Date.now() + 95_000);
    expect((await turn(first.cursor)).ids).toEqual([missed]);
  });

  it('a token that is taken back in mid-run is said at once', async () => {
    const { cursor } = await turn();
    x.stream.hangUp('cut');
    x.fail({ kind: 'unauthorized' }, { times: 99 });
    const { end } = await turn(cursor, { turnMs: 1000 });
    expect([end?.outcome, end?.notes?.map(({ code }) => code)]).toEqual(['forbidden', ['credentials', 'stream-refused', 'stream-by-search']]); // prettier-ignore
    expect(end?.goOn).toBeUndefined();
  });
});

const OPERATIONAL =
  '{"errors":[{"title":"operational-disconnect","disconnect_type":"UpstreamOperationalDisconnect","detail":"This stream has been disconnected upstream for operational reasons.","type":"https://api.x.com/2/problems/operational-disconnect"}]}\r\n';

describe('what the watches ask for', () => {
  const watching =
    (...queries: string[]) =>
    () =>
      queries.map((text, i) => {
        const parsed = parseQuery(text);
        if (!parsed.ok) throw new Error(text);
        return { id: String(i + 1), name: text, query: parsed.query };
      });
  const settings = { query: undefined, fromWatches: true };

  it('is made into rules and searches, and stays in step: nothing of a new watch is missed', async () => {
    const early = post('Şikâyetim var');
    const one = await turn(null, { settings, watched: watching('Şikâyet* OR şikâyetim') });
    expect([one.ids, one.end?.notes]).toEqual([[early], [{ code: 'x-not-askable', params: { watches: '“Şikâyet* OR şikâyetim” (Şikâyet*)' } }]]); // prettier-ignore
    expect(x.world.streamRules).toMatchObject([{ value: '(şikâyetim OR sikayetim) -is:retweet', tag: 'earshot: watch 1' }]);
    const waiting = post('iade istiyorum');
    const running = turn(one.cursor, { settings, watched: watching('şikâyetim', 'iade'), turnMs: 20_000, enough: 2 });
    await until(() => x.world.streamRules.length === 2 && x.stream.listeners === 1);
    const heard = post('iade yok');
    const two = await running;
    expect(new Set(two.ids)).toEqual(new Set([waiting, heard]));
    const three = await turn(two.cursor, { settings, watched: watching('iade') });
    expect(x.world.streamRules.map(({ value }) => value)).toEqual(['(iade) -is:retweet']);
    expect(three.ids).toEqual([]);
  });

  it('leaves a rule out that X refuses, says so, and hears by the others', async () => {
    const one = await turn(null, { settings, watched: watching('iade', 'site:a.example') });
    expect(one.end).toMatchObject({ goOn: true });
    x.rules.refuses = /kargo/;
    const two = await turn(one.cursor, { settings, watched: watching('iade', 'kargocu') });
    expect(two.end).toMatchObject({ goOn: true, notes: [{ code: 'x-rule-refused' }] });
    expect(x.world.streamRules.map(({ value }) => value)).toEqual(['(iade) -is:retweet']);
  });
});
