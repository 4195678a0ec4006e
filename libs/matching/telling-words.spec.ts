import { describe, expect, it } from '@jest/globals';
import { compileWatches, matchPost } from './match-posts.js';
import { parseQuery } from './parse-query.js';
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

  it('counts inflected words as one, by what they have in common', () => {
    const found = tellingWords(
      ['siparişim gelmedi', 'siparişler nerede', 'siparişi iptal', 'siparişim yok'],
      ['maç başladı', 'maçta gol', 'maç bitti', 'bu maç'],
      new Set(),
    );
    expect(found.for.map(({ word }) => word)).toEqual(['siparis']);
  });

  it('makes a watch tell the two apart', () => {
    const { for: ours, against } = tellingWords(
      times(5, 'Kartal kombi servisi gelmedi arıza'),
      times(5, 'Kartal tribünü maçta coştu'),
      new Set(['kartal']),
    );
    const context = { for: ours.map(({ word }) => word), against: against.map(({ word }) => word) };
    const parsed = parseQuery('Kartal');
    if (!parsed.ok) throw new Error(parsed.error.message);
    const watches = compileWatches([{ id: 'w', query: parsed.query, options: { kind: 'brand', context } }]);
    expect(matchPost(watches, { text: 'kartal kombi su akıtıyor servis yok', lang: 'tr' })).toHaveLength(1);
    expect(matchPost(watches, { text: 'Kartal tribünü bu maçta sustu', lang: 'tr' })).toHaveLength(0);
  });
});
