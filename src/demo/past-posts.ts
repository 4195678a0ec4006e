/** What people are said to have written in the weeks before the demo began: sentences and names of the shipped file, put together by chance, and always the same. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { SaveRule } from '#libs/contracts/http/acknowledgement-rules.js';
import { SaveCalendar } from '#libs/contracts/http/calendars.js';
import { TierName } from '#libs/contracts/http/customer-tiers.js';
import { Intent, Sentiment } from '#libs/contracts/words.js';
import { resolveReplayFile } from '../connectors/replay/folders.js';

const FILE = 'demo/past.json';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A day's posts on a working day, and on a Saturday or Sunday. */
const POSTS = { working: 24, free: 13 };
/** How much is written in each hour of the day, UTC. */
const RHYTHM = [1, 1, 0, 0, 1, 3, 6, 9, 10, 9, 8, 8, 9, 8, 7, 8, 9, 10, 10, 8, 6, 4, 3, 2];
/** The share of posts by somebody who has written before. */
const AGAIN = 0.12;

const lang = z.enum(['tr', 'sk', 'en']);
const words = z.array(z.string()).min(1);
const Past = z.object({
  /** Ours: who writes @ and one of them addresses us. */
  accounts: words,
  words: z.record(z.string(), words),
  names: z.record(lang, words),
  networks: words,
  texts: z.array(z.object({ lang, text: z.string() })).min(1),
  outages: z.array(z.object({ daysAgo: z.number(), hours: z.number(), posts: z.int(), lang, texts: words })),
  answers: z.record(lang, words),
  notes: words,
  rule: SaveRule,
  calendar: SaveCalendar,
  /** One customer each. */
  tiers: z.array(TierName),
  /** What the team puts right of posts like these. */
  corrections: z.array(z.object({ like: z.string().min(1), sentiment: Sentiment, intent: Intent })),
});
export type PastWords = z.infer<typeof Past>;

export interface PastPost {
  at: Date;
  id: string;
  text: string;
  lang: z.infer<typeof lang>;
  network: string;
  name: string;
  handle: string;
  followers: number;
  mentionsUs: boolean;
  /** Written in an outage, when there is more to do than hands. */
  storm: boolean;
}

/** A source of chance that gives the same numbers each time, in [0, 1) (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @returns the shipped sentences, names and answers */
export function pastWords(): PastWords {
  return Past.parse(JSON.parse(readFileSync(resolveReplayFile(FILE), 'utf8')));
}

/** @returns one of them */
export function oneOf<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

/**
 * @param days how far back it goes
 * @param end where it ends, which is where the demo begins
 * @returns the posts in the order in which they were written
 */
export function pastPosts(past: PastWords, days: number, end: Date, random: () => number): PastPost[] {
  const times = Array.from({ length: days }, (_, day) => timesOf(new Date(end.getTime() - (day + 1) * DAY), random)).flat();
  const usual = times.filter((at) => at < end).map((at) => ({ at, storm: false, ...oneOf(past.texts, random) }));
  const within = past.outages.filter(({ daysAgo }) => daysAgo < days);
  const storms = within.flatMap(({ daysAgo, hours, posts, lang: spoken, texts }) =>
    Array.from({ length: posts }, () => ({
      at: new Date(end.getTime() - daysAgo * DAY + random() ** 1.5 * Math.min(hours * HOUR, daysAgo * DAY)),
      storm: true,
      lang: spoken,
      text: oneOf(texts, random),
    })),
  );
  const writers = new Writers(past, random);
  const filled = (text: string) => text.replaceAll(/\{(\w+)\}/g, (slot, key: string) => oneOf(past.words[key] ?? [slot], random));
  return [...usual, ...storms]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map((post, n) => ({
      ...post,
      ...writers.next(post.lang, n),
      id: `past-${n}`,
      text: filled(post.text),
      mentionsUs: names(past, post.text),
    }));
}

type Writer = Pick<PastPost, 'name' | 'handle' | 'network' | 'followers' | 'lang'>;

/** Most people write once; some of them again. */
class Writers {
  private readonly known: Writer[] = [];

  constructor(
    private readonly past: PastWords,
    private readonly random: () => number,
  ) {}

  next(lang: PastPost['lang'], n: number): Writer {
    const known = this.known.filter((writer) => writer.lang === lang);
    if (known.length > 0 && this.random() < AGAIN) return oneOf(known, this.random);
    const name = oneOf(this.past.names[lang], this.random);
    const network = oneOf(this.past.networks, this.random);
    const writer = { name, handle: handleOf(name, n), network, followers: Math.floor(10 ** (1 + this.random() * 3)), lang };
    this.known.push(writer);
    return writer;
  }
}

function names({ accounts }: PastWords, text: string): boolean {
  return accounts.some((account) => text.toLowerCase().includes(`@${account}`));
}

function timesOf(day: Date, random: () => number): Date[] {
  const count = [0, 6].includes(day.getUTCDay()) ? POSTS.free : POSTS.working;
  return Array.from({ length: count }, () => {
    const from = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + 1);
    return new Date(from + hourBy(random()) * HOUR + random() * HOUR);
  });
}

function hourBy(share: number): number {
  let left = share * RHYTHM.reduce((sum, n) => sum + n, 0);
  return Math.max(0, RHYTHM.findIndex((n) => (left -= n) < 0)); // prettier-ignore
}

/** "Ayşe Yıldırım", 12: "ayse.yildirim12". */
function handleOf(name: string, n: number): string {
  const plain = name.toLowerCase().replaceAll('ı', 'i').normalize('NFD').replaceAll(/[^a-z ]/g, ''); // prettier-ignore
  return `${plain.replaceAll(' ', '.')}${n}`;
}
