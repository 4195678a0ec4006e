import { describe, expect, it } from '@jest/globals';
import { compileWatches, matchPost, type CompiledWatches } from '../match-posts.js';
import { parseQuery } from '../parse-query.js';
import { prefilterBytes } from '../prefilter-bytes.js';
import { Lease, type Tenant } from './memory-pool.js';

const MOST = 6;

class Guest implements Tenant {
  told = 0;
  leave(): void {
    this.told += 1;
  }
}

describe('memories that sets of watches take turns with', () => {
  it('are never more than a few, and whoever has to leave is told once', () => {
    const guests: Guest[] = [];
    const memories = new Set<object>();
    for (let i = 0; i < 300; i++) {
      const guest = new Guest();
      const lease = Lease.of(70_000 + i * 500);
      lease.letTo([guest]);
      guests.push(guest);
      memories.add(lease.memory);
      expect(lease.memory.buffer.byteLength).toBeGreaterThanOrEqual(70_000 + i * 500);
    }
    expect(memories.size).toBe(MOST);
    expect(guests.map(({ told }) => told)).toEqual([...Array<number>(300 - MOST).fill(1), ...Array<number>(MOST).fill(0)]);
  });

  it('go to another from the one that was used longest ago', () => {
    const guests = Array.from({ length: MOST }, () => new Guest());
    const leases = guests.map((guest) => {
      const lease = Lease.of(1000);
      lease.letTo([guest]);
      return lease;
    });
    leases[0]?.touch();
    Lease.of(1000).letTo([new Guest()]);
    expect(guests.map(({ told }) => told)).toEqual([0, 1, 0, 0, 0, 0]);
  });
});

/** A watch of its own, among many names, so that the filters of slips are asked as well. */
function watching(i: number, many: number): CompiledWatches {
  const names = [nameOf(i), ...Array.from({ length: many }, (_, k) => `Qy${k.toString(36)}volakex`)];
  const watches = names.map((name, k) => {
    const parsed = parseQuery(name);
    if (!parsed.ok) throw new Error(parsed.error.message);
    return { id: String(k), query: parsed.query, options: { kind: 'brand' as const } };
  });
  return compileWatches(watches);
}

const nameOf = (i: number) => `Bra${String.fromCharCode(97 + (i % 26), 97 + ((i / 26) | 0))}sotumel`;
const slipOf = (i: number) => nameOf(i).replace('sotu', 'stou');
const event = (text: string) => Buffer.from(JSON.stringify({ text }));

describe('watches compiled anew some hundred times', () => {
  it('are all asked rightly, also those whose memory went to others', () => {
    const sets = Array.from({ length: 400 }, (_, i) => watching(i, i % 100 === 99 ? 2100 : 3));
    for (let turn = 0; turn < 2; turn++) {
      const wrong = sets.flatMap((compiled, i) => {
        const said = [nameOf(i), slipOf(i), 'Kovaldimer'].map((name) => prefilterBytes(compiled, event(`so ${name} it is`)));
        return said.join() === 'true,true,false' ? [] : [[i, said]];
      });
      expect(wrong).toEqual([]);
    }
    const found = sets.filter((compiled, i) => matchPost(compiled, { text: `so ${slipOf(i)} it is` }).length === 1);
    expect(found).toHaveLength(400);
  });
});
