/** One turn of listening to a stream: what piles up while a page is stored is the next page, and a connection that breaks is opened again. */
import { OutboundError } from '../platform/outbound/safe-http.js';
import { HandshakeRefused, type SafeSocket } from '../platform/outbound/safe-socket.js';
import { boundedSeconds, retryAfterSeconds } from './ask-json.js';
import type { IncomingPost } from './incoming-post.js';
import type { PollEnd, PollPage } from './polls.js';
import { explained, note, STOPPED, type Explained } from './explained.js';
import { endOfSilence } from './silence.js';

/** How long a turn lasts from when the stream is open, when the desk does not say. */
const TURN_MS = 60_000;
/** A stream that does not open within this ends the turn; a web socket gives up before. */
const OPEN_MS = 25_000;
/** A page without a post only moves the cursor: so often is enough. */
const MOVE_EVERY_MS = 5000;
/** Waits before a broken connection is opened again; after the last, the turn ends and the source waits as any that failed. */
const RETRY_MS = [250, 1000, 3000, 8000];

export interface Pile {
  /** Takes a message. What it throws is a fault of ours. */
  add(bytes: Buffer): void;
  /** There is a post, a deletion or a refusal to store. */
  readonly isWorthAPage: boolean;
  /** There is so much that the other side should wait. */
  readonly isFull: boolean;
  /** @returns what piled up since it was taken last, or null when not even the cursor moved */
  take(): PollPage | null;
}

export interface StreamTurn {
  /** Opens the stream where the pile stands. @throws OutboundError, HandshakeRefused */
  open(onMessage: (bytes: Buffer) => void, signal: AbortSignal): Promise<SafeSocket>;
  pile: Pile;
  /** Adds to posts what the stream does not carry. */
  complete?(posts: IncomingPost[]): Promise<IncomingPost[]>;
  /** The network's name, for people. */
  network: string;
  signal: AbortSignal;
  turnMs?: number;
  now: () => Date;
}

/** @returns `ok` or `empty` with `goOn` at the end of the turn; else why there is no stream */
export async function* streamTurn(turn: StreamTurn): AsyncGenerator<PollPage, PollEnd> {
  const line = new Line(turn);
  let posts = 0;
  try {
    while (!line.isOver) {
      await line.until(() => turn.pile.isWorthAPage);
      const page = turn.signal.aborted ? null : turn.pile.take();
      line.eased();
      if (page === null) continue;
      posts += page.posts.length;
      yield await completed(page, turn);
    }
    const rest = turn.signal.aborted ? null : turn.pile.take();
    if (rest !== null) {
      posts += rest.posts.length;
      yield await completed(rest, turn);
    }
  } finally {
    await line.hangUp();
  }
  if (line.fault !== null) throw line.fault;
  if (turn.signal.aborted) return STOPPED;
  if (line.end === null && !line.wasOpen) return explained('unreachable', note('stream-shut', { network: turn.network }));
  return line.end ?? { outcome: posts > 0 ? 'ok' : 'empty', goOn: true };
}

async function completed(page: PollPage, { complete }: StreamTurn): Promise<PollPage> {
  return complete === undefined || page.posts.length === 0 ? page : { ...page, posts: await complete(page.posts) };
}

/** The connection, opened again when it breaks, and the bell that rings when something came. */
class Line {
  /** Why there is no stream; null while there is one. */
  end: PollEnd | null = null;
  wasOpen = false;
  /** A fault of ours that ended it. */
  fault: unknown = null;
  private readonly stopping = new AbortController();
  private readonly timedOut = new AbortController();
  private timer: NodeJS.Timeout;
  private readonly turnIsOver: AbortSignal;
  private readonly listening: Promise<void>;
  private socket: SafeSocket | null = null;
  private heard = false;
  private ring: () => void = () => undefined;

