/** Posts and users as X answers them: only the fields that were asked for, in the published names or the older ones. */
import { mentionsIn, type XPost, type XUser, type XWorld } from './world.js';

/** `post`: the names of the published description. `tweet`: those before, which X and most programs still speak. */
export type Names = 'post' | 'tweet';

export interface Wanted {
  names: Names;
  postFields: Set<string>;
  userFields: Set<string>;
  expansions: Set<string>;
}

export function wantedIn(query: URLSearchParams, names: Names): Wanted {
  const list = (name: string) => new Set((query.get(name) ?? '').split(',').filter(Boolean));
  return { names, postFields: list(`${names}.fields`), userFields: list('user.fields'), expansions: list('expansions') };
}

export function postBody(post: XPost, world: XWorld, wanted: Wanted): Record<string, unknown> {
  const asked = (name: string) => wanted.postFields.has(name);
  const { names, expansions } = wanted;
  const referenced = asked('referenced_tweets') || expansions.has(names === 'post' ? 'referenced_posts' : 'referenced_tweets.id');
  const answered = world.find(post.references.find((r) => r.type === 'replied_to')?.id ?? '');
  return defined({
    id: post.id,
    text: escaped(post.text),
    [`edit_history_${names}_ids`]: post.history,
    author_id: asked('author_id') || expansions.has('author_id') ? post.author.id : undefined,
    created_at: asked('created_at') ? post.createdAt.toISOString() : undefined,
    conversation_id: asked('conversation_id') ? post.conversationId : undefined,
    lang: asked('lang') ? post.lang : undefined,
    in_reply_to_user_id: asked('in_reply_to_user_id') || expansions.has('in_reply_to_user_id') ? answered?.author.id : undefined,
    [`referenced_${names}s`]: referenced && post.references.length > 0 ? post.references : undefined,
    [`note_${names}`]: asked(`note_${names}`) && post.note !== null ? { text: escaped(post.note) } : undefined,
    entities: asked('entities') ? entities(post) : undefined,
    attachments: asked('attachments') && post.media.length > 0 ? { media_keys: post.media.map((m) => m.key) } : undefined,
    public_metrics: asked('public_metrics') ? metrics(post, names) : undefined,
    withheld: asked('withheld') && post.withheld ? { copyright: false, country_codes: ['XX'] } : undefined,
  });
}

export function userBody(user: XUser, wanted: Wanted): Record<string, unknown> {
  const counts = {
    followers_count: user.followers,
    following_count: 1,
    [`${wanted.names}_count`]: 10,
    listed_count: 0,
  };
  return defined({
    id: user.id,
    name: user.name,
    username: user.username,
    public_metrics: wanted.userFields.has('public_metrics') ? counts : undefined,
  });
}

export function includes(posts: XPost[], world: XWorld, wanted: Wanted): Record<string, unknown> | undefined {
  const { expansions, names } = wanted;
  const users = new Map<string, XUser>();
  if (expansions.has('author_id')) for (const post of posts) users.set(post.author.id, post.author);
  const media = expansions.has('attachments.media_keys') ? posts.flatMap((post) => post.media) : [];
  const follow = expansions.has('referenced_posts') || expansions.has('referenced_tweets.id');
  const referenced = follow ? posts.flatMap((p) => p.references.flatMap((r) => world.find(r.id) ?? [])) : [];
  const found = defined({
    users: users.size > 0 ? [...users.values()].map((user) => userBody(user, wanted)) : undefined,
    media: media.length > 0 ? media.map((m) => ({ media_key: m.key, type: 'photo', url: m.url })) : undefined,
    [`${names}s`]: referenced.length > 0 ? referenced.map((post) => postBody(post, world, wanted)) : undefined,
  });
  return Object.keys(found).length > 0 ? found : undefined;
}

/** X escapes these three in texts. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function defined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function entities(post: XPost): Record<string, unknown> {
  const at = (part: string) => ({ start: post.text.indexOf(part), end: post.text.indexOf(part) + part.length });
  return {
    mentions: mentionsIn(post.text).map((username) => ({ ...at(`@${username}`), username })),
    urls: post.links.map((link) => ({ ...at(link.url), url: link.url, expanded_url: link.expanded, display_url: link.expanded })),
  };
}

function metrics(post: XPost, names: Names): Record<string, number> {
  const { reposts, replies, likes, quotes } = post.metrics;
  return {
    [names === 'post' ? 'repost_count' : 'retweet_count']: reposts,
    reply_count: replies,
    like_count: likes,
    quote_count: quotes,
    bookmark_count: 0,
    impression_count: 0,
  };
}
