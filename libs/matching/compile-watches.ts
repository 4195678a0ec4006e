/** Lays all watches into one automaton: words numbered once, and for each word the watches that it may wake. */

import { anchorsOf } from './anchors.js';
import { WordCollector, type CompiledWords } from './compiled-words.js';
import type { Query } from './query.js';
import { planWatch, type WokenPlan } from './watch-plan.js';
import { WatchContext } from './watch-context.js';
import type { WatchOptions } from './watch-options.js';

export interface WatchToCompile {
  id: string;
  query: Query;
  options?: WatchOptions;
}

/** The automaton. It never changes; when a watch changes, compile anew and swap it whole. */
export interface CompiledWatches {
  readonly watches: readonly WatchToCompile[];
  readonly words: CompiledWords;
  /** Numbers of handles, tags and fields, by names such as `@acme`, `#tag`, `lang:tr`. */
  readonly named: ReadonlyMap<string, number>;
  /** Watches that word `w` may wake: `wakes[wakesFrom[w] .. wakesFrom[w + 1])`. */
  readonly wakes: Uint32Array;
  readonly wakesFrom: Uint32Array;
  /** 1 for words whose sight in the raw bytes of a post makes it worth parsing. */
  readonly telling: Uint8Array;
  /** Some watch hangs on nothing in the text, so that every post must be parsed. */
  readonly everyPost: boolean;
  /** Some watch hangs on a link, which may stand beside the text. */
  readonly hasSites: boolean;
  /** The plan of a watch, made when first needed. */
  planOf(watch: number): WokenPlan;
}

/** Compiles all watches. Nothing is dropped: every watch is woken by at least one word or field. Never throws. */
export function compileWatches(watches: readonly WatchToCompile[]): CompiledWatches {
  const compiler = new WatchCompiler();
  for (const watch of watches) compiler.add(watch);
  return compiler.finish();
}

/** Compiles watches one after the other, so that whoever has very many can let others have their turn in between. */
export class WatchCompiler {
  private readonly watches: WatchToCompile[] = [];
  private readonly collector = new WordCollector();
  private readonly pairs = new WakePairs();
  private readonly telling: number[] = [];
  private everyPost = false;

  add(watch: WatchToCompile): void {
    const { collector, pairs, telling } = this;
    const anchors = anchorsOf(planWatch(watch, collector).root, collector);
    for (const number of anchors.numbers) pairs.add(number, this.watches.length);
    telling.push(...anchors.telling);
    this.everyPost ||= anchors.everyPost;
    this.watches.push(watch);
  }

  /** To be called once, when all have been added. */
  finish(): CompiledWatches {
    const { watches, collector, pairs, everyPost } = this;
    const { wakes, wakesFrom } = pairs.finish(collector.count);
    const telling = new Uint8Array(collector.count);
    for (const number of this.telling) telling[number] = 1;
    const named = collector.names();
    const hasSites = [...named.keys()].some((name) => name.startsWith('site:'));
    const words = collector.finish();
    return { watches, words, named, wakes, wakesFrom, telling, everyPost, hasSites, planOf: planner(watches, collector) };
  }
}

/** Plans are remembered once made: the few watches that posts wake are woken again and again. */
function planner(watches: readonly WatchToCompile[], collector: WordCollector): (watch: number) => WokenPlan {
  const plans = new Map<number, WokenPlan>();
  return (w) => {
    const known = plans.get(w);
    if (known) return known;
    const watch = watches[w] as WatchToCompile;
    const plan = { ...planWatch(watch, collector), context: new WatchContext(watch.options ?? {}) };
    plans.set(w, plan);
    return plan;
  };
}

/** Word and watch pairs, sorted by word by counting. */
class WakePairs {
  private words = new Uint32Array(1024);
  private watches = new Uint32Array(1024);
  private count = 0;

  add(word: number, watch: number): void {
    if (this.count === this.words.length) this.grow();
    this.words[this.count] = word;
    this.watches[this.count] = watch;
    this.count += 1;
  }

  finish(wordCount: number): { wakes: Uint32Array; wakesFrom: Uint32Array } {
    const wakesFrom = new Uint32Array(wordCount + 1);
    for (let i = 0; i < this.count; i++)
      wakesFrom[(this.words[i] as number) + 1] = (wakesFrom[(this.words[i] as number) + 1] as number) + 1;
    for (let w = 0; w < wordCount; w++) wakesFrom[w + 1] = (wakesFrom[w + 1] as number) + (wakesFrom[w] as number);
    const next = wakesFrom.slice();
    const wakes = new Uint32Array(this.count);
    for (let i = 0; i < this.count; i++) {
      const word = this.words[i] as number;
      wakes[next[word] as number] = this.watches[i] as number;
      next[word] = (next[word] as number) + 1;
    }
    return { wakes, wakesFrom };
  }

  private grow(): void {
    const [words, watches] = [this.words, this.watches];
    this.words = new Uint32Array(words.length * 2);
    this.watches = new Uint32Array(words.length * 2);
    this.words.set(words);
    this.watches.set(watches);
  }
}
