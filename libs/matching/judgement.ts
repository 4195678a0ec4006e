/** What the weighing of an appearance comes to. */

import type { MatchReason } from './watch-options.js';

/** Log-odds and what they rest on. */
export interface Judgement {
  score: number;
  reasons: MatchReason[];
}

/** How much a name is also an ordinary word: fully, only in part or in another language than the post's, or not. */
export type Ordinariness = 'ordinary' | 'foreign' | 'distinctive';
