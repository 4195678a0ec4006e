/** A poll of a connector: what it is given, the pages it yields, and how it ends. */
import type { Note } from '#libs/contracts/notes.js';
import type { PollOutcome } from '#libs/contracts/words.js';
import type { RawShape } from '#libs/matching/prefilter-bytes.js';
import type { Query } from '#libs/matching/query.js';
import type { ConnectorContext, OwnAccount } from './connector-context.js';
import type { DeletedAuthor, DeletedPost, IncomingPost, RefusedPost } from './incoming-post.js';

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

/** A watch as a connector may see it. */
export interface WatchedQuery {
  id: string;
  name: string;
  query: Query;
}
