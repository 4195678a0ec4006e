/** What a watch can set besides its query, with the defaults. */

export type WatchKind = 'company' | 'brand' | 'product' | 'person' | 'competitor' | 'topic';
export type InflectedLanguage = 'tr' | 'sk' | 'en';

export interface WatchOptions {
  kind?: WatchKind;
  /** Whose inflection to expect when the post's language is not known. Default: all three. */
  languages?: InflectedLanguage[];
  /** Matches below are left out, in [0, 1]. Default 0.5. */
  threshold?: number;
  /** Words that speak for (`for`) or against (`against`) a post being about us. */
  context?: { for?: string[]; against?: string[] };
  /** Defaults for every term of the query: see `TermOptions`. */
  suffixes?: boolean;
  joined?: boolean;
  misspelt?: boolean;
}

export const DEFAULT_THRESHOLD = 0.5;
export const ALL_LANGUAGES: readonly InflectedLanguage[] = ['tr', 'sk', 'en'];

/** A post as the matcher needs it. `text` is as the platform gave it, in UTF-16. */
export interface MatchablePost {
  text: string;
  authorHandle?: string;
  authorName?: string;
  sourceKind?: string;
  sourceId?: string;
  network?: string;
  lang?: string;
  url?: string;
  links?: string[];
}

/** One cause of a relevance: a stable code, the words it rests on, and its weight in log-odds. */
export interface MatchReason {
  code: string;
  words: string;
  weight: number;
}

export interface MatchRange {
  /** UTF-16 offsets into the post's text, end exclusive. */
  start: number;
  end: number;
  /** The part of the query that matched here, in its canonical spelling. */
  term: string;
}

export interface WatchMatch {
  watchId: string;
  relevance: number;
  ranges: MatchRange[];
  reasons: MatchReason[];
}
