/** What every connector that polls must do, whatever its network: run by each with a world of its own. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { NOTES } from '#libs/contracts/note-words.js';
import { notesInEnglish } from '#libs/contracts/notes.js';
import type { PollOutcome } from '#libs/contracts/words.js';
import type {
  Connector,
  DeletedPost,
  IncomingPost,
  OwnAccount,
  PollEnd,
  PollPage,
  Telling,
} from '../../src/connectors/connector.js';
import { endOfSilence } from '../../src/connectors/silence.js';
import { isStorable } from '../../src/connectors/storable.js';
import { OutboundError, type SafeHttp } from '../../src/platform/outbound/safe-http.js';
import { connectorFaults } from './connector-faults.js';
import { connectorOddInput } from './connector-odd-input.js';
import { holdsToMatrix } from './fault-matrix.js';

/** A network that the test rules over. */
export interface ContractWorld {
  settings: unknown;
  http: SafeHttp;
  now(): Date;
  /** Makes posts appear, the later ones newer. @returns their external ids */
  addPosts(count: number): Promise<string[]> | string[];
  /** For each outcome that this network can bring about: makes the next poll end so. */
  outcomes: Partial<Record<PollOutcome, () => void | Promise<void>>>;
  /** Settings that are not right, each with the field that is wrong. */
  badSettings: { settings: unknown; field: string }[];
  /** From now on the network takes the question and never answers; left out where nothing is waited for. */
  hang?(): void;
  /** The network gives what was read once and confirmed to nobody again: a crash is tried on a fresh one each time. */
  readOnce?: boolean;
  /** Adds a thing that cannot be read among posts that can. @returns the ids of the good ones */
  addBadInput?(): Promise<string[]> | string[];
  /** An author changes a post. @returns the id under which the new version comes, and its words; left out where a network has no edits */
  edit?(externalId: string): Promise<{ externalId: string; text: string }> | { externalId: string; text: string };
  /** A post goes away; left out where a network does not tell. */
  remove?(externalId: string): Promise<void> | void;
  /** Somebody repeats a post. @returns the id of the repost; left out where reposts are not told */
  repost?(externalId: string): Promise<string> | string;
  /** So much comes, or so much time goes by, that the network no longer shows all of it. @returns the ids of what it still shows; left out where it keeps all */
  away?(): string[];
  /** The headers by which this network says how many seconds to wait; `retry-after` when left out. */
  throttling?(seconds: number): Record<string, string>;
  /** true: answers are only pretended, so there is no account to answer as. */
  actsAsNobody?: boolean;
  /** true: nothing is asked over the network, so nothing can go wrong on the wire. */
  asksNobody?: boolean;
  /** As many posts as make at least three pages; 250 when left out. A crash is tried after each of them. */
  threePages?: number;
  /** How long a poll of a stream lasts; short, so that a test need not wait. */
  turnMs?: number;
  stop(): Promise<void>;
}

/** What the network itself can bring about, beside the faults of the wire. */
const OWN_FAULT = 'what its network says';

export interface Polled {
  pages: PollPage[];
  posts: IncomingPost[];
  deleted: DeletedPost[];
  end: PollEnd | null;
  /** What the last page left; what the poll began with when there was none. */
  cursor: unknown;
}

/** Polls as the desk does. @param pages stop as if the program died once so many pages are stored */
export async function pollOnce(
  connector: Connector,
  world: ContractWorld,
  cursor: unknown,
  { pages: most = Infinity, signal = new AbortController().signal, account = null as OwnAccount | null } = {},
): Promise<Polled> {
  const { http, now, turnMs } = world;
  const settings = connector.settings.parse(world.settings);
  const run = connector.poll!({
    settings,
    http,
    now,
    signal,
    cursor,
    account,
    intervalSeconds: 60,
    ...(turnMs === undefined ? {} : { turnMs }),
  });
  const pages: PollPage[] = [];
  let end: PollEnd | null = null;
  while (end === null && pages.length < most) {
    const step = await run.next().catch(silence);
    if (step.done) end = step.value;
    // The cursor goes through the database between two polls.
    else pages.push({ ...step.value, cursor: JSON.parse(JSON.stringify(step.value.cursor)) });
  }
  await run.return({ outcome: 'truncated' });
  if (end !== null) expectExplained(end);
  const posts = pages.flatMap((page) => page.posts);
  return { pages, posts, deleted: pages.flatMap((page) => page.deleted ?? []), end, cursor: pages.at(-1)?.cursor ?? cursor };
}

/** An end that is not a good one says why, in codes that there are words for. */
function expectExplained({ outcome, notes = [] }: PollEnd): void {
  expect(notes.filter(({ code }) => !Object.hasOwn(NOTES, code))).toEqual([]);
  if (outcome !== 'ok' && outcome !== 'empty') expect({ outcome, said: notes.length > 0 }).toEqual({ outcome, said: true });
}

