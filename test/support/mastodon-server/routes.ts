/** What the local instance answers, before faults are put on top. Source: Mastodon documentation, "API methods" and "Entities". */
import type { FormFile } from '../form.js';
import type { MastodonPost, MastodonUser, MastodonWorld } from './world.js';

export interface Asked {
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown> | null;
  key: string | null;
}

export interface Answer {
  status: number;
  body: unknown;
}

export interface Rules {
  maxCharacters: number;
  /** Answers to equal keys, forgotten by `forgetKeys`. */
  keys: Map<string, MastodonPost>;
  /** Pictures that were uploaded, by id. */
  media: Map<string, { description: string; file: FormFile }>;
}

export const refusal = (status: number, error: string): Answer => ({ status, body: { error } });
const done = (body: unknown): Answer => ({ status: 200, body });

type Route = [
  method: string,
  pattern: RegExp,
  answer: (asked: Asked, world: MastodonWorld, rules: Rules, part: string) => Answer,
];

export const ROUTES: Route[] = [
  ['GET', /^\/api\/v1\/accounts\/verify_credentials$/, (_asked, world) => done(accountOf(world.users[0]!, world))],
  ['GET', /^\/api\/v2\/instance$/, (_asked, world, rules) => done(instanceOf(world, rules))],
  ['GET', /^\/api\/v1\/notifications$/, notifications],
  ['GET', /^\/api\/v1\/timelines\/tag\/([^/]+)$/, timeline],
  ['GET', /^\/api\/v2\/search$/, search],
  ['GET', /^\/api\/v1\/statuses\/([^/]+)\/context$/, context],
  ['GET', /^\/api\/v1\/statuses\/([^/]+)$/, (_asked, world, _rules, id) => oneStatus(world, id)],
  ['GET', /^\/api\/v1\/accounts\/([^/]+)\/statuses$/, ({ query }, world, _rules, id) => done(bounded(world.newestFirst().filter((post) => post.account.id === id), query, (post) => post.id).map((post) => statusOf(post, world)))], // prettier-ignore
  ['POST', /^\/api\/v1\/statuses$/, create],
  ['POST', /^\/api\/v2\/media$/, upload],
];

/** Newest first; `min_id` gives what lies directly above it, `since_id` the newest above it. */
function bounded<T>(newestFirst: T[], query: URLSearchParams, idOf: (one: T) => string): T[] {
  const limit = Number(query.get('limit') ?? 20);
  const [min, max, since] = ['min_id', 'max_id', 'since_id'].map((name) => query.get(name));
  const left = newestFirst.filter((one) => {
    const id = BigInt(idOf(one));
    return (!max || id < BigInt(max)) && (!min || id > BigInt(min)) && (!since || id > BigInt(since));
  });
  return min ? left.slice(-limit) : left.slice(0, limit);
}

function timeline({ query }: Asked, world: MastodonWorld, _rules: Rules, part: string): Answer {
  const tag = decodeURIComponent(part).toLowerCase();
  const found = world.newestFirst().filter((post) => post.visibility === 'public' && tagsIn(post).includes(tag));
  return done(bounded(found, query, (post) => post.id).map((post) => statusOf(post, world)));
}

