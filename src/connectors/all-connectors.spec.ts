import { describe, expect, it } from '@jest/globals';
import { SOURCE_KINDS } from '#libs/contracts/words.js';
import { ALL_CONNECTORS, connectorOf } from './all-connectors.js';

describe('the list of connectors', () => {
  it('has one for each kind of source', () => {
    expect(ALL_CONNECTORS.map((connector) => connector.kind).sort()).toEqual([...SOURCE_KINDS].sort());
    for (const kind of SOURCE_KINDS) expect(connectorOf(kind).kind).toBe(kind);
  });

  it('each asks, or is called and checks who calls, or both', () => {
    for (const { kind, poll, receive, verify } of ALL_CONNECTORS) {
      expect([kind, poll !== undefined || receive !== undefined]).toEqual([kind, true]);
      expect([kind, verify !== undefined]).toEqual([kind, receive !== undefined]);
    }
  });
});
