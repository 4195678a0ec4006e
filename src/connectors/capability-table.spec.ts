import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ALL_CONNECTORS } from './all-connectors.js';
import { capabilityTable, type FaultMatrix } from './capability-table.js';
import { LISTENING, TELLING } from './capabilities.js';

describe('what the connectors declare', () => {
  it('stands in docs/connectors.md as it is in the code: npm run docs:connectors writes it', () => {
    const faults = JSON.parse(readFileSync('test/contract/fault-matrix.json', 'utf8')) as FaultMatrix;
    expect(readFileSync('docs/connectors.md', 'utf8')).toBe(capabilityTable(ALL_CONNECTORS, faults));
  });

  it.each(ALL_CONNECTORS.map((connector) => [connector.kind, connector] as const))('%s is what it says', (kind, connector) => {
    const { listens, tells, reachesBack, answersPrivately, testedAgainst } = connector.capabilities;
    expect(listens.every((one) => LISTENING.includes(one)) && new Set(listens).size === listens.length).toBe(true);
    expect(tells.every((one) => TELLING.includes(one)) && new Set(tells).size === tells.length).toBe(true);
    expect(listens.length).toBeGreaterThan(0);
    expect(listens.includes('called')).toBe(connector.receive !== undefined);
    expect(listens.includes('stream')).toBe(connector.streams !== undefined);
    expect(answersPrivately === true && connector.replies === undefined).toBe(false);
    expect([reachesBack.length > 5, testedAgainst.length > 5, /[.]$/.test(testedAgainst)]).toEqual([true, true, false]);
    expect(existsSync(`src/connectors/${kind}/README.md`)).toBe(true);
  });
});
