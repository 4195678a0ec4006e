/** What a connector is: the code for one kind of source. A folder that exports one of these, plus one line in all-connectors.ts. */
import type { z } from 'zod';
import type { PollOutcome, SourceKind } from '#libs/contracts/words.js';
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
  /** What else the network said and is worth keeping (media, reach, …). */
  extra?: Record<string, unknown>;
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
  posts: IncomingPost[];
  refused: RefusedPost[];
  /** Where to go on after this page is stored. */
  cursor: unknown;
}

/** How a poll ended. `message` is for people; `retryAfterSeconds` is the network's own wish and is obeyed. */
export interface PollEnd {
  outcome: PollOutcome;
  message?: string;
  retryAfterSeconds?: number;
  /** Who we are on this network, when the poll knows; the desk keeps it, so that our own posts are known from then on. */
  account?: OwnAccount;
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
  /** External ids and handles of our own accounts on this network, to leave out early where that saves calls. */
  intervalSeconds: number;
}

export interface OutgoingReply {
  text: string;
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

/** What looking for a reply of unknown outcome found. `unsure`: the network could not be asked well enough to say. */
export type LookResult =
  { outcome: 'found'; externalId: string; url: string | null } | { outcome: 'absent' } | { outcome: 'unsure'; reason: string };

export interface ReplyRules {
  /** In the network's own counting; null: no limit. */
  maxLength: number | null;
  lengthRule: 'characters' | 'x-weighted';
  /** Seconds to wait before looking for a reply of unknown outcome: how long the network needs to show it. */
  settleSeconds: number;
  /** true: the network folds two sends of the same idempotency key into one, so that a retry needs no looking. */
  idempotent: boolean;
}

export interface Replies<S> {
  rules: ReplyRules;
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

/** What "test connection" tells a person. */
export interface TestResult {
  ok: boolean;
  message: string;
  account?: OwnAccount;
  samples: IncomingPost[];
}

export interface Connector<S = unknown> {
  kind: SourceKind;
  /** Settings with `.meta({ title, description, secret: true })` on their fields; the form on the page is made from it. */
  settings: z.ZodType<S>;
  defaultIntervalSeconds: number;
  poll?(context: PollContext<S>): AsyncGenerator<PollPage, PollEnd>;
  /** For sources that are called from outside: reads a raw, already authenticated body. Throws DeskError when nothing in it can be read. */
  receive?(body: Buffer, context: { now: Date; settings: S }): { posts: IncomingPost[]; refused: RefusedPost[] };
  /** Checks that a delivery really comes from whom it should, over the raw body. */
  verify?(body: Buffer, headers: Record<string, string | string[] | undefined>, settings: S): boolean;
  replies?: Replies<S>;
  test(context: ConnectorContext<S>): Promise<TestResult>;
}

/** Keeps the type of settings inside the connector while the list of all connectors forgets it. */
export function defineConnector<S>(connector: Connector<S>): Connector {
  return connector as unknown as Connector;
}
