/** SafeSocket on the library ws: the address is checked where the socket connects, messages are bounded, silence is noticed. */
import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import { AllowedHosts, checkedUrl } from './address-guard.js';
import { guardedLookup, type Resolver } from './guarded-lookup.js';
import { failureOf } from './patience.js';
import { OutboundError } from './safe-http.js';
import { HandshakeRefused, type SafeSocket, type SocketRequest } from './safe-socket.js';

const DEFAULTS = { maxMessageBytes: 2_000_000, openMs: 10_000, idleMs: 30_000 };

export interface SocketWay {
  allowed: AllowedHosts;
  resolver: Resolver;
  userAgent: string;
}

/**
 * @param onMessage each message as it came, one after the other; what it throws closes the socket
 * @returns the open socket
 * @throws OutboundError, HandshakeRefused
 */
export async function openSocket(
  request: SocketRequest,
  onMessage: (bytes: Buffer) => void,
  way: SocketWay,
): Promise<SafeSocket> {
  if (request.signal.aborted) throw new OutboundError('aborted', 'Stopped before the stream was opened');
  const socket = dial(request, way);
  const over = watchOver(socket, request, onMessage);
  over.catch(() => undefined); // whoever opened it may be gone before it breaks
  await Promise.race([opened(socket), over]);
  if (socket.readyState !== WebSocket.OPEN) throw new OutboundError('unreachable', 'The server closed the stream at once');
  return {
    over,
    send: (text) => socket.send(text, () => undefined),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    close: () => socket.close(1000),
  };
}

function dial(request: SocketRequest, { allowed, resolver, userAgent }: SocketWay): WebSocket {
  if (!/^wss?:\/\//i.test(request.url)) throw new OutboundError('bad-url', 'A stream has an address with ws or wss');
  const checked = checkedUrl(request.url.replace(/^ws/i, 'http'), allowed);
  const url = checked.url.href.replace(/^http/, 'ws');
  return new WebSocket(url, request.protocols ?? [], {
    headers: { 'user-agent': userAgent, ...request.headers },
    lookup: guardedLookup(resolver, !checked.allowed),
    maxPayload: request.maxMessageBytes ?? DEFAULTS.maxMessageBytes,
    handshakeTimeout: request.openMs ?? DEFAULTS.openMs,
    followRedirects: false,
  });
}

function opened(socket: WebSocket): Promise<void> {
  return new Promise((done) => socket.once('open', done));
}

/** Everything that can end a connection, in one promise. */
function watchOver(socket: WebSocket, request: SocketRequest, onMessage: (bytes: Buffer) => void): Promise<void> {
  return new Promise((done, failed) => {
    const fail = (error: unknown) => {
      failed(error);
      socket.terminate();
    };
    const stop = () => fail(new OutboundError('aborted', 'Stopped while listening'));
    request.signal.addEventListener('abort', stop, { once: true });
    const pulse = watchPulse(socket, request.idleMs ?? DEFAULTS.idleMs, fail);
    socket.on('message', (data) => {
      try {
        onMessage(data as Buffer);
      } catch (error) {
        fail(error);
      }
    });
    socket.on('unexpected-response', (_asked, answer) => fail(refusalOf(answer)));
    socket.on('error', (error) => fail(brokenBy(error)));
    socket.on('close', (code) => {
      clearInterval(pulse);
      request.signal.removeEventListener('abort', stop);
      // 1006: nobody said goodbye.
      if (code === 1006) failed(new OutboundError('unreachable', 'The stream broke off'));
      else done();
    });
  });
}

/** A connection that is dead on the way looks like a quiet one: pings tell them apart. */
function watchPulse(socket: WebSocket, idleMs: number, fail: (error: OutboundError) => void): NodeJS.Timeout {
  let alive = true;
  const moved = () => (alive = true);
  for (const sign of ['open', 'message', 'ping', 'pong'] as const) socket.on(sign, moved);
  return setInterval(() => {
    // Held back by us: it cannot show a sign.
    if (socket.isPaused) return;
    if (!alive) return fail(new OutboundError('timeout', 'Nothing came over the stream, not even an answer to a ping'));
    alive = false;
    if (socket.readyState === WebSocket.OPEN) socket.ping();
  }, idleMs / 2).unref();
}

function refusalOf(answer: IncomingMessage): HandshakeRefused {
  const headers = Object.entries(answer.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  answer.destroy();
  return new HandshakeRefused(answer.statusCode ?? 0, Object.fromEntries(headers) as Record<string, string>);
}

function brokenBy(error: Error): OutboundError {
  const code = String((error as NodeJS.ErrnoException).code ?? '');
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH')
    return new OutboundError('too-large', 'A message of the stream is too large to be read');
  if (/handshake has timed out/.test(error.message))
    return new OutboundError('timeout', 'The server did not open the stream in time');
  return failureOf(error);
}
