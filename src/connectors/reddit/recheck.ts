/** Asks again for posts that were handed on, a hundred with one call: people change and delete them, and so must we. */
import { fit } from '../ask-json.js';
import type { PollEnd, PollPage } from '../polls.js';
import { Listing, placeOf } from './answers.js';
import type { RedditClient } from './client.js';
import { knownIn, type Cursor } from './cursor.js';
import { contentOf } from './lane.js';

/** Reddit wants deleted content gone within 48 hours. Source: its Data API terms. */
const WATCH_SECONDS = 48 * 3600;
/** Most that /api/info takes. */
const AT_ONCE = 100;

/** @param handed what this poll handed on: it need not be asked for again @throws what the client throws */
export async function* recheck(
  cursor: Cursor,
  handed: ReadonlySet<string>,
  client: RedditClient,
  now: Date,
): AsyncGenerator<PollPage, PollEnd> {
  const turn = whoseTurn(cursor, handed, now);
  if (turn.length === 0) return { outcome: 'empty' };
  const { data } = fit(Listing, await client.get('/api/info', { id: turn.join(',') }), 'a listing');
  const known = knownIn(cursor);
  const items = data.children.map((item, index) => ({ item, index, place: placeOf(item) }));
  const changed = items.filter(({ place }) => place !== null && place.edited > (known.get(place.name) ?? Infinity));
  const all = contentOf(items, now);
  const { posts } = contentOf(changed, now);
  // An answer that shows none of them says nothing about each.
  const shown = new Set(items.flatMap(({ place }) => place?.name ?? []));
  const missing = shown.size === 0 ? [] : turn.filter((name) => !shown.has(name));
  const deleted = [...all.deleted, ...missing.map((externalId) => ({ externalId, at: now }))];
  forget(cursor, new Set(deleted.map(({ externalId }) => externalId)));
  for (const { place } of changed) if (place !== null) moveVersion(cursor, place.name, place.edited);
  const last = turn.at(-1) as string;
  const moved = cursor.looked !== last;
  cursor.looked = last;
  if (posts.length + deleted.length > 0 || moved) yield { posts, refused: [], deleted, cursor: structuredClone(cursor) };
  return { outcome: posts.length > 0 ? 'ok' : 'empty' };
}

/** The next hundred by name, after those of the last poll. */
function whoseTurn(cursor: Cursor, handed: ReadonlySet<string>, now: Date): string[] {
  const line = now.getTime() / 1000 - WATCH_SECONDS;
  const young = Object.values(cursor.lanes).flatMap(({ seen }) => seen.filter(([, at]) => at > line).map(([name]) => name));
  const names = [...new Set(young)].filter((name) => !handed.has(name)).sort();
  const start = names.findIndex((name) => name > cursor.looked);
  return (start < 0 ? names : [...names.slice(start), ...names.slice(0, start)]).slice(0, AT_ONCE);
}

/** What is gone need not be asked for again, but stays known: a list may still show it. */
function forget(cursor: Cursor, gone: ReadonlySet<string>): void {
  for (const lane of Object.values(cursor.lanes))
    lane.seen = lane.seen.map(([name, at, edited]) => [name, gone.has(name) ? Math.min(at, 0) : at, edited]);
}

function moveVersion(cursor: Cursor, name: string, edited: number): void {
  for (const lane of Object.values(cursor.lanes))
    lane.seen = lane.seen.map((one) => (one[0] === name ? [name, one[1], edited] : one));
}