export function tagsIn(post: MastodonPost): string[] {
  return [...post.content.matchAll(/#(?:<span>)?([\p{L}\p{N}_]+)/gu)].map((found) => found[1]!.toLowerCase());
}

/** A search is bounded by ids but always shows the newest first. */
function search({ query }: Asked, world: MastodonWorld): Answer {
  const words = (query.get('q') ?? '').toLowerCase().split(/\s+/);
  const [min, max] = [query.get('min_id'), query.get('max_id')];
  const found = world.newestFirst().filter((post) => {
    const fits = words.every((word) => post.content.toLowerCase().includes(word));
    return fits && (!min || BigInt(post.id) > BigInt(min)) && (!max || BigInt(post.id) < BigInt(max));
  });
  const statuses = found.slice(0, Number(query.get('limit') ?? 20)).map((post) => statusOf(post, world));
  return done({ accounts: [], hashtags: [], statuses });
}

function notifications({ query }: Asked, world: MastodonWorld): Answer {
  const page = bounded(world.notifications.toReversed(), query, ({ id }) => id);
  const entries = page.map(({ id, post }) => ({
    id,
    type: 'mention',
    created_at: post.createdAt.toISOString(),
    account: accountOf(post.account, world),
    status: statusOf(post, world),
  }));
  return done(entries);
}

function context(_asked: Asked, world: MastodonWorld, _rules: Rules, id: string): Answer {
  const ancestors: MastodonPost[] = [];
  for (let post = world.find(world.find(id)?.inReplyTo ?? ''); post; post = world.find(post.inReplyTo ?? ''))
    ancestors.unshift(post);
  if (world.find(id) === undefined) return refusal(404, 'Record not found');
  return done({ ancestors: ancestors.map((post) => statusOf(post, world)), descendants: [] });
}

function oneStatus(world: MastodonWorld, id: string): Answer {
  const post = world.find(id);
  return post === undefined ? refusal(404, 'Record not found') : done(statusOf(post, world));
}

/** Source: Mastodon documentation, "media API methods": a form with the file and its description. */
function upload({ body }: Asked, _world: MastodonWorld, { media }: Rules): Answer {
  const { file, description = '' } = (body ?? {}) as { file?: FormFile; description?: string };
  if (file === undefined || !/^image\/(jpeg|png)$/.test(file.type))
    return refusal(422, 'Validation failed: File content type is invalid');
  const id = `media-${media.size + 1}`;
  media.set(id, { description, file });
  return done({ id, type: 'image', url: `https://files.example/${id}.png`, description });
}

function create({ body, key }: Asked, world: MastodonWorld, rules: Rules): Answer {
  const { status, in_reply_to_id: parent, visibility, spoiler_text: spoiler } = body as Record<string, string | undefined>;
  const before = key === null ? undefined : rules.keys.get(key);
  if (before !== undefined) return done(statusOf(before, world));
  if (!status) return refusal(422, 'Validation failed: Text can’t be blank');
  if ([...status].length > rules.maxCharacters)
    return refusal(422, `Validation failed: Text limit of ${rules.maxCharacters} exceeded`);
  if (parent !== undefined && world.find(parent) === undefined) return refusal(404, 'Record not found');
  const ids = (body?.['media_ids'] ?? []) as string[];
  const pictures = ids.map((id) => rules.media.get(id));
  if (ids.length > 4 || pictures.includes(undefined)) return refusal(422, 'Validation failed: Media attachments are invalid');
  const html = `<p>${status.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
  const made = world.add(world.users[0]!, html, {
    inReplyTo: parent ?? null,
    visibility: visibility ?? 'public',
    spoiler: spoiler ?? '',
    more: { media_attachments: pictures.map((one, n) => ({ id: ids[n], type: 'image', description: one?.description })) },
  });
  if (key !== null) rules.keys.set(key, made);
  return done(statusOf(made, world));
}

function instanceOf(world: MastodonWorld, { maxCharacters }: Rules) {
  const statuses = { max_characters: maxCharacters, max_media_attachments: 4, characters_reserved_per_url: 23 };
  const configuration = { urls: { streaming: world.domain().replace(/^http/, 'ws') }, statuses };
  return { domain: new URL(world.domain()).host, title: 'Local', version: '4.5.0', configuration };
}

export function accountOf({ id, acct, followers, bot }: MastodonUser, world: MastodonWorld) {
  const base = acct.includes('@') ? `https://${acct.split('@')[1]}` : world.domain();
  const username = acct.split('@')[0]!;
  return {
    id,
    username,
    acct,
    display_name: username,
    bot,
    url: `${base}/@${username}`,
    uri: `${base}/users/${username}`,
    followers_count: followers,
  };
}

export function statusOf(post: MastodonPost, world: MastodonWorld): Record<string, unknown> {
  const { id, account, content, createdAt, editedAt, visibility, language, inReplyTo, spoiler, more } = post;
  const at = accountOf(account, world);
  return {
    id,
    created_at: createdAt.toISOString(),
    edited_at: editedAt?.toISOString() ?? null,
    in_reply_to_id: inReplyTo,
    in_reply_to_account_id: world.find(inReplyTo ?? '')?.account.id ?? null,
    sensitive: spoiler !== '',
    spoiler_text: spoiler,
    visibility,
    language,
    uri: `${at.uri}/statuses/${id}`,
    url: `${at.url}/${id}`,
    replies_count: 0,
    reblogs_count: 2,
    favourites_count: 3,
    content,
    reblog: null,
    account: at,
    media_attachments: [],
    mentions: [],
    tags: [],
    emojis: [],
    card: null,
    poll: null,
    ...more,
  };
}
