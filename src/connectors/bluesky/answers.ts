/** What we read of Bluesky's records and answers; the rest is left alone. Source: its published lexicons. */
import { z } from 'zod';
import { fit } from '../ask-json.js';

const POST_URI = /^at:\/\/(did:[a-z]+:[A-Za-z0-9._:%-]{1,250})\/app\.bsky\.feed\.post\/([A-Za-z0-9._:~-]{1,512})$/;
export const PostUri = z.string().regex(POST_URI, 'is not the address of a post');
const StrongRef = z.object({ uri: z.string().max(1000), cid: z.string().max(200) });

export const PostRecord = z.object({
  text: z.string(),
  createdAt: z.string(),
  langs: z.array(z.string()).nullish(),
  reply: z.object({ root: StrongRef, parent: StrongRef }).nullish(),
  facets: z.array(z.unknown()).nullish(),
  embed: z.unknown().optional(),
  labels: z
    .object({ values: z.array(z.object({ val: z.string() })) })
    .nullish()
    .catch(null),
  tags: z.array(z.string()).nullish().catch(null),
});
export type PostRecord = z.infer<typeof PostRecord>;

export const Facet = z.object({
  index: z.object({ byteStart: z.int().min(0), byteEnd: z.int().min(0) }),
  features: z.array(z.looseObject({ $type: z.string(), uri: z.string().optional(), did: z.string().optional() })),
});

const Profile = z.object({
  did: z.string().min(1).max(2000),
  handle: z.string(),
  displayName: z.string().nullish(),
  followersCount: z.int().min(0).nullish().catch(null),
});
export type Profile = z.infer<typeof Profile>;

const count = z.int().min(0).nullish().catch(null);

/** A post as search and notifications show it. */
export const PostView = z.object({
  uri: PostUri,
  cid: z.string(),
  author: Profile,
  record: PostRecord,
  indexedAt: z.string(),
  embed: z.unknown().optional(),
  likeCount: count,
  repostCount: count,
  replyCount: count,
  quoteCount: count,
});
export type PostView = z.infer<typeof PostView>;

const SearchPage = z.object({ posts: z.array(z.unknown()), cursor: z.string().min(1).nullish() });
const NotificationPage = z.object({ notifications: z.array(z.unknown()), cursor: z.string().min(1).nullish() });

export interface Page {
  items: unknown[];
  token: string | null;
}

/** @throws Unreadable when it is not a page of found posts */
export function readSearch(data: unknown): Page {
  const page = fit(SearchPage, data, 'a page of posts');
  return { items: page.posts, token: page.cursor ?? null };
}

/** Reasons for which something is written to us. Likes, reposts and followers are no posts. */
export const WRITTEN = ['mention', 'reply', 'quote'];

/** @throws Unreadable when it is not a page of notifications */
export function readNotifications(data: unknown): Page {
  const page = fit(NotificationPage, data, 'a page of notifications');
  const written = (item: unknown) => !isObject(item) || WRITTEN.includes(String(item['reason']));
  return { items: page.notifications.filter(written), token: page.cursor ?? null };
}

const Profiles = z.object({ profiles: z.array(z.unknown()) });
/** @returns the profiles that can be read */
export function readProfiles(data: unknown): Profile[] {
  return fit(Profiles, data, 'profiles').profiles.flatMap((one) => Profile.safeParse(one).data ?? []);
}

const Shown = z.object({
  posts: z.array(
    z.object({
      uri: z.string(),
      cid: z.string(),
      author: z.object({ did: z.string() }),
      record: z.object({ reply: z.object({ root: StrongRef }).nullish().catch(null) }),
      viewer: z.object({ replyDisabled: z.boolean().nullish() }).nullish(),
    }),
  ),
});
/** @returns a post as it stands now, or null when it is gone or hidden from us. @throws Unreadable */
export function readShown(data: unknown) {
  return fit(Shown, data, 'the post that is answered').posts[0] ?? null;
}

const Written = z.object({ uri: PostUri });
/** @throws Unreadable */
export function readWritten(data: unknown): string {
  return fit(Written, data, 'the new post').uri;
}

const Found = z.object({ uri: PostUri, value: z.looseObject({}) });
/** @throws Unreadable */
export function readRecord(data: unknown): { uri: string; value: Record<string, unknown> } {
  return fit(Found, data, 'a record');
}

const Resolved = z.object({ did: z.string().startsWith('did:') });
/** @throws Unreadable */
export function readResolved(data: unknown): string {
  return fit(Resolved, data, 'who has that name').did;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** @returns the account and the key in the address of a post, or null */
export function partsOf(uri: string): { did: string; rkey: string } | null {
  const found = POST_URI.exec(uri);
  return found === null ? null : { did: found[1]!, rkey: found[2]! };
}
