/**
 * One turn of listening to the filtered stream. The stream is for speed, the search for completeness: it is read when a line was opened
 * anew, which closes the gap, again when X has had time to show what was late, and every few minutes for what the stream left out. X
 * charges a post once a day, so the second reading costs nothing. Without a stream the search goes on alone.
 */
import type { PollEnd, PollPage } from '../polls.js';
import { note } from '../explained.js';
import type { StreamState } from './cursor.js';
import { NETWORK } from './failures.js';
import { readLists } from './lists.js';
import { failed, lineKey, openLine, waitFor } from './open-line.js';
import { park, type StreamLine } from './stream-line.js';
import { readLines } from './streamed-posts.js';
import type { PollWork } from './work.js';

const TURN_MS = 60_000;
/** X's lists show posts late: half a minute and a little more. */
const AGAIN_MS = 35_000;
const EVERY_MS = 300_000;
/** A page without a post only moves the cursor: so often is enough. */
const MOVE_EVERY_MS = 5000;
/** A wait that is longer ends the turn: the search is asked at the interval meanwhile. */
const LONGEST_PAUSE_MS = 16_000;
/** What is remembered of what the stream told. */
const MOST_TOLD = 2000;
/** A spending cap or a monthly limit does not go away within minutes. */
const CAP_MS = 3_600_000;
const HEALTHY_MS = 10_000;

/** @returns how the lists ended, and the stream */
export async function* listen(work: PollWork): AsyncGenerator<PollPage, PollEnd[]> {
  const state = (work.cursor.stream ??= beginning(work));
  for (const id of state.told) work.handed.add(id);
  const turn = new Turn(work, state);
  try {
    return yield* turn.run();
  } finally {
    turn.close();
  }
}

function beginning({ context: { now } }: PollWork): StreamState {
  return { dueAt: now().toISOString(), fresh: true, failures: 0, notBefore: null, note: null, rules: null, heardAt: null, noBackfill: false, told: [] }; // prettier-ignore
}

class Turn {
  private line: StreamLine | null = null;
  private readonly endsAt: number;
  private ends: PollEnd[] = [];
  private posts = 0;
  private unreadable = 0;
  /** A line was lost since the lists were read. */
  private isUnfilled = false;

  constructor(
    private readonly work: PollWork,
    private readonly state: StreamState,
  ) {
    this.endsAt = performance.now() + (work.context.turnMs ?? TURN_MS);
  }

  async *run(): AsyncGenerator<PollPage, PollEnd[]> {
    const { signal } = this.work.context;
    const before = JSON.stringify(this.state);
    this.line = await openLine(this.work, this.state);
    yield* this.fillGaps(this.line === null);
    while (!signal.aborted && this.isWell && this.leftMs > 0 && (yield* this.hear()));
    if (this.line === null && this.isUnfilled) yield* this.fillGaps(true);
    if (signal.aborted) return [];
    if (this.line !== null) this.state.heardAt = this.work.context.now().toISOString();
    if (JSON.stringify(this.state) !== before) yield this.page({ posts: [], refused: [] });
    return [...this.ends, this.end()];
  }

  /** Lets the line go unless it was parked. */
  close(): void {
    this.line?.close();
  }

  private get leftMs(): number {
    return this.endsAt - performance.now();
  }

  /** A person must act, or X does not answer as it should: there is no use in listening on. */
  private get isWell(): boolean {
    return this.ends.every(({ outcome }) => outcome !== 'forbidden' && outcome !== 'schema-changed');
  }

  /** One wait and what it brought. @returns whether the turn goes on */
  private async *hear(): AsyncGenerator<PollPage, boolean> {
    const { line, state, work } = this;
    if (line === null) return yield* this.openAgain();
    await line.wait(Math.max(0, Math.min(this.leftMs, MOVE_EVERY_MS)), work.context.signal);
    if (work.context.signal.aborted) return false;
    yield* this.take(line);
    if (state.failures > 0 && isHealthy(line, work.context.now())) Object.assign(state, { failures: 0, note: null });
    if (line.isOver && !line.isWaitedFor) this.lost(line);
    else yield* this.fillGaps(false);
    return true;
  }

  private async *take(line: StreamLine): AsyncGenerator<PollPage, void> {
    if (!line.isWaitedFor) return;
    const { posts, refused, read, farewell } = readLines(line.take(), this.work);
    this.state.told = [...this.state.told, ...posts.map((post) => post.externalId)].slice(-MOST_TOLD);
    this.posts += posts.length;
    this.unreadable += refused.length;
    if (posts.length + refused.length > 0) yield this.page({ posts, refused, spent: { read } });
    else for (const id of read) this.work.unsaid.add(id);
    if (farewell !== null) this.brokenOff(line, farewell);
  }

