/** What the local Bluesky answers to each method it has, before faults are put on top. */
import { refTo, type BlueskyPost, type BlueskyUser, type BlueskyWorld } from './world.js';
import { recordFaults } from './published.js';

export interface Asked {
  query: URLSearchParams;
  body: unknown;
  /** Whose token came with it. */
  as: BlueskyUser;
}

export interface Answer {
  status: number;
  body: unknown;
}

export function refusal(status: number, error: string, message: string): Answer {
  return { status, body: { error, message } };
}

type Route = (asked: Asked, world: BlueskyWorld) => Answer;

export const ROUTES: Record<string, Route> = {
  'app.bsky.feed.searchPosts': search,
  'app.bsky.notification.listNotifications': notifications,
  'app.bsky.feed.getPosts': ({ query, as }, world) =>
    done({
      posts: query
        .getAll('uris')
        .flatMap((uri) => world.find(uri) ?? [])
        .map((post) => viewOf(post, as)),
    }),
  'app.bsky.actor.getProfiles': ({ query }, world) =>
    done({
      profiles: query
        .getAll('actors')
        .flatMap((did) => world.users.find((user) => user.did === did) ?? [])
        .map(profileOf),
    }),
  'com.atproto.identity.resolveHandle': ({ query }, world) => {
    const user = world.users.find((one) => one.handle === query.get('handle'));
    return user === undefined ? refusal(400, 'HandleNotFound', 'Unable to resolve handle') : done({ did: user.did });
  },
  'com.atproto.repo.getRecord': getRecord,
  'com.atproto.repo.putRecord': putRecord,
  'com.atproto.repo.uploadBlob': uploadBlob,
};

function done(body: unknown): Answer {
  return { status: 200, body };
}

function search({ query, as }: Asked, world: BlueskyWorld): Answer {
  const words = (query.get('q') ?? '').toLowerCase().split(/\s+/);
  if (words.join('') === '') return refusal(400, 'BadQueryString', 'The query is empty');
  const since = query.has('since') ? Date.parse(query.get('since')!) : -Infinity;
  const found = world.newestFirst().filter((post) => {
    const at = Math.min(post.indexedAt.getTime(), Date.parse(post.record.createdAt));
    return at >= since && words.every((word) => post.record.text.toLowerCase().includes(word));
  });
  // As the real one: the cursor counts, so that posts which come in between move the pages.
  const from = Number(query.get('cursor') ?? 0);
  if (!Number.isInteger(from)) return refusal(400, 'InvalidRequest', 'Malformed cursor');
  const limit = Number(query.get('limit') ?? 25);
  const page = found.slice(from, from + limit);
  const more = found.length > from + limit ? { cursor: String(from + limit) } : {};
  return done({ ...more, hitsTotal: found.length, posts: page.map((post) => viewOf(post, as)) });
}

function notifications({ query, as }: Asked, world: BlueskyWorld): Answer {
  const wanted = query.getAll('reasons');
  const before = query.get('cursor');
  const all = [...world.posts]
    .sort((a, b) => b.indexedAt.getTime() - a.indexedAt.getTime() || b.order - a.order)
    .flatMap((post) => {
      const reason = reasonFor(post, as);
      return reason !== null && (wanted.length === 0 || wanted.includes(reason)) ? [{ post, reason }] : [];
    });
  const from = before === null ? 0 : all.findIndex(({ post }) => String(post.order) === before) + 1;
  const limit = Number(query.get('limit') ?? 50);
  const page = all.slice(from, from + limit);
  const more = all.length > from + limit ? { cursor: String(page.at(-1)!.post.order) } : {};
  return done({ ...more, notifications: page.map(({ post, reason }) => notificationOf(post, reason)) });
}

function reasonFor({ author, record }: BlueskyPost, us: BlueskyUser): string | null {
  if (author === us) return null;
  if (record.reply?.parent.uri.startsWith(`at://${us.did}/`)) return 'reply';
  const text = JSON.stringify(record);
  if (JSON.stringify(record['facets'] ?? '').includes(us.did)) return 'mention';
  return text.includes(`"uri":"at://${us.did}/`) ? 'quote' : null;
}

function notificationOf({ uri, cid, author, record, indexedAt }: BlueskyPost, reason: string) {
  return { uri, cid, author: authorOf(author), reason, record, isRead: false, indexedAt: indexedAt.toISOString() };
}

export function viewOf(post: BlueskyPost, asker: BlueskyUser) {
  const { uri, cid, author, record, indexedAt, view, likes, replyDisabled } = post;
  const viewer = { ...(replyDisabled && author !== asker ? { replyDisabled: true } : {}) };
  const counts = { likeCount: likes, repostCount: 0, replyCount: 0, quoteCount: 0 };
  return {
    uri,
    cid,
    author: authorOf(author),
    record,
    ...(view ? { embed: view } : {}),
    ...counts,
    indexedAt: indexedAt.toISOString(),
    viewer,
  };
}

function authorOf({ did, handle, name }: BlueskyUser) {
  return { did, handle, displayName: name };
}

function profileOf(user: BlueskyUser) {
  return { ...authorOf(user), followersCount: user.followers, followsCount: 1, postsCount: 2 };
}

function getRecord({ query }: Asked, world: BlueskyWorld): Answer {
  const uri = `at://${query.get('repo')}/${query.get('collection')}/${query.get('rkey')}`;
  const post = world.find(uri);
  if (post === undefined) return refusal(400, 'RecordNotFound', `Could not locate record: ${uri}`);
  return done({ ...refTo(post), value: post.record });
}

/** Source: lexicon com.atproto.repo.uploadBlob: bytes in, a reference by their content out. */
function uploadBlob({ body }: Asked, world: BlueskyWorld): Answer {
  const { type, bytes } = body as { type: string; bytes: Buffer };
  if (bytes.length > 2_000_000) return refusal(400, 'BlobTooLarge', 'This file is too large');
  world.blobs.push({ type, bytes });
  return done({ blob: { $type: 'blob', ref: { $link: BLOB_CID }, mimeType: type, size: bytes.length } });
}

/** Any well-formed one does here. */
const BLOB_CID = 'bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku';

function putRecord({ body, as }: Asked, world: BlueskyWorld): Answer {
  const asked = body as {
    repo: string;
    collection: string;
    rkey: string;
    record: BlueskyPost['record'];
    swapRecord?: string | null;
  };
  if (asked.repo !== as.did && asked.repo !== as.handle) return refusal(403, 'Forbidden', 'Not your repository');
  if (!/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/.test(asked.rkey))
    return refusal(400, 'InvalidRequest', 'rkey must be a TID');
  const faults = recordFaults(body);
  if (faults.length > 0) return refusal(400, 'InvalidRequest', `Invalid app.bsky.feed.post record: ${faults[0]}`);
  const uri = `at://${as.did}/${asked.collection}/${asked.rkey}`;
  const before = world.find(uri);
  if (asked.swapRecord !== undefined && asked.swapRecord !== (before?.cid ?? null))
    return refusal(400, 'InvalidSwap', `Record was at ${before?.cid ?? 'null'}`);
  const post = world.put(as, asked.rkey, asked.record, world.now());
  return done({ ...refTo(post), commit: { cid: post.cid, rev: asked.rkey }, validationStatus: 'valid' });
}
