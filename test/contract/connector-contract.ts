/** What every connector that polls must do, whatever its network: run by each with a world of its own. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { notesInEnglish } from '#libs/contracts/notes.js';
import type { PollOutcome } from '#libs/contracts/words.js';
import type { Connector } from '../../src/connectors/connector.js';
import { connectorFaults } from './connector-faults.js';
import { connectorListening } from './connector-listening.js';
import { connectorOddInput } from './connector-odd-input.js';
import { pollOnce, type ContractWorld } from './contract-world.js';
import { holdsToMatrix } from './fault-matrix.js';
import { idsOf, toldBy } from './sound-posts.js';

/** What the network itself can bring about, beside the faults of the wire. */
const OWN_FAULT = 'what its network says';

/** @param makeWorld gives a fresh network for every test */
export function connectorContract(connector: Connector, makeWorld: () => Promise<ContractWorld>): void {
  let world: ContractWorld;
  beforeEach(async () => {
    world = await makeWorld();
  });
  afterEach(() => world.stop());
  const renew = async () => {
    await world.stop();
    return (world = await makeWorld());
  };

  connectorListening(connector, { current: () => world, renew });

  describe('tells how it ended', () => {
    it('with every outcome this network can bring about, and hears all once it is well again', async () => {
      for (const [outcome, bringAbout] of Object.entries(world.outcomes)) {
        await renew();
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

function metaOf(field: z.ZodType): Record<string, unknown> {
  const inner = (field as unknown as { def?: { innerType?: z.ZodType } }).def?.innerType;
  return { ...(inner === undefined ? {} : metaOf(inner)), ...(field.meta() ?? {}) };
}
