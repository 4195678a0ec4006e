/** What a connector is: the code for one kind of source. A folder that exports one of these, plus one line in all-connectors.ts. */
import type { Query } from '#libs/matching/query.js';
import type { z } from 'zod';
import type { Note } from '#libs/contracts/notes.js';
import type { LengthRule } from '#libs/contracts/reply-length.js';
import type { ImageLimits } from '#libs/contracts/http/images.js';
import type { RawShape } from '#libs/matching/prefilter-bytes.js';
import type { PollOutcome, SourceKind, Visibility } from '#libs/contracts/words.js';
import type { SafeHttp } from '../platform/outbound/safe-http.js';

/** A public post as its network gave it, in our words. */
export interface IncomingPost {
  externalId: string;
  /** Plain text: HTML is taken off by the connector. */
  text: string;
  /** When the author published it. */
  postedAt: Date;
  author: { key: string; handle: string | null; name: string | null; followers: number | null; url: string | null };
  url: string | null;
  lang: string | null;
  /** External id of the post this one answers. */
  inReplyTo: string | null;
  /** Key of the conversation, equal for all its posts. */
  thread: string | null;
  /** Defaults to the source's kind. */
  network?: string;
  /** Links inside the post, unwrapped. */
  links?: string[];
  /**
   * When the author made this version, for a post that was changed; left out for the first version. A post whose `editedAt` is later
   * than the stored one's replaces its words; the same or an earlier one changes nothing, however often it comes.
   */
  editedAt?: Date;
  /** Where the network gives each version an id of its own (X): the id of the first one, under which the post is known. */
  versionOf?: string;
  /** Pictures, films and sounds, in the author's order. */
  media?: PostMedia[];
  /** How far it went by the time it was read. Only what the network told; a later reading may tell more or less. */
  reach?: PostReach;
  /**
   * External id of the post that this one repeats without a word of its own. Then `author` is who repeated it, `postedAt` is when, and
   * `text` is the original's: a repost never needs an answer, it adds to the original's reach.
   */
  repostOf?: string;
  /** External id of the post that this one quotes; the text is the quoting author's own. */
  quoteOf?: string;
  /** What else the network said and is worth keeping. */
  extra?: Record<string, unknown>;
}

export interface PostMedia {
  type: 'image' | 'video' | 'audio' | 'other';
  /** http(s) only. Null when the network does not say where it is. */
  url: string | null;
  /** What the author wrote for those who cannot see it. */
  alt: string | null;
}

/** Whole numbers, at least 0. */
export interface PostReach {
  likes?: number;
  reposts?: number;
  replies?: number;
  quotes?: number;
  views?: number;
}

/** A post that its network says is gone. `at`: when it was taken away where that is known, else when we were told. */
export interface DeletedPost {
  externalId: string;
  at: Date;
}

/** An account that its network says is gone for good: all its posts are. `key` is that of `IncomingPost.author`. */
export interface DeletedAuthor {
  key: string;
  at: Date;
}

/** A post that could not be read: kept with its reason, never dropped in silence. */
export interface RefusedPost {
  /** Place in what was fetched or handed over. */
  index: number;
  externalId: string | null;
  /** One plain sentence: what is wrong, and where. */
  reason: string;
  /** The raw thing, cut to 2,000 characters. */
  excerpt: string;
}

/** A part of a poll that is stored in one transaction together with the cursor after it. */
export interface PollPage {
  /** New posts, and new versions of known ones (see `editedAt`). */
  posts: IncomingPost[];
  refused: RefusedPost[];
  /** Posts that are gone, known to us or not; they may be told before, with or after the post itself. */
  deleted?: DeletedPost[];
  /** Accounts that are gone, known to us or not. */
  deletedAuthors?: DeletedAuthor[];
  /** Keys of what was told by its id and is settled with this page (see `Received.pending`). */
  settled?: string[];
  /** Where to go on after this page is stored. */
  cursor: unknown;
  /** As whom we act, told as soon as it is learned and before the first post (`tellAccount`): posts of this and later pages may address us. */
  account?: OwnAccount;
  /** Used since the last page. */
  spent?: Spent;
}

/** What a poll used beside the requests made with `http` and the posts it yielded, which the desk counts itself. */
export interface Spent {
  /** Requests made in another way: by a client library of its own, a websocket. */
  calls?: number;
  /** Posts that were read and are in no page, where the network charges for them. */
  posts?: number;
  /**
   * Ids of all posts that were read, in the page or not, where the network charges for a post once in a day of UTC however often it is
   * read; in place of counting those of the page.
   */
  read?: string[];
  /** The network's own units, such as YouTube's quota. */
  units?: number;
}

