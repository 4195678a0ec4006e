/** The words scoring speaks: what goes in, what comes out, and the reasons that go with every figure. */

export const SENTIMENT_LABELS = ['negative', 'neutral', 'positive'] as const;
export type SentimentLabel = (typeof SENTIMENT_LABELS)[number];

export const INTENTS = ['complaint', 'question', 'request', 'praise', 'news', 'spam', 'other'] as const;
export type Intent = (typeof INTENTS)[number];

export const SIGNALS = [
  'wants-person',
  'stop',
  'emergency',
  'threat',
  'self-harm',
  'legal',
  'press',
  'safety',
  'data-protection',
  'broken-promise',
] as const;
export type Signal = (typeof SIGNALS)[number];

/** A post as scoring sees it; everything but the text is optional context. */
export interface ScorablePost {
  readonly text: string;
  /** Two-letter language the platform or the operator claims; decides ties, never overrules clear evidence. */
  readonly langHint?: string;
  /** Followers of the author. */
  readonly followers?: number;
  /** The post matched a watch on a person of the staff. */
  readonly staffNamed?: boolean;
  /** The author has written to us before about an unresolved matter. */
  readonly repeatAuthor?: boolean;
  readonly inReplyToUs?: boolean;
  /** Similar posts an hour now, divided by the usual number (1 = as always). */
  readonly velocity?: number;
  /** Minutes the author has waited for an answer of ours. */
  readonly waitingMinutes?: number;
}

/** Why a figure is what it is: `code` is a stable key the page translates, `words` are words of the post. */
export interface Reason {
  readonly code: string;
  readonly words: string;
  readonly weight: number;
}

export interface Scores {
  /** The scorer's version, with the workspace layer's version after a plus sign when one took part. */
  readonly version: string;
  readonly language: { readonly code: string; readonly confidence: number };
  readonly sentiment: { readonly score: number; readonly label: SentimentLabel; readonly reasons: Reason[] };
  readonly intent: { readonly label: Intent; readonly confidence: number; readonly reasons: Reason[] };
  readonly urgency: { readonly score: number; readonly reasons: Reason[] };
  readonly risk: { readonly score: number; readonly level: 'low' | 'medium' | 'high'; readonly reasons: Reason[] };
  readonly signals: Signal[];
}
