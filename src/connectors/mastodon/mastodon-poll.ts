/** What the lists and the stream of one poll share. */
import type { IncomingPost } from '../incoming-post.js';
import type { PollContext } from '../polls.js';
import type { MastodonClient } from './client.js';
import type { Cursor } from './cursor.js';
import type { MastodonSettings } from './settings.js';

export interface MastodonPoll {
  context: PollContext<MastodonSettings>;
  cursor: Cursor;
  client: MastodonClient;
  ownKey: string | null;
  /** What this poll and the streams before it have handed on. */
  shared: Record<string, number>;
  complete(posts: IncomingPost[]): Promise<IncomingPost[]>;
}