/** As the desk takes it: what the poll says itself, else what the network keeps. @returns null: it saw all */
function sightOf(connector: Connector, world: ContractWorld, { end }: Polled): Date | null {
  if (end?.reachesBackTo !== undefined) return end.reachesBackTo;
  const hours = world.away && connector.reachesBackHours?.(connector.settings.parse(world.settings));
  return hours ? new Date(world.now().getTime() - hours * 3_600_000) : null;
}

/** A connector may let through that no answer came: the desk knows what that means. */
function silence(error: unknown): { done: true; value: PollEnd } {
  if (error instanceof OutboundError) return { done: true, value: endOfSilence(error, 'the network') };
  throw error;
}

/** Named in the fault matrix. */
const AWAY = 'a long time away';

/** @param makeWorld gives a fresh network for every test */
export function connectorContract(connector: Connector, makeWorld: () => Promise<ContractWorld>): void {
  let world: ContractWorld;
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(() => world.stop());

  describe('listens', () => {
    it('pages to the end and then finds nothing new', async () => {
      const ids = await world.addPosts(250);
      const first = await pollOnce(connector, world, null);
      expect(first.end).toMatchObject({ outcome: 'ok' });
      expect(idsOf(first.posts)).toEqual([...ids].sort());
      const second = await pollOnce(connector, world, first.cursor);
      expect([second.posts.length, second.end?.outcome]).toEqual([0, 'empty']);
    });

    it('finds only what is new since the last poll', async () => {
      await world.addPosts(3);
      const { cursor } = await pollOnce(connector, world, null);
      const more = await world.addPosts(2);
      expect(idsOf((await pollOnce(connector, world, cursor)).posts)).toEqual([...more].sort());
    });

    it('goes on after a crash at any page, without gap or duplicate, though posts came in between', async () => {
      const many = world.threePages ?? 250;
      let ids = [...(await world.addPosts(many))];
      const whole = (await pollOnce(connector, world, null)).pages.length;
      if (world.threePages !== undefined) expect(whole).toBeGreaterThan(2);
      for (let stored = 1; stored <= whole; stored += 1) {
        if (world.readOnce) {
          await world.stop();
          world = await makeWorld();
          ids = [...(await world.addPosts(many))];
        }
        const crashed = await pollOnce(connector, world, null, { pages: stored });
        ids.push(...(await world.addPosts(2)));
        const after = await pollOnce(connector, world, crashed.cursor);
        expect(idsOf([...crashed.posts, ...after.posts])).toEqual([...ids].sort());
      }
      holdsToMatrix(connector.kind, 'killed after any page', 'hears all');
    });

    it('says how far back it saw after a long time away', async () => {
      await world.addPosts(3);
      const before = await pollOnce(connector, world, null);
      const left = await (world.away?.() ?? world.addPosts(60));
      const after = await pollOnce(connector, world, before.cursor);
      expect(idsOf(after.posts)).toEqual([...left].sort());
      const saw = sightOf(connector, world, after);
      holdsToMatrix(connector.kind, AWAY, world.away === undefined ? 'hears all' : 'says since when it sees');
      if (world.away === undefined) return expect([saw, after.end?.outcome]).toEqual([null, 'ok']);
      // What came before that instant is said to be lost: something is, and not all. Of several lists the shallowest counts.
      const newest = Math.max(...after.posts.map((one) => one.postedAt.getTime()));
      expect([saw instanceof Date, saw!.getTime() <= newest]).toEqual([true, true]);
      expect(saw!.getTime()).toBeGreaterThan(Math.max(...before.posts.map((one) => one.postedAt.getTime())));
    });

    it('gives posts that can be stored and shown', async () => {
      await world.addPosts(20);
      for (const post of (await pollOnce(connector, world, null)).posts) expectSound(post, world.now());
    });

    it('takes the good among the bad, and says of each bad one what is wrong', async () => {
      if (world.addBadInput === undefined) return;
      const good = await world.addBadInput();
      const { posts, pages } = await pollOnce(connector, world, null);
      expect(idsOf(posts)).toEqual([...good].sort());
      const refused = pages.flatMap((page) => page.refused);
      expect(refused.length).toBeGreaterThan(0);
      for (const one of refused)
        expect([one.reason.length > 5, one.excerpt.length <= 2000, isStorable(one.excerpt)]).toEqual([true, true, true]);
    });
  });

  describe('follows what becomes of a post', () => {
    it('a change comes as a newer version of the same post', async () => {
      if (world.edit === undefined) return;
      const [, id] = (await world.addPosts(3)) as [string, string];
      const before = await pollOnce(connector, world, null);
      const { externalId, text } = await world.edit(id);
      const after = await pollOnce(connector, world, before.cursor);
      expect(idsOf(after.posts)).toEqual([externalId]);
      const [post] = after.posts as [IncomingPost];
      const first = before.posts.find((one) => one.externalId === id)!;
      expect(post).toMatchObject({ text: expect.stringContaining(text) as unknown, author: { key: first.author.key } });
      expect(externalId === id ? undefined : id).toBe(post.versionOf);
      expect(post.editedAt?.getTime()).toBeGreaterThan(first.editedAt?.getTime() ?? first.postedAt.getTime());
      expect(post.editedAt!.getTime()).toBeLessThanOrEqual(world.now().getTime());
      expectSound(post, world.now());
      expect((await pollOnce(connector, world, after.cursor)).posts).toEqual([]);
    });

    it('a deletion is told', async () => {
      if (world.remove === undefined) return;
      const [, id] = (await world.addPosts(3)) as [string, string];
      const { cursor } = await pollOnce(connector, world, null);
      await world.remove(id);
      const after = await pollOnce(connector, world, cursor);
      expect(after.deleted.map((one) => one.externalId)).toEqual([id]);
      expect(after.deleted[0]!.at.getTime()).toBeLessThanOrEqual(world.now().getTime());
      expect(after.posts).toEqual([]);
    });

    it('a repost points to its original', async () => {
      if (world.repost === undefined) return;
      const [, id] = (await world.addPosts(3)) as [string, string];
      const before = await pollOnce(connector, world, null);
      const repost = await world.repost(id);
      const after = await pollOnce(connector, world, before.cursor);
      const [post, ...others] = after.posts;
      expect([post?.externalId, post?.repostOf, others]).toEqual([repost, id, []]);
      const original = before.posts.find((one) => one.externalId === id)!;
      expect(post!.text).toBe(original.text);
      expect(post!.author.key).not.toBe(original.author.key);
      expectSound(post!, world.now());
    });
  });

  describe('tells how it ended', () => {
    it('with every outcome this network can bring about, and hears all once it is well again', async () => {
      for (const [outcome, bringAbout] of Object.entries(world.outcomes)) {
        await world.stop();
        world = await makeWorld();
        const ids = await world.addPosts(2);
        await world.outcomes[outcome as PollOutcome]!();
        const ill = await pollOnce(connector, world, null);
        expect([bringAbout.name, ill.end?.outcome]).toEqual([bringAbout.name, outcome]);
        if (outcome === 'throttled') expect(ill.end?.retryAfterSeconds).toBeGreaterThan(0);
        holdsToMatrix(connector.kind, OWN_FAULT, outcome);
        const well = await pollOnce(connector, world, ill.cursor);
        expect([...new Set(idsOf([...ill.posts, ...well.posts]))]).toEqual([...ids].sort());
      }
    });

    it('ends within a second when it is told to stop', async () => {
      await world.addPosts(2);
      world.hang?.();
      const stop = new AbortController();
      const polling = pollOnce(connector, world, null, { signal: stop.signal });
      // A second of this process: on a machine that is busy with others the ticks are late as well.
      let ticks = 0;
      const second = setInterval(() => (ticks += 1), 10);
      setTimeout(() => stop.abort(), 50);
      const ended = await polling;
      clearInterval(second);
      expect(ticks).toBeLessThan(105);
      if (world.hang !== undefined) expect(ended.end?.outcome).toBe('truncated');
      const already = await pollOnce(connector, world, null, { signal: AbortSignal.abort() });
      expect([already.posts.length, already.end?.outcome]).toEqual([0, 'truncated']);
    });
  });

  describe('survives what a network can do', () => connectorFaults(connector, () => world));
  describe('survives what no network should send', () => connectorOddInput(connector, () => world));

  describe('keeps its word', () => {
    it('tells as whom it answers before the first post, though there is none, and no more once the desk knows', async () => {
      const settings = connector.settings.parse(world.settings);
      if (connector.replies?.unavailable(settings) !== null || world.actsAsNobody) return;
      const { account } = await connector.test({
        settings,
        http: world.http,
        now: world.now,
        signal: AbortSignal.timeout(60_000),
      });
      expect(account?.handle).toMatch(/\S/);
      const silent = await pollOnce(connector, world, null);
      expect(silent.pages.map((page) => page.account)).toEqual([account, ...silent.pages.slice(1).map(() => undefined)]);
      await world.addPosts(3);
      const first = await pollOnce(connector, world, null);
      expect([first.posts.length, first.pages[0]?.account]).toEqual([3, account]);
      await world.addPosts(1);
      const second = await pollOnce(connector, world, first.cursor, { account: account! });
      expect([second.posts.length, second.pages.filter((page) => page.account !== undefined)]).toEqual([1, []]);
    });

    it('says of every post who can read an answer to it', async () => {
      await world.addPosts(5);
      const { posts } = await pollOnce(connector, world, null);
      const seen = posts.flatMap(({ externalId, network, extra = null }) => {
        const offered = connector.replies?.visibilities?.(world.settings, {
          externalId,
          network: network ?? connector.kind,
          extra,
        }) ?? ['public'];
        expect(new Set(offered).size).toBe(offered.length);
        expect(offered.length).toBeGreaterThan(0);
        return offered;
      });
      if (seen.includes('private')) expect(connector.capabilities.answersPrivately).toBe(true);
    });

    it('what it tells about posts is what it declares', async () => {
      const [first, second, third] = [...(await world.addPosts(20))] as [string, string, string];
      const before = await pollOnce(connector, world, null);
      await world.edit?.(first);
      await world.remove?.(second);
      await world.repost?.(third);
      const after = await pollOnce(connector, world, before.cursor);
      const told = [...before.posts, ...after.posts].flatMap(toldBy);
      if (after.deleted.length > 0) told.push('deletions');
      const { tells } = connector.capabilities;
      expect([...new Set(told)].filter((one) => !tells.includes(one))).toEqual([]);
    });
  });

  describe('is set up', () => {
    it('by a form: every field has a title, and secrets say that they are', () => {
      const fields = Object.entries((connector.settings as unknown as z.ZodObject).shape) as [string, z.ZodType][];
      expect(fields.length).toBeGreaterThan(0);
      for (const [name, field] of fields) {
        const meta = metaOf(field);
        expect([name, typeof meta['title']]).toEqual([name, 'string']);
        if (/secret|token|password|key$/i.test(name)) expect([name, meta['secret']]).toEqual([name, true]);
      }
    });

    it('and says which field is wrong', () => {
      for (const { settings, field } of world.badSettings) {
        const read = connector.settings.safeParse(settings);
        expect([field, read.error?.issues.some((issue) => issue.path[0] === field || issue.message.includes(field))]).toEqual([
          field,
          true,
        ]);
      }
    });

    it('and "test connection" shows posts, or explains', async () => {
      await world.addPosts(5);
      const settings = connector.settings.parse(world.settings);
      const context = { settings, http: world.http, now: world.now, signal: new AbortController().signal };
      const good = await connector.test(context);
      expect([good.ok, good.samples.length > 0, good.notes.length > 0]).toEqual([true, true, true]);
      await world.outcomes.forbidden?.();
      if (world.outcomes.forbidden === undefined) return;
      const bad = await connector.test(context);
      expect([bad.ok, notesInEnglish(bad.notes).length > 10, bad.samples]).toEqual([false, true, []]);
    });
  });
}

