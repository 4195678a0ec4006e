/** What a network does when it is not well, on the wire: every connector must say so, lose nothing and recover alone. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { PollOutcome } from '#libs/contracts/words.js';
import type { Connector } from '../../src/connectors/connector.js';
import { pollOnce, type ContractWorld } from './contract-world.js';
import { expectSound, idsOf } from './sound-posts.js';
import * as wire from './fault-gate.js';
import { holdsToMatrix } from './fault-matrix.js';

interface Fault {
  how(world: ContractWorld): wire.WireFault;
  /** How a poll may end. */
  outcomes: PollOutcome[];
  /** Questions that get through before. */
  after?: number;
}

const NO_ANSWER: PollOutcome[] = ['unreachable', 'schema-changed', 'forbidden'];
const TOO_MUCH: PollOutcome[] = ['truncated', 'schema-changed', 'unreachable'];

const FAULTS: Record<string, Fault> = {
  '429 that says until when': { how: (world) => wire.tooMany(throttling(world)), outcomes: ['throttled'] },
  '429 that does not': { how: () => wire.tooMany({}), outcomes: ['throttled'] },
  '401': { how: () => wire.unauthorised, outcomes: ['forbidden'] },
  '401 in mid-run': { how: () => wire.unauthorised, outcomes: ['forbidden'], after: 1 },
  '500 for a while': { how: () => wire.brokenServer, outcomes: ['unreachable'] },
  '500 in mid-run': { how: () => wire.brokenServer, outcomes: ['unreachable'], after: 1 },
  'an answer cut short': { how: () => wire.cutAnswer, outcomes: ['unreachable'] },
  'slow bytes': { how: () => wire.slowBytes, outcomes: ['unreachable'] },
  'an endless body': { how: () => wire.endlessBody, outcomes: TOO_MUCH },
  'a gzip bomb': { how: () => wire.gzipBomb, outcomes: TOO_MUCH },
  'a redirect loop': { how: () => wire.redirectLoop, outcomes: NO_ANSWER },
  'a redirect to a private address': { how: () => wire.redirectInward, outcomes: NO_ANSWER },
  'a web page instead': { how: () => wire.webPage, outcomes: ['schema-changed'] },
  'another schema': { how: () => wire.otherSchema, outcomes: ['schema-changed'] },
};

function throttling(world: ContractWorld): Record<string, string> {
  return world.throttling?.(7) ?? { 'retry-after': '7' };
}

/** @param current the world of the running test */
export function connectorFaults(connector: Connector, current: () => ContractWorld): void {
  let gate: wire.FaultGate;
  beforeAll(async () => {
    gate = await wire.FaultGate.open();
  });
  afterAll(() => gate.close());

  it.each(Object.entries(FAULTS))('%s', async (name, fault) => {
    const world = current();
    if (world.asksNobody) return;
    const gated = { ...world, http: gate.before(world.http) };
    const ids = await world.addPosts(fault.after ? 250 : 2);
    gate.fail(fault.how(world), fault.after);
    const ill = await pollOnce(connector, gated, null);
    const met = gate.heal();
    if (met || !fault.after) {
      expect({ name, end: ill.end }).toMatchObject({ end: { outcome: expect.stringMatching(anyOf(fault.outcomes)) as unknown } });
      if (name.endsWith('until when')) expect(ill.end?.retryAfterSeconds).toBeLessThan(10);
    }
    expect(gate.inward).toBe(0);
    const well = await pollOnce(connector, gated, ill.cursor);
    expect([...new Set(idsOf([...ill.posts, ...well.posts]))]).toEqual([...ids].sort());
    expect(['ok', 'empty']).toContain(well.end?.outcome);
    // Who asks once only cannot meet a fault in mid-run.
    if (met) holdsToMatrix(connector.kind, name, ill.end!.outcome, fault.outcomes.length === 1);
  });

  it.each([
    ['an hour fast', 3_600_000],
    ['an hour slow', -3_600_000],
  ])('our clock is %s', async (what, skew) => {
    const world = current();
    const skewed = { ...world, now: () => new Date(world.now().getTime() + skew) };
    const ids = [...(await world.addPosts(3))];
    const first = await pollOnce(connector, skewed, null);
    ids.push(...(await world.addPosts(2)));
    const second = await pollOnce(connector, skewed, first.cursor);
    expect(idsOf([...first.posts, ...second.posts])).toEqual([...ids].sort());
    // What lies in our future is moved to now when it is stored.
    const latest = new Date(Math.max(world.now().getTime(), skewed.now().getTime()));
    for (const post of [...first.posts, ...second.posts]) expectSound(post, latest);
    holdsToMatrix(connector.kind, `our clock is ${what}`, 'hears all');
  });
}

function anyOf(outcomes: PollOutcome[]): RegExp {
  return new RegExp(`^(${outcomes.join('|')})$`);
}
