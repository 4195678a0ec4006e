/** Reads the reviews of one country's store, newest page first, as far as there is something new; hands them on the oldest first. */
import type { IncomingPost, RefusedPost } from '../incoming-post.js';
import type { PollEnd, PollPage } from '../polls.js';
import { explained, note } from '../explained.js';
import { keyOf } from './answers.js';
import { remember, versionOf, type Shelf } from './cursor.js';
import { readPost, type Store } from './normalise.js';

/** The store shows ten pages of fifty and no more. */
const MOST_PAGES = 10;
const PAGE = 200;

export interface CountryWork {
  store: Store;
  /** Null at the first look. */
  shelf: Shelf | null;
  ask(page: number): Promise<unknown[]>;
  now: () => Date;
  /** How far back the first look goes. */
  lookBackMs: number;
  /** The whole cursor with this shelf as it is now. */
  snapshot(shelf: Shelf): unknown;
  heard(count: number): void;
}

interface Found {
  entry: unknown;
  index: number;
  key: { id: string; updated: string } | null;
}

/** @throws what `ask` throws: then nothing is handed on, and all of it comes again */
export async function* readCountry(work: CountryWork): AsyncGenerator<PollPage, PollEnd> {
  const shelf: Shelf = structuredClone(work.shelf) ?? { seen: {} };
  const { fresh, shown, toTheEnd } = await readShelf(work, shelf);
  const begun = work.shelf !== null && Object.keys(work.shelf.seen).length > 0;
  const { country } = work.store;
  if (shown === 0 && begun) return explained('truncated', note('reviews-gone', { country }));
  const first = work.shelf === null;
  const line = work.now().getTime() - work.lookBackMs;
  const old = (found: Found) => first && Date.parse(found.key?.updated ?? '') < line;
  remember(
    shelf,
    fresh.filter(old).flatMap(({ key }) => key ?? []),
  );
  yield* handOn(
    fresh.filter((found) => !old(found)),
    shelf,
    work,
  );
  if (!toTheEnd && begun) {
    const oldest = Math.min(...fresh.map(({ key }) => Date.parse(key?.updated ?? '')).filter(Number.isFinite));
    const depth = Number.isFinite(oldest) ? { reachesBackTo: new Date(oldest) } : {};
    return explained('truncated', note('reviews-all-new', { country }), depth);
  }
  return { outcome: 'ok' };
}

/**
 * Asks page by page until one shows nothing new. The store leaves a page empty at times though another follows, so one empty page is not
 * yet the end.
 * @returns what is new or changed, the newest first, and whether something known was met or the end
 */
async function readShelf(work: CountryWork, shelf: Shelf): Promise<{ fresh: Found[]; shown: number; toTheEnd: boolean }> {
  const fresh = new Map<string, Found>();
  let shown = 0;
  let empty = 0;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const found = (await work.ask(page)).map((entry, place) => ({ entry, index: shown + place, key: keyOf(entry) }));
    shown += found.length;
    const unknown = found.filter(({ key }) => key === null || shelf.seen[key.id] !== versionOf(key.updated));
    for (const one of unknown) fresh.set(nameOf(one), fresh.get(nameOf(one)) ?? one);
    empty = found.length === 0 ? empty + 1 : 0;
    const allKnown = found.length > 0 && unknown.every(({ key }) => key === null);
    if (empty === 2 || allKnown) return { fresh: [...fresh.values()], shown, toTheEnd: true };
  }
  return { fresh: [...fresh.values()], shown, toTheEnd: fresh.size < shown };
}

function nameOf({ key, index }: Found): string {
  return key?.id ?? `? ${index}`;
}

function* handOn(fresh: Found[], shelf: Shelf, work: CountryWork): Generator<PollPage> {
  const { store, now } = work;
  const oldestFirst = fresh.toSorted(
    (a, b) => Date.parse(a.key?.updated ?? '') - Date.parse(b.key?.updated ?? '') || b.index - a.index,
  );
  const count = Math.max(1, Math.ceil(oldestFirst.length / PAGE));
  for (let page = 0; page < count; page += 1) {
    const slice = oldestFirst.slice(page * PAGE, (page + 1) * PAGE);
    const posts: IncomingPost[] = [];
    const refused: RefusedPost[] = [];
    for (const { entry, index, key } of slice) {
      const read = readPost(entry, index, store, now());
      if ('refused' in read) refused.push(read.refused);
      else posts.push(asVersion(read.post, key !== null && shelf.seen[key.id] !== undefined));
    }
    remember(
      shelf,
      slice.flatMap(({ key }) => key ?? []),
    );
    work.heard(posts.length);
    if (slice.length > 0 || work.shelf === null) yield { posts, refused, cursor: work.snapshot(structuredClone(shelf)) };
  }
}

/** A known review with another time is a newer version of it. */
function asVersion(post: IncomingPost, known: boolean): IncomingPost {
  return known ? { ...post, editedAt: post.postedAt } : post;
}
