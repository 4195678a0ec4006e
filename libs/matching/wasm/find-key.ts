/** WebAssembly: finds a key of JSON in an event, sixteen bytes at a time. */

import * as w from './code.js';
import { WasmFunction } from './module.js';

const QUOTE = 0x22;

/**
 * `find(from, to, key, length, rarest)`: the place behind the first `length` bytes between `from` and `to` that are those at
 * `key`, the last of which is a quote; 0 when there are none. `rarest` is the place of the key's rarest letter in it.
 */
export function findKey(): WasmFunction {
  const f = new WasmFunction('find', 5);
  const [at, to, key, length, rarest] = [f.parameter(0), f.parameter(1), f.parameter(2), f.parameter(3), f.parameter(4)];
  const [here, hits, letter] = [f.int(), f.int(), f.bytes()];
  const [blocks, candidates] = [new w.Label(), new w.Label()];
  f.body = w.steps(
    w.set(letter, w.splat(w.load8(w.add(key, rarest)))),
    w.loop(blocks,
      w.set(hits, w.highBits(w.andBytes(
        w.sameBytes(w.loadBytes(w.add(at, rarest)), letter),
        w.sameBytes(w.loadBytes(w.sub(w.add(at, length), 1)), w.splat(QUOTE)),
      ))),
      w.loop(candidates, w.when(hits, w.steps(
        w.set(here, w.add(at, w.lowest(hits))),
        w.set(hits, w.and(hits, w.sub(hits, 1))),
        w.when(w.more(w.add(here, length), to), w.give(0)),
        giveWhenSame(f, here, key, length),
        w.go(candidates),
      ))),
      w.set(at, w.add(at, 16)),
      w.goIf(blocks, w.less(at, to)),
    ),
    w.give(0),
  ); // prettier-ignore
  return f;
}

/** Gives the place behind the key when it stands `here`. */
function giveWhenSame(f: WasmFunction, here: w.Local, key: w.Local, length: w.Local): w.Code {
  const [k, differs, letters] = [f.int(), new w.Label(), new w.Label()];
  return w.steps(
    w.set(k, 0),
    w.block(
      differs,
      w.loop(
        letters,
        w.goIf(differs, w.ne(w.load8(w.add(here, k)), w.load8(w.add(key, k)))),
        w.set(k, w.add(k, 1)),
        w.goIf(letters, w.less(k, length)),
      ),
      w.give(w.add(here, length)),
    ),
  );
}
