/** The first half of the contract: what a connector hears, without gap or duplicate, and what it tells of what becomes of a post. */
import { describe, expect, it } from '@jest/globals';
import type { Connector } from '../../src/connectors/connector.js';
import type { IncomingPost } from '../../src/connectors/incoming-post.js';
import { isStorable } from '../../src/connectors/storable.js';
import { pollOnce, type ContractWorld, type Polled } from './contract-world.js';
import { holdsToMatrix } from './fault-matrix.js';
import { expectSound, idsOf } from './sound-posts.js';

interface Worlds {
  /** That of the running test. */
  current(): ContractWorld;
  /** A fresh one in its place. */
  renew(): Promise<ContractWorld>;
}

/** Named in the fault matrix. */
const AWAY = 'a long time away';

export function connectorListening(connector: Connector, { current, renew }: Worlds): void {
  describe('listens', () => {
    it('pages to the end and then finds nothing new', async () => {
      const world = current();
      const ids = await world.addPosts(250);
      const first = await pollOnce(connector, world, null);
      expect(first.end).toMatchObject({ outcome: 'ok' });
      expect(idsOf(first.posts)).toEqual([...ids].sort());
      const second = await pollOnce(connector, world, first.cursor);
      expect([second.posts.length, second.end?.outcome]).toEqual([0, 'empty']);
    });

    it('finds only what is new since the last poll', async () => {
      const world = current();
      await world.addPosts(3);
      const { cursor } = await pollOnce(connector, world, null);
      const more = await world.addPosts(2);
      expect(idsOf((await pollOnce(connector, world, cursor)).posts)).toEqual([...more].sort());
    });

    it('goes on after a crash at any page, without gap or duplicate, though posts came in between', async () => {
      let world = current();
      const many = world.threePages ?? 250;
      let ids = [...(await world.addPosts(many))];
      const whole = (await pollOnce(connector, world, null)).pages.length;
      if (world.threePages !== undefined) expect(whole).toBeGreaterThan(2);
      for (let stored = 1; stored <= whole; stored += 1) {
        if (world.readOnce) {
          world = await renew();
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
      const world = current();
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
      const world = current();
      await world.addPosts(20);
      for (const post of (await pollOnce(connector, world, null)).posts) expectSound(post, world.now());
    });

    it('takes the good among the bad, and says of each bad one what is wrong', async () => {
      const world = current();
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
      const world = current();
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
      const world = current();
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
      const world = current();
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
}

/** As the desk takes it: what the poll says itself, else what the network keeps. @returns null: it saw all */
function sightOf(connector: Connector, world: ContractWorld, { end }: Polled): Date | null {
  if (end?.reachesBackTo !== undefined) return end.reachesBackTo;
  const hours = world.away && connector.reachesBackHours?.(connector.settings.parse(world.settings));
  return hours ? new Date(world.now().getTime() - hours * 3_600_000) : null;
}
