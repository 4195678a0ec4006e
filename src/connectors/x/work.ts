/** What the parts of one poll of X share. */
import type { PollContext } from '../polls.js';
import type { XClient } from './client.js';
import type { Cursor } from './cursor.js';
import type { XSettings } from './settings.js';
import type { WatchSearches } from './watch-rules.js';

export interface PollWork {
  client: XClient;
  /** Moves as posts are handed on; a copy of it goes with each page. */
  cursor: Cursor;
  context: PollContext<XSettings>;
  /** What any part of this poll has handed on, so that none does it again. */
  handed: Set<string>;
  /** What X is asked because of the watches. */
  watched: WatchSearches;
  /** Our newest posts were learned, and nobody was asked yet who quotes them. */
  quotesAreDue?: boolean;
  /** What was read and is in no page. */
  unsaid: Set<string>;
}
