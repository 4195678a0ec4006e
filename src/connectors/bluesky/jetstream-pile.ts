/** What piles up from the stream of everything public until it is stored: new posts, new versions, deletions, and where to go on. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DeletedAuthor, DeletedPost, IncomingPost, RefusedPost } from '../incoming-post.js';
import type { PollContext, PollPage } from '../polls.js';
import { excerptOf, storableJson } from '../storable.js';
import type { Pile } from '../stream.js';
import { PostRecord } from './answers.js';
import { JetstreamEvent, mayBeMore, parsed, SHAPE, timeIn } from './jetstream-event.js';
import { toPost } from './normalise.js';

export const POSTS = 'app.bsky.feed.post';
/** Events of one instant are not in order, and another server has another clock: so much is read again. Source: README of Jetstream. */
export const REPLAY_US = 3_000_000;
/** What waits to be stored before the other side is held back. */
const FULL = 2000;

export const StreamPlace = z.object({
  /** Microseconds since 1970 by the clock of the stream. */
  at: z.int(),
  /** Short names of what was handed on within the time that is read again. */
  handed: z.record(z.string(), z.int()),
});
export type StreamPlace = z.infer<typeof StreamPlace>;

export interface PileSettings extends Pick<PollContext<unknown>, 'mayConcern' | 'now'> {
  /** Our own posts are left out; null when we have no account here. */
  ownDid: string | null;
  /** The whole cursor with the stream at this place. */
  snapshot(place: StreamPlace): unknown;
}

export class JetstreamPile implements Pile {
  /** Events that were looked at, and those of them that were read. */
  readonly counts = { seen: 0, read: 0 };
  private posts = new Map<string, IncomingPost>();
  private refused: RefusedPost[] = [];
  private deleted = new Map<string, DeletedPost>();
  private deletedAuthors: DeletedAuthor[] = [];
  private moved = false;

  constructor(
    private readonly place: StreamPlace,
    private readonly settings: PileSettings,
  ) {}

  /** Where a connection should begin. */
  get cursor(): number {
    return this.place.at - REPLAY_US;
  }

  get isWorthAPage(): boolean {
    return this.size > 0;
  }

  get isFull(): boolean {
    return this.size >= FULL;
  }

  private get size(): number {
    return this.posts.size + this.refused.length + this.deleted.size + this.deletedAuthors.length;
  }

  add(bytes: Buffer): void {
    this.counts.seen += 1;
    const at = timeIn(bytes);
    // Only new posts that no watch can match are passed over unread: a change or a deletion may be of a post we have.
    if (at !== null && this.settings.mayConcern?.(bytes, SHAPE) === false && !mayBeMore(bytes)) return this.moveTo(at);
    this.counts.read += 1;
    const raw = parsed(bytes);
    const read = JetstreamEvent.safeParse(raw);
    if (read.success) {
      this.moveTo(read.data.time_us);
      return this.read(read.data, raw);
    }
    if (this.isKnown(bytes, at ?? this.place.at)) return;
    const issue = read.error.issues[0];
    const reason = raw === null ? 'is not JSON' : `${issue?.path.join('.') || 'the event'}: ${issue?.message ?? 'does not fit'}`;
    this.refuse(raw ?? bytes.toString('utf8', 0, 4000), null, reason);
  }

  take(): PollPage | null {
    if (!this.moved && !this.isWorthAPage) return null;
    const page: PollPage = {
      posts: [...this.posts.values()],
      refused: this.refused,
      ...(this.deleted.size > 0 ? { deleted: [...this.deleted.values()] } : {}),
      ...(this.deletedAuthors.length > 0 ? { deletedAuthors: this.deletedAuthors } : {}),
      cursor: this.settings.snapshot(this.rememberedPlace()),
    };
    [this.posts, this.refused, this.deleted, this.deletedAuthors, this.moved] = [new Map(), [], new Map(), [], false];
    return page;
  }

  private read(event: JetstreamEvent, raw: unknown): void {
    const { did, time_us, commit, account } = event;
    if (account !== undefined && !account.active) return this.readAccount(event);
    if (commit?.collection !== POSTS || did === this.settings.ownDid) return;
    if (this.isKnown(`${did} ${time_us} ${commit.rkey}`, time_us)) return;
    const uri = `at://${did}/${POSTS}/${commit.rkey}`;
    const at = this.timeOf(event);
    if (commit.operation === 'delete') {
      this.posts.delete(uri);
      this.deleted.set(uri, { externalId: uri, at });
      return;
    }
    const record = PostRecord.safeParse(storableJson(commit.record)?.value);
    if (!record.success) {
      const issue = record.error.issues[0];
      return this.refuse(raw, uri, `record.${issue?.path.join('.')}: ${issue?.message ?? 'does not fit'}`);
    }
    const post = toPost({ uri, record: record.data, indexedAt: at });
    this.deleted.delete(uri);
    this.posts.set(uri, commit.operation === 'update' ? { ...post, editedAt: at } : post);
  }

  /** An account that is gone for good. One that is put to sleep may wake up, with its posts. */
  private readAccount(event: JetstreamEvent): void {
    const { did, time_us, account } = event;
    if (account?.status !== 'deleted' && account?.status !== 'takendown') return;
    if (!this.isKnown(`${did} ${time_us}`, time_us)) this.deletedAuthors.push({ key: did, at: this.timeOf(event) });
  }

  private timeOf({ time_us }: JetstreamEvent): Date {
    return new Date(Math.min(Math.floor(time_us / 1000), this.settings.now().getTime()));
  }

  /** @returns whether it was handed on before a connection broke; remembers it */
  private isKnown(event: string | Buffer, at: number): boolean {
    const name = createHash('sha256').update(event).digest('base64url').slice(0, 12);
    if (name in this.place.handed) return true;
    this.place.handed[name] = at;
    return false;
  }

  private refuse(raw: unknown, externalId: string | null, reason: string): void {
    this.refused.push({ index: this.refused.length, externalId, reason, excerpt: excerptOf(raw) });
  }

  private moveTo(at: number): void {
    if (at <= this.place.at) return;
    this.place.at = at;
    this.moved = true;
  }

  private rememberedPlace(): StreamPlace {
    const { at } = this.place;
    this.place.handed = Object.fromEntries(Object.entries(this.place.handed).filter(([, time]) => time >= at - REPLAY_US));
    return { at, handed: { ...this.place.handed } };
  }
}
