/** The accounts and posts that the local Bluesky knows; everything in it is invented. */
import { createHash } from 'node:crypto';

export interface BlueskyUser {
  did: string;
  handle: string;
  name: string;
  followers: number;
}

export type Ref = { uri: string; cid: string };

export interface BlueskyPost {
  uri: string;
  cid: string;
  rkey: string;
  author: BlueskyUser;
  record: Record<string, unknown> & { text: string; createdAt: string; reply?: { root: Ref; parent: Ref } };
  indexedAt: Date;
  /** The order in which the network took them. */
  order: number;
  /** As the server shows pictures and cards; left out where there are none. */
  view?: Record<string, unknown>;
  likes: number;
  replyDisabled: boolean;
}

export interface NewPost {
  createdAt?: Date;
  indexedAt?: Date;
  langs?: string[];
  inReplyTo?: BlueskyPost;
  quotes?: BlueskyPost;
  facets?: unknown[];
  embed?: Record<string, unknown>;
  view?: Record<string, unknown>;
  likes?: number;
  replyDisabled?: boolean;
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const TID_DIGITS = '234567abcdefghijklmnopqrstuvwxyz';

export class BlueskyWorld {
  readonly users: BlueskyUser[] = [];
  /** Pictures that were uploaded, one for each time. */
  readonly blobs: { type: string; bytes: Buffer }[] = [];
  readonly posts: BlueskyPost[] = [];
  /** Told of everything that becomes of a record. */
  changed: (post: BlueskyPost, operation: 'create' | 'update' | 'delete') => void = () => undefined;
  private readonly byUri = new Map<string, BlueskyPost>();
  private order = 0;

  constructor(readonly now: () => Date) {}

  user(handle: string, more: Partial<BlueskyUser> = {}): BlueskyUser {
    const known = this.users.find((one) => one.handle === handle);
    if (known !== undefined) return known;
    const did = `did:plc:${base32(createHash('sha256').update(handle).digest()).slice(0, 24)}`;
    const user = { did, handle, name: handle.split('.')[0]!, followers: 100, ...more };
    this.users.push(user);
    return user;
  }

  add(author: BlueskyUser, text: string, more: NewPost = {}): BlueskyPost {
    const { createdAt = this.now(), indexedAt = createdAt, inReplyTo, quotes, langs, facets } = more;
    const embed = quotes === undefined ? more.embed : { $type: 'app.bsky.embed.record', record: refTo(quotes) };
    const parent = inReplyTo === undefined ? undefined : refTo(inReplyTo);
    const record = {
      $type: 'app.bsky.feed.post',
      text,
      createdAt: createdAt.toISOString(),
      ...(langs === undefined ? {} : { langs }),
      ...(facets === undefined ? {} : { facets }),
      ...(embed === undefined ? {} : { embed }),
      ...(parent === undefined ? {} : { reply: { root: inReplyTo!.record.reply?.root ?? parent, parent } }),
    };
    const { view, likes = 0, replyDisabled = false } = more;
    return this.put(author, tidAt(indexedAt, this.order), record, indexedAt, { view, likes, replyDisabled });
  }

  /** Writes a record, new or over an old one. */
  put(
    author: BlueskyUser,
    rkey: string,
    record: BlueskyPost['record'],
    indexedAt: Date,
    more: Partial<BlueskyPost> = {},
  ): BlueskyPost {
    const uri = `at://${author.did}/app.bsky.feed.post/${rkey}`;
    const cid = cidOf(JSON.stringify(record));
    const known = this.find(uri);
    if (known !== undefined) {
      Object.assign(known, { record, cid });
      this.changed(known, 'update');
      return known;
    }
    const post = { uri, cid, rkey, author, record, indexedAt, order: (this.order += 1), likes: 0, replyDisabled: false, ...more };
    this.posts.push(post);
    this.byUri.set(uri, post);
    this.changed(post, 'create');
    return post;
  }

  find(uri: string): BlueskyPost | undefined {
    return this.byUri.get(uri);
  }

  remove(uri: string): BlueskyPost | undefined {
    const at = this.posts.findIndex((post) => post.uri === uri);
    const [post] = at < 0 ? [] : this.posts.splice(at, 1);
    this.byUri.delete(uri);
    if (post !== undefined) this.changed(post, 'delete');
    return post;
  }

  /** @returns what the search knows, by the time it sorts by, newest first */
  newestFirst(): BlueskyPost[] {
    return [...this.posts].sort((a, b) => sortAt(b) - sortAt(a) || b.order - a.order);
  }
}

export function sortAt(post: BlueskyPost): number {
  return Math.min(post.indexedAt.getTime(), Date.parse(post.record.createdAt));
}

export function refTo({ uri, cid }: BlueskyPost): Ref {
  return { uri, cid };
}

/** A content id as the protocol makes it: version 1, dag-cbor, sha-256; of JSON instead of CBOR, which nobody checks here. */
export function cidOf(content: string): string {
  const digest = createHash('sha256').update(content).digest();
  return `b${base32(Buffer.concat([Buffer.from([0x01, 0x71, 0x12, 0x20]), digest]))}`;
}

export function tidAt(time: Date, serial: number): string {
  const value = (BigInt(time.getTime() * 1000 + serial) << 10n) | 7n;
  return Array.from({ length: 13 }, (_, place) => TID_DIGITS[Number((value >> BigInt(5 * (12 - place))) & 31n)]).join('');
}

function base32(bytes: Buffer): string {
  let bits = 0n;
  let text = '';
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const length = Math.ceil((bytes.length * 8) / 5);
  bits <<= BigInt(length * 5 - bytes.length * 8);
  for (let place = length - 1; place >= 0; place -= 1) text += BASE32[Number((bits >> BigInt(5 * place)) & 31n)];
  return text;
}
