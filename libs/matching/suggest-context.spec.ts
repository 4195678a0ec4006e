import { describe, expect, it } from '@jest/globals';
import { compileWatches, matchPost } from './match-posts.js';
import { parseQuery } from './parse-query.js';
import { suggestContext } from './suggest-context.js';

const OURS = [
  'Kartal servisi randevu vermedi',
  'kartal marka kombi arızalı servis gelmedi',
  'Kartal kombi üç gündür arızalı',
  'kombi servisi: kartal yine gelmedi',
];
const NOT_OURS = [
  'Kartal maçı kazandı tribün coştu',
  'kartal bu akşam maçta tribünde',
  'tribünler kartal diye inledi maç bitti',
  'gökte bir kartal uçuyor',
];

describe('suggestContext', () => {
  it('proposes what tells the two apart, by beginnings, and not the name itself', () => {
    const { for: ours, against } = suggestContext(OURS, NOT_OURS);
    expect(ours.map(({ word }) => word)).toEqual(expect.arrayContaining(['kombi', 'servis']));
    expect(against.map(({ word }) => word)).toEqual(expect.arrayContaining(['tribun']));
    expect([...ours, ...against].map(({ word }) => word)).not.toContain('kartal');
    expect([...ours, ...against].every(({ weight }) => weight > 0)).toBe(true);
  });

  it('makes a watch tell them apart', () => {
    const suggested = suggestContext(OURS, NOT_OURS);
    const context = { for: suggested.for.map(({ word }) => word), against: suggested.against.map(({ word }) => word) };
    const parsed = parseQuery('Kartal');
    if (!parsed.ok) throw new Error(parsed.error.message);
    const watches = compileWatches([{ id: 'w', query: parsed.query, options: { kind: 'brand', context } }]);
    expect(matchPost(watches, { text: 'kartal kombi su akıtıyor servis yok', lang: 'tr' })).toHaveLength(1);
    expect(matchPost(watches, { text: 'Kartal tribünü bu maçta sustu', lang: 'tr' })).toHaveLength(0);
  });

  it('has nothing to say about nothing', () => {
    expect(suggestContext([], [])).toEqual({ for: [], against: [] });
  });
});