/** Which of the things that a connector may tell this post tells. */
function toldBy(post: IncomingPost): Telling[] {
  const told: Record<Exclude<Telling, 'deletions'>, boolean> = {
    thread: post.thread !== null,
    language: post.lang !== null,
    media: (post.media ?? []).length > 0,
    reach: post.reach !== undefined,
    links: (post.links ?? []).length > 0,
    edits: post.editedAt !== undefined,
    reposts: post.repostOf !== undefined,
    quotes: post.quoteOf !== undefined,
    followers: post.author.followers !== null,
  };
  return (Object.keys(told) as (keyof typeof told)[]).filter((one) => told[one]);
}

export function idsOf(posts: IncomingPost[]): string[] {
  return posts.map((post) => post.externalId).sort();
}

export function expectSound(post: IncomingPost, now: Date): void {
  const texts = [
    post.externalId,
    post.text,
    post.author.key,
    post.author.handle ?? '',
    post.author.name ?? '',
    post.thread ?? '',
    post.url ?? '',
  ];
  expect(texts.every(isStorable)).toBe(true);
  expect(post.externalId).not.toBe('');
  expect(post.author.key).not.toBe('');
  expect(post.postedAt.getTime()).toBeLessThanOrEqual(now.getTime());
  expect(post.text).not.toMatch(/&(amp|lt|gt);|<\/?[a-z]+>/);
  if (post.url !== null) expect(post.url).toMatch(/^https?:\/\//);
  for (const { url, alt } of post.media ?? []) {
    expect([url === null || /^https?:\/\//.test(url), isStorable(url ?? ''), isStorable(alt ?? '')]).toEqual([true, true, true]);
  }
  for (const count of Object.values(post.reach ?? {}))
    expect([count, Number.isInteger(count) && count >= 0]).toEqual([count, true]);
}

function metaOf(field: z.ZodType): Record<string, unknown> {
  const inner = (field as unknown as { def?: { innerType?: z.ZodType } }).def?.innerType;
  return { ...(inner === undefined ? {} : metaOf(inner)), ...(field.meta() ?? {}) };
}
