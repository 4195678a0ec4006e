/** The world of a connector in its contract: a network that the test rules over, and a poll as the desk makes it. */
import { expect } from '@jest/globals';
import { NOTES } from '#libs/contracts/note-words.js';
import type { PollOutcome } from '#libs/contracts/words.js';
import type { OwnAccount } from '../../src/connectors/connector-context.js';
import type { Connector } from '../../src/connectors/connector.js';
import type { DeletedPost, IncomingPost } from '../../src/connectors/incoming-post.js';
import type { PollEnd, PollPage } from '../../src/connectors/polls.js';
import { endOfSilence } from '../../src/connectors/silence.js';
import { OutboundError, type SafeHttp } from '../../src/platform/outbound/safe-http.js';

/** A network that the test rules over. */
export interface ContractWorld {
  settings: unknown;
  http: SafeHttp;
  now(): Date;
  /** Makes posts appear, the later ones newer. @returns their external ids */
  addPosts(count: number): Promise<string[]> | string[];
  /** For each outcome that this network can bring about: makes the next poll end so. */
  outcomes: Partial<Record<PollOutcome, () => void | Promise<void>>>;
  /** Settings that are not right, each with the field that is wrong. */
  badSettings: { settings: unknown; field: string }[];
  /** From now on the network takes the question and never answers; left out where nothing is waited for. */
  hang?(): void;
  /** The network gives what was read once and confirmed to nobody again: a crash is tried on a fresh one each time. */
  readOnce?: boolean;
  /** Adds a thing that cannot be read among posts that can. @returns the ids of the good ones */
  addBadInput?(): Promise<string[]> | string[];
  /** An author changes a post. @returns the id under which the new version comes, and its words; left out where a network has no edits */
  edit?(externalId: string): Promise<{ externalId: string; text: string }> | { externalId: string; text: string };
  /** A post goes away; left out where a network does not tell. */
  remove?(externalId: string): Promise<void> | void;
  /** Somebody repeats a post. @returns the id of the repost; left out where reposts are not told */
  repost?(externalId: string): Promise<string> | string;
  /** So much comes, or so much time goes by, that the network no longer shows all of it. @returns the ids of what it still shows; left out where it keeps all */
  away?(): string[];
  /** The headers by which this network says how many seconds to wait; `retry-after` when left out. */
  throttling?(seconds: number): Record<string, string>;
  /** true: answers are only pretended, so there is no account to answer as. */
  actsAsNobody?: boolean;
  /** true: nothing is asked over the network, so nothing can go wrong on the wire. */
  asksNobody?: boolean;
  /** As many posts as make at least three pages; 250 when left out. A crash is tried after each of them. */
  threePages?: number;
  /** How long a poll of a stream lasts; short, so that a test need not wait. */
  turnMs?: number;
  stop(): Promise<void>;
}

export interface Polled {
  pages: PollPage[];
  posts: IncomingPost[];
  deleted: DeletedPost[];
  end: PollEnd | null;
  /** What the last page left; what the poll began with when there was none. */
  cursor: unknown;
}

/** Polls as the desk does. @param pages stop as if the program died once so many pages are stored */
export async function pollOnce(
  connector: Connector,
  world: ContractWorld,
  cursor: unknown,
  { pages: most = Infinity, signal = new AbortController().signal, account = null as OwnAccount | null } = {},
): Promise<Polled> {
  const { http, now, turnMs } = world;
  const settings = connector.settings.parse(world.settings);
  const run = connector.poll!({
    settings,
    http,
    now,
    signal,
    cursor,
    account,
    intervalSeconds: 60,
    ...(turnMs === undefined ? {} : { turnMs }),
  });
  const pages: PollPage[] = [];
  let end: PollEnd | null = null;
  while (end === null && pages.length < most) {
    const step = await run.next().catch(silence);
    if (step.done) end = step.value;
    // The cursor goes through the database between two polls.
    else pages.push({ ...step.value, cursor: JSON.parse(JSON.stringify(step.value.cursor)) });
  }
  await run.return({ outcome: 'truncated' });
  if (end !== null) expectExplained(end);
  const posts = pages.flatMap((page) => page.posts);
  return { pages, posts, deleted: pages.flatMap((page) => page.deleted ?? []), end, cursor: pages.at(-1)?.cursor ?? cursor };
}

/** An end that is not a good one says why, in codes that there are words for. */
function expectExplained({ outcome, notes = [] }: PollEnd): void {
  expect(notes.filter(({ code }) => !Object.hasOwn(NOTES, code))).toEqual([]);
  if (outcome !== 'ok' && outcome !== 'empty') expect({ outcome, said: notes.length > 0 }).toEqual({ outcome, said: true });
}

/** A connector may let through that no answer came: the desk knows what that means. */
function silence(error: unknown): { done: true; value: PollEnd } {
  if (error instanceof OutboundError) return { done: true, value: endOfSilence(error, 'the network') };
  throw error;
}