  /** X says in its stream that it breaks off. */
  private brokenOff(line: StreamLine, { title, detail }: { title: string; detail: string }): void {
    line.close();
    this.lost(line);
    this.state.note = note('stream-broken-off', { network: NETWORK }, detail);
    if (/usage|quota|cap\b|credit/i.test(`${title} ${detail}`)) waitFor(this.state, CAP_MS, this.work.context.now());
  }

  private lost(line: StreamLine): void {
    if (this.line === null) return;
    const { now } = this.work.context;
    this.line = null;
    this.isUnfilled = true;
    this.state.heardAt = now().toISOString();
    failed(this.state, line.broken ?? null, now());
  }

  private async *openAgain(): AsyncGenerator<PollPage, boolean> {
    const { state, work } = this;
    const waitMs = Date.parse(state.notBefore ?? '') - work.context.now().getTime();
    if (waitMs > Math.min(LONGEST_PAUSE_MS, this.leftMs)) return false;
    await pause(waitMs, work.context.signal);
    if (work.context.signal.aborted) return false;
    this.line = await openLine(work, state);
    if (this.line !== null) yield* this.fillGaps(false);
    return true;
  }

  /** Reads the lists when it is time to. @param anyway there is no stream: they are all there is */
  private async *fillGaps(anyway: boolean): AsyncGenerator<PollPage, void> {
    const { state, work } = this;
    const { now } = work.context;
    if (!anyway && now().getTime() < Date.parse(state.dueAt)) return;
    this.isUnfilled = false;
    const ends = yield* readLists(work);
    const waits = this.line === null ? [] : ends.filter(({ outcome }) => outcome === 'throttled' || outcome === 'unreachable');
    this.ends = [...this.ends.filter(isRemembered), ...ends.map((end) => (waits.includes(end) ? waiting(end) : end))];
    if (waits.length > 0) return this.dueIn(Math.max(60, ...waits.map((end) => end.retryAfterSeconds ?? 0)) * 1000);
    this.dueIn(state.fresh && this.line !== null ? AGAIN_MS : EVERY_MS);
    state.fresh = false;
    const settled = lowestSince(work);
    state.told = state.told.filter((id) => settled === null || BigInt(id) > settled);
  }

  private dueIn(ms: number): void {
    this.state.dueAt = new Date(this.work.context.now().getTime() + ms).toISOString();
  }

  private page(content: Pick<PollPage, 'posts' | 'refused' | 'spent'>): PollPage {
    return { ...content, cursor: structuredClone(this.work.cursor) };
  }

  /** At the end of a turn in good order the line is parked for the next. */
  private end(): PollEnd {
    const { line, state } = this;
    const outcome = this.posts > 0 ? 'ok' : 'empty';
    if (line === null || line.isOver) {
      const notes = state.note === null ? {} : { notes: [state.note, note('stream-by-search')] };
      return { outcome, onlyAsked: true, ...notes };
    }
    if (!this.isWell) return { outcome };
    park(lineKey(this.work), line);
    this.line = null;
    const odd = this.unreadable > 0 && this.posts === 0;
    const said = odd ? note('stream-odd') : state.leftOut;
    return { outcome, goOn: true, ...(said ? { notes: [said] } : {}) };
  }
}

/** Something may be missing: that is not forgotten when the lists are read again. */
const isRemembered = ({ outcome }: PollEnd) => outcome === 'truncated';

/** While the stream is heard, the search may wait: since_id stays where it is. */
function waiting({ notes = [] }: PollEnd): PollEnd {
  return { outcome: 'empty', notes: [...notes, note('stream-meanwhile')] };
}

/** It has said something, or stood for a while: the next break is a first one again. */
function isHealthy(line: StreamLine, now: Date): boolean {
  return line.heard || now.getTime() - line.openedAt.getTime() > HEALTHY_MS;
}

/** Below this id every list is read to its end: what the stream told there comes from none of them again. */
function lowestSince({ cursor }: PollWork): bigint | null {
  const lanes = [cursor.search, cursor.mentions, ...cursor.watched.map(({ lane }) => lane)].map(({ sinceId }) => sinceId);
  const known = lanes.filter((id) => id !== null).map(BigInt);
  return known.length === 0 ? null : known.reduce((a, b) => (a < b ? a : b));
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return;
  await new Promise<void>((done) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
  });
}
