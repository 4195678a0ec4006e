import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileWatches, matchPost, WatchCompiler, type CompiledWatches, type WatchToCompile } from './match-posts.js';
import { parseQuery } from './parse-query.js';

const TERMS = ['Zebrafon', 'zebra fon', 'Nováková', 'Novakova', 'Peter', 'O2', 'alza.sk', 'migr*', 'exact:Apple', '@acme', '#acme', 'HepsiBurada']; // prettier-ignore
const POSTS = ['Zebrafonun çok kötü', 'hepsi burada ve Novákovej', '@acme Petra Nováková', '#acme #zebrafon O2', 'alza migros Apple apple', 'zebrafno']; // prettier-ignore

function watch(id: string, query: string, kind: 'brand' | 'topic'): WatchToCompile {
  const parsed = parseQuery(query);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return { id, query: parsed.query, options: { kind } };
}

const answers = (compiled: CompiledWatches) =>
  POSTS.map((text) =>
    matchPost(compiled, { text })
      .map(({ watchId, relevance }) => `${watchId} ${relevance.toFixed(6)}`)
      .sort(),
  );

const some = fc.array(fc.tuple(fc.constantFrom(...TERMS), fc.constantFrom('brand' as const, 'topic' as const)), {
  minLength: 1,
  maxLength: 12,
});

describe('compiling watches', () => {
  it('gives each watch the answers it has alone, whatever stands beside it', () => {
    fc.assert(
      fc.property(some, (chosen) => {
        const watches = chosen.map(([query, kind], i) => watch(String(i), query, kind));
        const alone = watches.map((one) => answers(compileWatches([one])));
        const expected = POSTS.map((_, at) => alone.flatMap((each) => each[at] ?? []).sort());
        expect(answers(compileWatches(watches))).toEqual(expected);
      }),
    );
  });

  it('in turns gives what compiling at once gives, while the set before goes on answering', () => {
    const before = compileWatches([watch('before', 'migr*', 'topic')]);
    const old = answers(before);
    const watches = TERMS.map((query, i) => watch(String(i), query, 'brand'));
    const compiler = new WatchCompiler();
    for (const one of watches) {
      compiler.add(one);
      expect(answers(before)).toEqual(old);
    }
    expect(answers(compiler.finish())).toEqual(answers(compileWatches(watches)));
  });
});
