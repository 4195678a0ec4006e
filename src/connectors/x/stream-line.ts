/**
 * One open line to the filtered stream. X wants it held as long as practical and lets an app have one only, so between two turns of a
 * poll it is parked for a few seconds and taken up again; whoever takes the source over meanwhile, the line is let go.
 */
import type { SafeHttp } from '../../platform/outbound/safe-http.js';
import type { SafeStream, StreamRequest } from '../../platform/outbound/safe-stream.js';

/** So much may wait to be read; then X has to. */
const MOST_LINES = 2000;
const MOST_BYTES = 8_000_000;
/** Longer than the desk takes to begin the next turn. */
const PARKED_MS = 5000;

export class StreamLine {
  /** Set when it is over; null: X ended it in order. */
  broken: unknown;
  isOver = false;
  /** X has said something since it was opened. */
  heard = false;
  private lines: Buffer[] = [];
  private bytes = 0;
  private ring: () => void = () => undefined;
  private stream: SafeStream | null = null;
  private readonly stopping = new AbortController();

  private constructor(readonly openedAt: Date) {}

  /** @throws OutboundError, StreamRefused */
  static async open(http: SafeHttp, request: Omit<StreamRequest, 'signal'>, now: Date, signal: AbortSignal): Promise<StreamLine> {
    if (http.openStream === undefined) throw new Error('no way to listen to a stream');
    const line = new StreamLine(now);
    const stop = () => line.close();
    signal.addEventListener('abort', stop, { once: true });
    try {
      const stream = await http.openStream({ ...request, signal: line.stopping.signal }, (bytes) => line.add(bytes));
      line.stream = stream;
      if (line.bytes > 0) line.holdBack();
      stream.over.then(
        () => line.ended(null),
        (error: unknown) => line.ended(error),
      );
      return line;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  get isWaitedFor(): boolean {
    return this.lines.length > 0;
  }

  /** @returns what came since it was taken last */
  take(): Buffer[] {
    const taken = this.lines;
    this.lines = [];
    this.bytes = 0;
    this.stream?.resume();
    return taken;
  }

  /** Waits until something came, the line is over, `ms` have passed or it is told to stop. */
  async wait(ms: number, signal: AbortSignal): Promise<void> {
    if (this.isWaitedFor || this.isOver || signal.aborted) return;
    await new Promise<void>((done) => {
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        this.ring = () => undefined;
        done();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end, { once: true });
      this.ring = end;
    });
  }

  close(): void {
    this.stopping.abort();
    this.stream?.close();
  }

  private add(bytes: Buffer): void {
    this.heard = true;
    this.lines.push(bytes);
    this.bytes += bytes.length;
    this.holdBack();
    this.ring();
  }

  private holdBack(): void {
    if (this.lines.length >= MOST_LINES || this.bytes >= MOST_BYTES) this.stream?.pause();
  }

  private ended(error: unknown): void {
    this.isOver = true;
    this.broken = error;
    this.ring();
  }
}

const parked = new Map<string, { line: StreamLine; timer: NodeJS.Timeout }>();

/** @param key of the app and where it listens */
export function park(key: string, line: StreamLine): void {
  takeUp(key)?.close();
  const timer = setTimeout(() => {
    parked.delete(key);
    line.close();
  }, PARKED_MS).unref();
  parked.set(key, { line, timer });
}

/** @returns the line that was parked under this key, if it still stands */
export function takeUp(key: string): StreamLine | null {
  const found = parked.get(key);
  if (found === undefined) return null;
  parked.delete(key);
  clearTimeout(found.timer);
  if (!found.line.isOver || found.line.isWaitedFor) return found.line;
  return null;
}