/** Something told to us by its id alone: kept until a poll has asked for its words. */
export interface PendingPost {
  /** Equal for the same thing, however often it is told. At most 500 characters. */
  key: string;
  /** What to ask for; goes through JSON. */
  told: unknown;
}

/** What a delivery from outside brings. */
export interface Received {
  posts: IncomingPost[];
  refused: RefusedPost[];
  deleted?: DeletedPost[];
  /** What needs a second call. It is stored before the delivery is answered; a poll is due at once and gets it as `pending`. */
  pending?: PendingPost[];
}

/** How a poll ended. `notes` say it to people, and are never missing when it did not end well; `retryAfterSeconds` is the network's own wish and is obeyed. */
export interface PollEnd {
  outcome: PollOutcome;
  notes?: readonly Note[];
  retryAfterSeconds?: number;
  /** Used since the last page. */
  spent?: Spent;
  /**
   * How far back this poll could see, where that may not reach to what was read before: everything published since then was read, what
   * lies before is lost. null: it reached back. Left out: it reads on from its cursor; a `truncated` end says when that fell short, and
   * after a time longer than `reachesBackHours` what lies before it is taken as lost.
   */
  reachesBackTo?: Date | null;
  /** A stream that was put down in good order after its turn: it is taken up again at once, not after the interval. */
  goOn?: boolean;
  /** A connector that streams could only ask this time. */
  onlyAsked?: true;
}

export interface ConnectorContext<S> {
  settings: S;
  http: SafeHttp;
  now: () => Date;
  /** Aborts when the desk stops or the lease is about to end; a connector must end within a second. */
  signal: AbortSignal;
}

export interface PollContext<S> extends ConnectorContext<S> {
  /** What the last stored page left; null at the first poll. */
  cursor: unknown;
  /** As whom the desk knows us to act here; null or left out: it does not know. */
  account?: OwnAccount | null;
  /** Seconds until this source is asked again. */
  intervalSeconds: number;
  /** What was told by its id and is not settled yet, the oldest first; for connectors that receive and poll. */
  pending?: readonly PendingPost[];
  /**
   * Ids of this source's posts that are kept as mentions, in order: for networks that want what they deleted to be deleted here, and do not
   * tell. @param after the last id of the part before; null: from the start
   */
  stored?(after: string | null, most: number): Promise<string[]>;
  /**
   * A quick first look at a raw post, as UTF-8 bytes of its JSON: false only when no watch can match anything in it, so that a firehose
   * need not read it. `shape` says where its texts and links stand. Left out: everything may concern us. It may change its mind when a watch changes; ask it anew for each post.
   */
  mayConcern?(bytes: Uint8Array, shape?: RawShape): boolean;
  /** What people listen for just now, for networks that must be asked for it. Left out: nobody says. */
  watched?(): readonly WatchedQuery[];
  /** How long a poll of a stream lasts from when it is open, in milliseconds. */
  turnMs?: number;
}

/** A post about to be answered, as far as it decides who can read the answer. */
export interface AnsweredPost {
  externalId: string;
  network: string;
  /** As the connector told it. */
  extra: Record<string, unknown> | null;
}

export interface OutgoingImage {
  type: 'image/jpeg' | 'image/png';
  bytes: Buffer;
  width: number;
  height: number;
  /** For those who cannot see it; may be empty. */
  alt: string;
  /** The network's own id of it, kept at an earlier try. */
  uploadedAs: string | null;
  /** Keeps that id before the answer goes out, so that another try uploads nothing twice. */
  keep(uploadedAs: string): Promise<void>;
}

/** A watch as a connector may see it. */
export interface WatchedQuery {
  id: string;
  name: string;
  query: Query;
}

export interface OutgoingReply {
  text: string;
  images?: readonly OutgoingImage[];
  /** One of those that `visibilities` offered. */
  visibility: Visibility;
  /** Our own key of this reply; equal on every retry. */
  idempotencyKey: string;
  /** The post that is answered. */
  inReplyTo: { externalId: string; url: string | null; authorHandle: string | null };
  /** When we first tried: looking for it need not go further back. Null before the first attempt. */
  firstAttemptAt: Date | null;
}

/** `sent`: the network took it. `refused`: it never will, and why. `later`: it did not take it, try again. `unknown`: nobody knows. */
export type SendResult =
  | { outcome: 'sent'; externalId: string; url: string | null }
  | { outcome: 'refused'; reason: string }
  | { outcome: 'later'; reason: string; retryAfterSeconds: number }
  | { outcome: 'unknown'; reason: string };