  constructor(private readonly turn: StreamTurn) {
    this.turnIsOver = AbortSignal.any([turn.signal, this.timedOut.signal]);
    this.turnIsOver.addEventListener('abort', () => this.ring(), { once: true });
    this.timer = this.endAfter(OPEN_MS);
    this.listening = this.listen();
  }

  get isOver(): boolean {
    return this.end !== null || this.fault !== null || this.turnIsOver.aborted;
  }

  /** Waits until there is something to do, the turn is over, or it is time to move the cursor. */
  async until(isThere: () => boolean): Promise<void> {
    if (this.isOver || isThere()) return;
    await new Promise<void>((done) => {
      const timer = setTimeout(done, MOVE_EVERY_MS);
      this.ring = () => {
        if (!this.isOver && !isThere()) return;
        clearTimeout(timer);
        done();
      };
    });
    this.ring = () => undefined;
  }

  /** The pile was taken: the other side may go on. */
  eased(): void {
    this.socket?.resume();
  }

  async hangUp(): Promise<void> {
    clearTimeout(this.timer);
    this.stopping.abort();
    await this.listening;
  }

  private async listen(): Promise<void> {
    for (let failures = 0; !this.isOver; failures += 1) {
      const broken = await this.once();
      if (this.heard) failures = 0;
      if (this.isOver || this.stopping.signal.aborted) break;
      const wait = RETRY_MS[failures];
      if (broken !== null && !(broken instanceof HandshakeRefused || broken instanceof OutboundError)) this.fault = broken;
      else if (wait === undefined || !mayPass(broken)) this.end = this.endOf(broken);
      else await pause(wait, this.stopping.signal);
    }
    this.ring();
  }

  /** One connection from its opening to its end. @returns what broke it; null when the other side closed it in order */
  private async once(): Promise<unknown> {
    this.heard = false;
    try {
      const signal = AbortSignal.any([this.stopping.signal, this.turnIsOver]);
      this.socket = await this.turn.open((bytes) => this.take(bytes), signal);
      this.opened();
      await this.socket.over;
      return null;
    } catch (error) {
      return error;
    } finally {
      this.socket = null;
    }
  }

  /** The turn begins when there is something to hear. */
  private opened(): void {
    if (this.wasOpen) return;
    this.wasOpen = true;
    clearTimeout(this.timer);
    this.timer = this.endAfter(this.turn.turnMs ?? TURN_MS);
  }

  private endAfter(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.timedOut.abort(), ms);
  }

  private take(bytes: Buffer): void {
    this.heard = true;
    this.turn.pile.add(bytes);
    if (this.turn.pile.isFull) this.socket?.pause();
    this.ring();
  }

  private endOf(broken: HandshakeRefused | OutboundError | null): PollEnd {
    const { network, now } = this.turn;
    if (broken === null) return explained('unreachable', note('stream-breaks', { network }));
    if (broken instanceof HandshakeRefused) return endOfHandshake(broken, network, now());
    return explained(endOfSilence(broken, network).outcome, note('stream-unheard', { network }, broken.message));
  }
}

/** A broken connection is worth another try at once; a no is not. */
function mayPass(broken: HandshakeRefused | OutboundError | null): boolean {
  return broken === null || (broken instanceof OutboundError && (broken.kind === 'unreachable' || broken.kind === 'timeout'));
}

function endOfHandshake({ status, headers }: HandshakeRefused, network: string, now: Date): Explained {
  const wait = retryAfterSeconds(headers, now);
  const refused = note('stream-refused', { network, status });
  if (status === 429) return explained('throttled', refused, { retryAfterSeconds: wait ?? boundedSeconds(60) });
  if (status === 401 || status === 403) return explained('forbidden', refused);
  if (status >= 500) return explained('unreachable', refused, wait === null ? {} : { retryAfterSeconds: wait });
  return explained('schema-changed', note('stream-address', { network, status }));
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      done();
    };
    const timer = setTimeout(stop, ms);
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
}
