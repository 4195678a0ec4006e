/** What tells a person outside the desk: the interface of all notifiers. A notice may arrive twice, never not at all; its key folds the copies. */

export interface OutgoingNotice {
  /** The same on every try: the receiver folds copies by it. */
  key: string;
  subject: string;
  body: string;
  /** What happened, for programs. */
  facts: Record<string, unknown>;
  at: Date;
}

/** `sent` with the receiver's receipt; `later`: try again; `refused`: it never will be taken, and why. */
export type NoticeResult =
  { outcome: 'sent'; receipt: string } | { outcome: 'later'; reason: string } | { outcome: 'refused'; reason: string };
