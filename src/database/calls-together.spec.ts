import { describe, expect, it } from '@jest/globals';
import { ALONE, CallsTogether } from './calls-together.js';

/** Calls that end when the test says so. */
function calls(answer: (ask: string, alone: boolean) => string | typeof ALONE | Error = (ask) => ask.toUpperCase()) {
  const made: string[][] = [];
  const ends: (() => void)[] = [];
  const together = new CallsTogether<string, string>({
    most: 3,
    keyOf: (ask) => ask,
    run: async (asks) => {
      made.push([...asks]);
      await new Promise<void>((done) => ends.push(done));
      return asks.map((ask) => {
        const said = answer(ask, asks.length === 1);
        if (said instanceof Error) throw said;
        return said;
      });
    },
  });
  const end = async () => {
    ends.splice(0).forEach((done) => done());
    for (let turns = 0; turns < 10; turns++) await Promise.resolve();
  };
  return { together, made, end };
}
const refused = (code: string) => Object.assign(new Error('refused'), { code });

describe('calls that go together', () => {
  it('go at once when none is under way, else with all that gathered, and no more than are allowed', async () => {
    const { together, made, end } = calls();
    const answers = ['a', 'b', 'c', 'd', 'e'].map((ask) => together.ask(ask));
    for (let n = 0; n < 3; n++) await end();
    expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(made).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  });

  it('hold only one of a kind', async () => {
    const { together, made, end } = calls();
    const answers = ['a', 'b', 'c', 'b'].map((ask) => together.ask(ask));
    for (let n = 0; n < 3; n++) await end();
    await Promise.all(answers);
    expect(made).toEqual([['a'], ['b', 'c'], ['b']]);
  });

  it('are made alone where the common one could not serve them', async () => {
    const { together, made, end } = calls((ask, alone) => (ask === 'c' && !alone ? ALONE : ask));
    const answers = ['a', 'b', 'c'].map((ask) => together.ask(ask));
    for (let n = 0; n < 3; n++) await end();
    expect(await Promise.all(answers)).toEqual(['a', 'b', 'c']);
    expect(made).toEqual([['a'], ['b', 'c'], ['c']]);
  });

  it('fail for nobody but who spoiled them', async () => {
    const { together, made, end } = calls((ask) => (ask === 'c' ? refused('23505') : ask));
    const answers = Promise.allSettled(['a', 'b', 'c'].map((ask) => together.ask(ask)));
    for (let n = 0; n < 3; n++) await end();
    expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(made).toEqual([['a'], ['b', 'c'], ['b'], ['c']]);
  });

  it.each([refused('57P01'), refused('ECONNRESET'), refused('EPIPE'), new Error('something else')])(
    'are not made again after %s: they may have happened',
    async (error) => {
      const { together, made, end } = calls((ask) => (ask === 'a' ? ask : error));
      const answers = Promise.allSettled(['a', 'b', 'c'].map((ask) => together.ask(ask)));
      for (let n = 0; n < 3; n++) await end();
      expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
      expect(made).toEqual([['a'], ['b', 'c']]);
    },
  );

  it('wait for a slow one only for a while', async () => {
    const { together, made, end } = calls();
    const slow = together.ask('a');
    const other = together.ask('b');
    while (made.length < 2) await new Promise((soon) => setTimeout(soon, 5));
    expect(made).toEqual([['a'], ['b']]);
    await end();
    expect(await Promise.all([slow, other])).toEqual(['A', 'B']);
  });
});
