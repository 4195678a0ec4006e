/** An answer on its way out: what a connector is asked to send or to look for, and what it may say of it. */
import type { LengthRule } from '#libs/contracts/reply-length.js';
import type { ImageLimits } from '#libs/contracts/http/images.js';
import type { Visibility } from '#libs/contracts/words.js';
import type { ConnectorContext } from './connector-context.js';

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
