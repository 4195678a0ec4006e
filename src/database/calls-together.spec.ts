import { describe, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
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
    await nextTurn();
  };
  /** The first is under way when the others are asked. */
  const askAll = async (first: string, ...others: string[]) => {
    const answer = together.ask(first);
    await nextTurn();
    return [answer, ...others.map((ask) => together.ask(ask))];
  };
  return { together, made, end, askAll };
}

async function nextTurn(): Promise<void> {
  for (let turns = 0; turns < 3; turns++) await setImmediate();
}
const refused = (code: string) => Object.assign(new Error('refused'), { code });

describe('calls that go together', () => {
  it('hold all that was asked for in one turn, and no more than are allowed', async () => {
    const { together, made, end } = calls();
    const answers = ['a', 'b', 'c', 'd'].map((ask) => together.ask(ask));
    await nextTurn();
    expect(made).toEqual([['a', 'b', 'c']]);
    for (let n = 0; n < 2; n++) await end();
    expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'D']);
    expect(made).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('go when none is under way, else with all that gathered', async () => {
    const { made, end, askAll } = calls();
    const answers = await askAll('a', 'b', 'c', 'd', 'e');
    for (let n = 0; n < 3; n++) await end();
    expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(made).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  });

  it('hold only one of a kind', async () => {
    const { made, end, askAll } = calls();
    const answers = await askAll('a', 'b', 'c', 'b');
    for (let n = 0; n < 3; n++) await end();
    await Promise.all(answers);
    expect(made).toEqual([['a'], ['b', 'c'], ['b']]);
  });

  it('are made alone where the common one could not serve them', async () => {
    const { made, end, askAll } = calls((ask, alone) => (ask === 'c' && !alone ? ALONE : ask));
    const answers = await askAll('a', 'b', 'c');
    for (let n = 0; n < 3; n++) await end();
    expect(await Promise.all(answers)).toEqual(['a', 'b', 'c']);
    expect(made).toEqual([['a'], ['b', 'c'], ['c']]);
  });

  it('fail for nobody but who spoiled them', async () => {
    const { made, end, askAll } = calls((ask) => (ask === 'c' ? refused('23505') : ask));
    const answers = Promise.allSettled(await askAll('a', 'b', 'c'));
    for (let n = 0; n < 3; n++) await end();
    expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(made).toEqual([['a'], ['b', 'c'], ['b'], ['c']]);
  });

  it.each([refused('57P01'), refused('ECONNRESET'), refused('EPIPE'), new Error('something else')])(
    'are not made again after %s: they may have happened',
    async (error) => {
      const { made, end, askAll } = calls((ask) => (ask === 'a' ? ask : error));
      const answers = Promise.allSettled(await askAll('a', 'b', 'c'));
      for (let n = 0; n < 3; n++) await end();
      expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
      expect(made).toEqual([['a'], ['b', 'c']]);
    },
  );

  it('wait for a slow one only for a while', async () => {
    const { made, end, askAll } = calls();
    const answers = await askAll('a', 'b');
    while (made.length < 2) await new Promise((soon) => setTimeout(soon, 5));
    expect(made).toEqual([['a'], ['b']]);
    await end();
    expect(await Promise.all(answers)).toEqual(['A', 'B']);
  });
});
