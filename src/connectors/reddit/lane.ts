/**
 * Reads one list of Reddit, newest page first, until it meets what is known; hands it on oldest first. `before` is not used: when the post it
 * names is deleted, Reddit answers with an empty list, which looks like "nothing new".
 */
import type { Note } from '#libs/contracts/notes.js';
import { fit } from '../ask-json.js';
import type { DeletedPost, IncomingPost, RefusedPost } from '../incoming-post.js';
import type { PollEnd, PollPage } from '../polls.js';
import { explained, note } from '../explained.js';
import { Listing, placeOf, type Place } from './answers.js';
import { NETWORK, type RedditClient } from './client.js';
import { knownIn, remember, type Cursor, type Lane, type List } from './cursor.js';
import { readItem } from './normalise.js';

/** A list ends after 1,000. Source: reddit.com/dev/api, "listings". */
const MOST_SHOWN = 1000;
const PER_PAGE = 100;
const PAGE = 200;
/** A post that moderators let through late shows up at its own time: so far back it is still taken. */
const LATE_SECONDS = 86_400;

export interface LaneWork {
  list: List;
  lane: Lane;
  cursor: Cursor;
  client: RedditClient;
  now: () => Date;
  /** What this poll has handed on. */
  handed: Set<string>;
}

interface Found {
  item: unknown;
  index: number;
  place: Place | null;
}

/** @throws what the client throws: then nothing is handed on, and all of it comes again */
export async function* readLane(work: LaneWork): AsyncGenerator<PollPage, PollEnd> {
  const begun = work.lane.seen.length > 0;
  const { found, fault, toTheEnd } = await readList(work);
  yield* handOn(found, work);
  if (fault !== null) return explained('truncated', fault);
  if (!toTheEnd && begun) {
    const oldest = Math.min(...found.flatMap(({ place }) => (place === null ? [] : [place.at * 1000])));
    const depth = Number.isFinite(oldest) ? { reachesBackTo: new Date(oldest) } : {};
    return explained('truncated', note('list-ends', { network: NETWORK, count: MOST_SHOWN }), depth);
  }
  return { outcome: 'ok' };
}

async function readList(work: LaneWork): Promise<{ found: Found[]; fault: Note | null; toTheEnd: boolean }> {
  const { lane, list, client } = work;
  const known = knownIn(work.cursor);
  const line = Math.max(lane.floor, (lane.seen[0]?.[1] ?? 0) - LATE_SECONDS);
  const isOld = ({ place }: Found) => place !== null && (known.has(place.name) || place.at < line);
  const found: Found[] = [];
  const afters = new Set<string>();
  let met = false;
  for (let after: string | undefined, shown = 0; shown < MOST_SHOWN;) {
    const { data } = fit(Listing, await client.get(list.path, { ...list.query, limit: PER_PAGE, after }), 'a listing');
    const items = data.children.map((item, place) => ({ item, index: shown + place, place: placeOf(item) }));
    shown += items.length;
    found.push(...items.filter((one) => isNew(one, known, line)));
    met ||= items.some(isOld);
    if (items.length > 0 && items.every((one) => one.place === null || isOld(one))) return { found, fault: null, toTheEnd: true };
    if (!data.after) return { found, fault: null, toTheEnd: met || shown < MOST_SHOWN };
    if (items.length === 0) return { found, fault: note('empty-page', { network: NETWORK }), toTheEnd: false };
    if (afters.has(data.after)) return { found, fault: note('same-page', { network: NETWORK }), toTheEnd: false };
    afters.add(data.after);
    after = data.after;
  }
  return { found, fault: null, toTheEnd: met };
}

/** Not handed on yet, or changed since. */
function isNew({ place }: Found, known: Map<string, number>, line: number): boolean {
  if (place === null) return true;
  const edited = known.get(place.name);
  return edited === undefined ? place.at >= line : place.edited > edited;
}

function* handOn(found: Found[], work: LaneWork): Generator<PollPage> {
  const { lane, cursor, now, handed } = work;
  const distinct = [...new Map(found.map((one) => [one.place?.name ?? `? ${one.index}`, one])).values()];
  const oldestFirst = distinct.sort((a, b) => (a.place?.at ?? 0) - (b.place?.at ?? 0) || b.index - a.index);
  for (let start = 0; start < oldestFirst.length; start += PAGE) {
    const slice = oldestFirst.slice(start, start + PAGE);
    const content = contentOf(slice, now());
    remember(
      lane,
      slice.flatMap(({ place }) => place ?? []),
    );
    for (const post of content.posts) handed.add(post.externalId);
    yield { ...content, cursor: structuredClone(cursor) };
  }
}

/** @returns what is handed on of these */
export function contentOf(
  found: readonly Found[],
  now: Date,
): { posts: IncomingPost[]; refused: RefusedPost[]; deleted: DeletedPost[] } {
  const content = { posts: [] as IncomingPost[], refused: [] as RefusedPost[], deleted: [] as DeletedPost[] };
  for (const { item, index } of found) {
    const read = readItem(item, index, now);
    if ('post' in read) content.posts.push(read.post);
    else if ('deleted' in read) content.deleted.push(read.deleted);
    else content.refused.push(read.refused);
  }
  return content;
}
