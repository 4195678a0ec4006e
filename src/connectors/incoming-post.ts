/** What a network tells: posts and what becomes of them, in our words. */

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
