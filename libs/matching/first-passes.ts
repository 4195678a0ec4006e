/** The first passes of the sets of watches that are asked just now. */

import type { CompiledWatches } from './compile-watches.js';
import { FirstPass } from './first-pass.js';

/** So many texts are read in full before a first pass is made. */
const FEW = 1000;

const passes = new WeakMap<CompiledWatches, FirstPass>();
const asked = new WeakMap<CompiledWatches, number>();
/** The one asked last, which is nearly always the one asked next; looking it up would cost more than a short text. */
let latest: { compiled: CompiledWatches; pass: FirstPass } | undefined;

/**
 * The first pass of these watches once they have been asked about some texts: its memory costs more than it saves for a set that is
 * compiled to be asked about one text and forgotten, as in the watch editor. @returns null before that
 */
export function firstPassOnceItPays(compiled: CompiledWatches): FirstPass | null {
  if (latest?.compiled === compiled || passes.has(compiled)) return firstPassOf(compiled);
  const times = (asked.get(compiled) ?? 0) + 1;
  asked.set(compiled, times);
  return times > FEW ? firstPassOf(compiled) : null;
}

/** The first pass of these watches, made when there is none, and again when its memory went to another set. */
export function firstPassOf(compiled: CompiledWatches): FirstPass {
  if (latest?.compiled === compiled) return latest.pass;
  const pass = passes.get(compiled) ?? new FirstPass(compiled, () => forget(compiled));
  pass.touch();
  passes.set(compiled, pass);
  latest = { compiled, pass };
  return pass;
}

function forget(compiled: CompiledWatches): void {
  passes.delete(compiled);
  asked.delete(compiled);
  if (latest?.compiled === compiled) latest = undefined;
}
