/**
 * Listens to the stream of an instance for one turn. The stream remembers nothing: what is said while nobody listens is found by the
 * lists, which are read before every turn.
 */
import type { DeletedPost, IncomingPost, RefusedPost } from '../incoming-post.js';
import type { PollEnd, PollPage } from '../polls.js';
import { excerptOf } from '../storable.js';
import { streamTurn, type Pile, type StreamTurn } from '../stream.js';
import { NETWORK } from './client.js';
import { readId, readInstance } from './answers.js';
import { versionKey } from './lane.js';
import { readPost } from './normalise.js';
import type { MastodonPoll } from './mastodon-poll.js';
import { hostOf, type MastodonSettings } from './settings.js';

const FULL = 1000;

/** Instances let only accounts listen. Source: Mastodon documentation, "Streaming", changes of 4.2. */
export function streamsHere({ stream, accessToken }: MastodonSettings): boolean {
  return stream && accessToken !== undefined;
}

export async function* listen(poll: MastodonPoll): AsyncGenerator<PollPage, PollEnd> {
  const pile = new MastodonPile(poll);
  return yield* streamTurn({ ...poll.context, open: opening(poll), pile, complete: poll.complete, network: NETWORK });
}

function opening({ context, client }: MastodonPoll): StreamTurn['open'] {
  const { http, settings } = context;
  return async (onMessage, signal) => {
    if (http.openSocket === undefined) throw new Error('no way to listen to a stream');
    const instance = await client.get('/api/v2/instance').then(readInstance, () => null);
    const base = instance?.streaming ?? settings.instance.replace(/^http/, 'ws');
    const url = new URL('/api/v1/streaming', base).href;
    const socket = await http.openSocket(
      { url, headers: { authorization: `Bearer ${settings.accessToken}` }, signal },
      onMessage,
    );
    for (const stream of streamsOf(settings)) socket.send(JSON.stringify({ type: 'subscribe', ...stream }));
    return socket;
  };
}

function streamsOf({ hashtags, listenToMentions }: MastodonSettings): { stream: string; tag?: string }[] {
  const mentions = listenToMentions ? [{ stream: 'user:notification' }] : [];
  return [...mentions, ...hashtags.map((tag) => ({ stream: 'hashtag', tag }))];
}

class MastodonPile implements Pile {
  private posts = new Map<string, IncomingPost>();
  private refused: RefusedPost[] = [];
  private deleted = new Map<string, DeletedPost>();

  constructor(private readonly poll: MastodonPoll) {}

  get isWorthAPage(): boolean {
    return this.posts.size + this.refused.length + this.deleted.size > 0;
  }

  get isFull(): boolean {
    return this.posts.size + this.refused.length + this.deleted.size >= FULL;
  }

  take(): PollPage | null {
    if (!this.isWorthAPage) return null;
    const deleted = [...this.deleted.values()];
    const page = { posts: [...this.posts.values()], refused: this.refused, ...(deleted.length > 0 ? { deleted } : {}) };
    [this.posts, this.refused, this.deleted] = [new Map(), [], new Map()];
    return { ...page, cursor: structuredClone(this.poll.cursor) };
  }

  add(bytes: Buffer): void {
    const message = parsed(bytes.toString('utf8')) as { event?: unknown; payload?: unknown } | null;
    const payload = typeof message?.payload === 'string' ? message.payload : null;
    if (message === null || payload === null) return;
    const { event } = message;
    if (event === 'delete') return this.remove(readId(payload));
    if (event === 'update' || event === 'status.update') return this.read(parsed(payload));
    if (event !== 'notification') return;
    const notification = parsed(payload) as { type?: unknown; status?: unknown } | null;
    if (notification?.type === 'mention') this.read(notification.status);
  }

  private remove(id: string | null): void {
    if (id === null) return;
    this.posts.delete(id);
    this.deleted.set(id, { externalId: id, at: this.poll.context.now() });
  }

  private read(item: unknown): void {
    const { context, cursor, shared, ownKey } = this.poll;
    const read = readPost(item, this.refused.length, hostOf(context.settings), context.now());
    if ('refused' in read) {
      this.refused.push({ ...read.refused, excerpt: excerptOf(item) });
      return;
    }
    const { post } = read;
    const key = versionKey(post);
    if (post.author.key === ownKey || key in shared) return;
    shared[key] = cursor.streamed[key] = (post.editedAt ?? post.postedAt).getTime();
    this.posts.set(post.externalId, post);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
