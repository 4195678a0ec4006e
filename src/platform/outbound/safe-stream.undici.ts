/** SafeStream on undici: an answer read line by line for as long as lines come; the address is checked where the socket connects. */
import type { Agent, Dispatcher } from 'undici';
import { failureOf, Patience } from './patience.js';
import { codingOf, readBody } from './read-body.js';
import { OutboundError } from './safe-http.js';
import { StreamRefused, type SafeStream, type StreamRequest } from './safe-stream.js';

const DEFAULTS = { maxLineBytes: 1_000_000, openMs: 10_000, idleMs: 20_000 };
const MOST_OF_A_REFUSAL = 65_536;
/** setTimeout knows no longer time; a stream has no end of its own. */
const NEVER_MS = 2 ** 31 - 1;

/**
 * @param url checked already @param agent that refuses inward addresses unless an administrator allowed the host
 * @param onLine each line that is not empty, without its end; what it throws closes the stream
 * @throws OutboundError, StreamRefused
 */
export async function openStream(
  request: StreamRequest,
  url: URL,
  agent: Agent,
  onLine: (line: Buffer) => void,
): Promise<SafeStream> {
  const patience = new Patience(NEVER_MS, request.idleMs ?? DEFAULTS.idleMs, request.signal);
  const openMs = request.openMs ?? DEFAULTS.openMs;
  const opening = new Patience(openMs, openMs);
  try {
    const answer = await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: { ...request.headers, 'accept-encoding': 'identity' },
      signal: AbortSignal.any([patience.signal, opening.signal]),
    });
    opening.end();
    const headers = plain(answer.headers);
    patience.moved();
    if (answer.statusCode !== 200) throw await refusal(answer, headers, patience);
    if (codingOf(headers['content-encoding']) !== null) throw new OutboundError('bad-encoding', 'The stream is packed, which was not asked for'); // prettier-ignore
    return new OpenStream(answer.body, patience, request.maxLineBytes ?? DEFAULTS.maxLineBytes, onLine);
  } catch (error) {
    patience.end();
    throw error instanceof StreamRefused ? error : (opening.reason ?? patience.reason ?? failureOf(error));
  } finally {
    opening.end();
  }
}

class OpenStream implements SafeStream {
  readonly over: Promise<void>;
  private closed = false;
  private ended = false;

  constructor(
    private readonly body: Dispatcher.ResponseData['body'],
    private readonly patience: Patience,
    maxLineBytes: number,
    onLine: (line: Buffer) => void,
  ) {
    const lines = new Lines(maxLineBytes, onLine, () => patience.moved());
    this.over = new Promise((done, failed) => {
      const fail = (error: unknown) => {
        failed(this.closed ? new OutboundError('aborted', 'Closed by us') : asOutbound(error, patience));
        this.end();
      };
      body.on('data', (chunk: Buffer) => {
        if (this.ended) return;
        try {
          lines.push(chunk);
        } catch (error) {
          fail(error);
        }
      });
      body.on('error', fail);
      body.on('end', () => {
        done();
        this.end();
      });
      body.on('close', () => fail(new OutboundError('unreachable', 'The server broke the stream off')));
    });
    this.over.catch(() => undefined); // whoever opened it may be gone before it breaks
  }

  pause(): void {
    if (this.ended) return;
    this.body.pause();
    this.patience.hold();
  }

  resume(): void {
    if (this.ended || !this.body.isPaused()) return;
    this.patience.moved();
    this.body.resume();
  }

  close(): void {
    this.closed = true;
    this.end();
  }

  private end(): void {
    this.ended = true;
    this.patience.end();
    this.body.destroy();
  }
}

/** What was thrown while a line was read is a fault of ours and stays what it is. */
function asOutbound(error: unknown, { reason }: Patience): unknown {
  if (reason !== null) return reason;
  return error instanceof OutboundError || !isOfTheWire(error) ? error : failureOf(error);
}

function isOfTheWire(error: unknown): boolean {
  return error instanceof Error && ('code' in error || error.name === 'AbortError');
}

/** Cuts what arrives into lines; a line that grows without end is refused. */
class Lines {
  private parts: Buffer[] = [];
  private size = 0;

  constructor(
    private readonly maxBytes: number,
    private readonly onLine: (line: Buffer) => void,
    private readonly moved: () => void,
  ) {}

  push(chunk: Buffer): void {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      this.grow(chunk.subarray(from, at));
      from = at + 1;
      this.whole();
    }
    this.grow(chunk.subarray(from));
  }

  private grow(part: Buffer): void {
    this.size += part.length;
    if (this.size > this.maxBytes) throw new OutboundError('too-large', 'A line of the stream is too large to be read');
    if (part.length > 0) this.parts.push(part);
  }

  private whole(): void {
    const line = Buffer.concat(this.parts, this.size);
    this.parts = [];
    this.size = 0;
    this.moved();
    const end = line.at(-1) === 13 ? line.length - 1 : line.length;
    if (end > 0) this.onLine(line.subarray(0, end));
  }
}

async function refusal(
  answer: Dispatcher.ResponseData,
  headers: Record<string, string>,
  patience: Patience,
): Promise<StreamRefused> {
  try {
    const body = await readBody(answer.body, codingOf(headers['content-encoding']), MOST_OF_A_REFUSAL, () => patience.moved());
    return new StreamRefused(answer.statusCode, headers, body);
  } catch {
    return new StreamRefused(answer.statusCode, headers, Buffer.alloc(0)); // what it said beside its status cannot be read
  } finally {
    patience.end();
    answer.body.on('error', () => undefined).destroy();
  }
}

function plain(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), String(value)]])),
  ) as Record<string, string>;
}