/** What looking for a reply of unknown outcome found. `unsure`: the network could not be asked well enough to say; `final`: and never can. */
export type LookResult =
  | { outcome: 'found'; externalId: string; url: string | null }
  | { outcome: 'absent' }
  | { outcome: 'unsure'; reason: string; final?: true };

export interface ReplyRules {
  /** In the network's own counting; null: no limit. */
  maxLength: number | null;
  lengthRule: LengthRule;
  /** Seconds to wait before looking for a reply of unknown outcome: how long the network needs to show it. */
  settleSeconds: number;
  /** Pictures that can go with an answer. Left out: none yet. */
  images?: ImageLimits;
  /** true: the network folds two sends of the same idempotency key into one, so that a retry needs no looking. */
  idempotent: boolean;
}

export interface Replies<S> {
  rules: ReplyRules;
  /** Where the rules differ from post to post, or in private. `settings` without secrets. */
  rulesFor?(settings: S, externalId: string, visibility: Visibility): ReplyRules;
  /** Who can read an answer to this post: what the network permits, the usual first. `settings` without secrets. Left out: everybody. */
  visibilities?(settings: S, post: AnsweredPost): readonly Visibility[];
  /** null when these settings allow sending; else a stable key saying why not. */
  unavailable(settings: S): string | null;
  send(context: ConnectorContext<S>, reply: OutgoingReply): Promise<SendResult>;
  look(context: ConnectorContext<S>, reply: OutgoingReply): Promise<LookResult>;
}

/** The account we act and are mentioned as; its own posts never come back as mentions. */
export interface OwnAccount {
  handle: string;
  externalId: string | null;
}

/** What "test connection" tells a person: what works, or what to change. */
export interface TestResult {
  ok: boolean;
  notes: readonly Note[];
  account?: OwnAccount;
  samples: IncomingPost[];
}

/** What a connector can do, for people who choose one: docs/connectors.md is made from it, and the contract suite holds it to its word. */
export interface Capabilities {
  /** Ways in which it hears: `stream` as things happen, `called` by the network, the others by asking. */
  listens: readonly Listening[];
  /** What it tells about posts besides words, author and time. */
  tells: readonly Telling[];
  /** How far back a new source, or one that was blind, can read. */
  reachesBack: string;
  /** Answers can also go to their reader alone. */
  answersPrivately?: boolean;
  /** The network shows us nothing of what we sent: a reply of unknown outcome goes to a person at once. */
  cannotLook?: boolean;
  /** What it was tested against, in a few words: `a local server checked against the published description`, say. */
  testedAgainst: string;
}

export const LISTENING = ['search', 'hashtags', 'mentions', 'comments', 'threads', 'reviews', 'stream', 'feed', 'called', 'mail', 'file'] as const; // prettier-ignore
export type Listening = (typeof LISTENING)[number];
export const TELLING = ['thread', 'language', 'media', 'reach', 'links', 'edits', 'deletions', 'reposts', 'quotes', 'followers'] as const; // prettier-ignore
export type Telling = (typeof TELLING)[number];

export interface Connector<S = unknown> {
  kind: SourceKind;
  capabilities: Capabilities;
  /** Settings with `.meta({ title, description, secret: true })` on their fields; the form on the page is made from it. */
  settings: z.ZodType<S>;
  defaultIntervalSeconds: number;
  poll?(context: PollContext<S>): AsyncGenerator<PollPage, PollEnd>;
  /** How long the network keeps for us what we did not read, in hours; null or left out: no age is too old. */
  reachesBackHours?(settings: S): number | null;
  /** true: with these settings a poll lasts as long as it may and yields posts as they are published. */
  streams?(settings: S): boolean;
  /** For sources that are called from outside: reads a raw, already authenticated body. Throws DeskError when nothing in it can be read. */
  receive?(body: Buffer, context: { now: Date; settings: S }): Received;
  /** Answers the question that some networks ask before they deliver; null: this is not the door they mean. */
  challenge?(query: Record<string, string | undefined>, settings: S): string | null;
  /** Checks that a delivery really comes from whom it should, over the raw body. */
  verify?(body: Buffer, headers: Record<string, string | string[] | undefined>, settings: S, now: Date): boolean;
  replies?: Replies<S>;
  test(context: ConnectorContext<S>): Promise<TestResult>;
}

/** Keeps the type of settings inside the connector while the list of all connectors forgets it. */
export function defineConnector<S>(connector: Connector<S>): Connector {
  return connector as unknown as Connector;
}
