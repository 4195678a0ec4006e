import { describe, expect, it } from '@jest/globals';
import * as w from './code.js';
import { compileModule, instantiate, numberAt, WasmFunction, wasmMemory } from './module.js';

/** What one function of three parameters gives. */
function run(body: (f: WasmFunction) => w.Code, ...values: number[]): number {
  const f = new WasmFunction('f', 3);
  f.body = body(f);
  const memory = wasmMemory(70_000);
  new Uint8Array(memory.buffer).set(Array.from({ length: 256 }, (_, i) => i));
  const { f: call } = instantiate<{ f(...values: number[]): number }>(compileModule([f], ['seven']), memory, { seven: 7 });
  return call(...values);
}

describe('the assembler', () => {
  it.each([0, 1, -1, 63, 64, -64, -65, 127, 128, 0x7fffffff, -0x80000000, 0x9e3779b1 | 0])('writes the constant %i', (value) => {
    expect(run(() => w.give(value))).toBe(value);
    expect(run(() => w.give(w.toInt(w.long(BigInt(value)))))).toBe(value);
  });

  it('branches out of frames and back into loops', () => {
    const sumTo = (f: WasmFunction) => {
      const [n, sum] = [f.parameter(0), f.int()];
      const [again, done] = [new w.Label(), new w.Label()];
      return w.steps(
        w.block(done, w.loop(again, w.when(n, w.set(sum, w.add(sum, n)), w.go(done)), w.set(n, w.sub(n, 1)), w.go(again))),
        w.give(sum),
      );
    };
    expect(run(sumTo, 100)).toBe(5050);
    expect(() => run((f) => w.steps(w.go(new w.Label()), w.give(f.parameter(0))))).toThrow('not around it');
  });

  it('reads memory, imported numbers and sixteen bytes at once', () => {
    expect(run((f) => w.give(w.add(w.load8(f.parameter(0), 3), numberAt(0))), 40)).toBe(50);
    expect(run(() => w.give(w.highBits(w.loadBytes(120))))).toBe(0xff00);
    expect(run((f) => w.give(w.highBits(w.sameBytes(w.loadBytes(f.parameter(0)), w.splat(35)))), 32)).toBe(8);
    expect(run((f) => w.give(w.select(1, 2, w.atLeast(f.parameter(0), f.parameter(1)))), -1, 1)).toBe(1);
  });
});
