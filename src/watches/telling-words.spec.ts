import { describe, expect, it } from '@jest/globals';
import { tellingWords } from './telling-words.js';

const times = (n: number, text: string) => Array.from({ length: n }, (_, i) => `${text} ${i}`);

describe('tellingWords', () => {
  const ours = [...times(12, 'apple iphone battery died'), ...times(6, 'apple store refund')];
  const notOurs = [...times(10, 'apple pie with cinnamon'), ...times(5, 'green apple tree')];

  it('finds what speaks for and against, the surest first, and leaves out the name', () => {
    const found = tellingWords(ours, notOurs, new Set(['apple']));
    expect(found.for[0]).toMatchObject({ ours: 12, notOurs: 0 });
    expect(found.for.map((w) => w.word)).toEqual(expect.arrayContaining(['iphone', 'battery', 'died', 'store', 'refund']));
    expect(found.against.map((w) => w.word)).toEqual(expect.arrayContaining(['pie', 'cinnamon', 'tree']));
    expect([...found.for, ...found.against].map((w) => w.word)).not.toContain('apple');
  });

  it('says nothing from nothing, from one side alone, or from too little', () => {
    expect(tellingWords([], [], new Set())).toEqual({ for: [], against: [] });
    expect(tellingWords(times(50, 'apple iphone'), [], new Set()).for).toEqual([]);
    expect(tellingWords(times(2, 'apple iphone'), times(2, 'apple pie'), new Set())).toEqual({ for: [], against: [] });
  });
});
