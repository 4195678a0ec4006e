/** How fast watches meet posts, as ratios to JSON.parse of the same events in the same run. */

import { compileWatches, matchPost, type CompiledWatches, type MatchablePost } from '#libs/matching/match-posts.js';
import { parseQuery } from '#libs/matching/parse-query.js';
import { prefilterBytes } from '#libs/matching/prefilter-bytes.js';
import { inventedEvents, inventedNames } from './invented-events.js';

export interface SpeedFigures {
  terms: number;
  compileMs: number;
  megabytes: number;
  /** Times the speed of JSON.parse of the same bytes: first pass, then parse and match of what it lets through. */
  overParse: number;
  /** The same against JSON.parse of text that is already decoded. */
  overParseOfText: number;
  /** Parse all and match all, against JSON.parse alone. */
  parseAndMatch: number;
  eventsPerSecond: number;
  passed: number;
  matched: number;
}

const EVENTS = 6000;
const ROUNDS = 7;
/** Rounds that only warm up: the engine settles on its fastest code after some. */
const WARM_UP = 12;

/** @param namedEvery a post in so many speaks of a watched name */
export function speedFigures(terms: number, namedEvery: number): SpeedFigures {
  const names = inventedNames(terms);
  const watches = names.map((name, i) => ({ id: String(i), query: parsed(`"${name}"`), options: { kind: 'brand' as const } }));
  const before = memory();
  const started = processorTime();
  const compiled = compileWatches(watches);
  const compileMs = processorTime() - started;
  const megabytes = (memory() - before) / 2 ** 20;
  return { terms, compileMs, megabytes, ...ratios(compiled, inventedEvents(EVENTS, names, namedEvery)) };
}

function parsed(query: string) {
  const answer = parseQuery(query);
  if (!answer.ok) throw new Error(`${query}: ${answer.error.message}`);
  return answer.query;
}

function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function ratios(compiled: CompiledWatches, events: Buffer[]): Omit<SpeedFigures, 'terms' | 'compileMs' | 'megabytes'> {
  const texts = events.map((event) => event.toString());
  let passed = 0;
  let matched = 0;
  const ways = {
    parse: () => events.forEach((event) => JSON.parse(event.toString())),
    parseText: () => texts.forEach((text) => JSON.parse(text)),
    firstPass: () => {
      passed = matched = 0;
      for (const event of events) {
        if (!prefilterBytes(compiled, event)) continue;
        passed += 1;
        matched += matchPost(compiled, postOf(event.toString())).length;
      }
    },
    matchAll: () => texts.forEach((text) => matchPost(compiled, postOf(text))),
  };
  const best = timed(ways);
  return {
    overParse: best.parse / best.firstPass,
    overParseOfText: best.parseText / best.firstPass,
    parseAndMatch: best.parse / best.matchAll,
    eventsPerSecond: (EVENTS / best.firstPass) * 1000,
    passed: passed / EVENTS,
    matched: matched / EVENTS,
  };
}

/** Milliseconds of processor time: a busy neighbour changes it less than the clock on the wall. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The median time of each way, in alternated rounds after some to warm up. */
function timed<K extends string>(ways: Record<K, () => void>): Record<K, number> {
  const names = Object.keys(ways) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const name of names) {
      const started = processorTime();
      ways[name]();
      if (round >= WARM_UP) times[name].push(processorTime() - started);
    }
  }
  const median = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1] as number;
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<K, number>;
}

function postOf(text: string): MatchablePost {
  const { commit } = JSON.parse(text) as { commit?: { record?: { text: string; langs: string[] } } };
  return { text: commit?.record?.text ?? '', lang: commit?.record?.langs[0], network: 'bluesky' };
}
