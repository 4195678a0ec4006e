/** What a connector declares that it can do. */

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
