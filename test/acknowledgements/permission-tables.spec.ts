import { describe, expect, it } from '@jest/globals';
import { tableOf } from '../../libs/permission/all-networks.js';
import { ALL_CONNECTORS } from '../../src/connectors/all-connectors.js';

describe('permission tables', () => {
  it('there is one for every connector that can reply; write it in libs/permission/networks', () => {
    const without = ALL_CONNECTORS.filter(({ replies, kind }) => replies !== undefined && tableOf(kind) === undefined);
    expect(without.map(({ kind }) => kind)).toEqual([]);
  });

  it('says of every other connector that nothing can be sent there, or nothing of it at all', () => {
    const known = ALL_CONNECTORS.filter(({ replies }) => replies === undefined).flatMap(({ kind }) => tableOf(kind) ?? []);
    for (const { rules } of known) expect(rules.length).toBeGreaterThan(0);
  });
});
