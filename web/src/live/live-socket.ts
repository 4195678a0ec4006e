/** The socket at /live: keeps its place in the stream, resumes after a loss, and refetches where it cannot. */
import type { ClientToServer, ServerToClient } from '#libs/contracts/live-events.js';
import { io, type Socket } from 'socket.io-client';
import { type LiveHandlers, seqOf } from './apply-events.js';
import { onTryNow, setConnection } from './connection.js';
import { Heard } from './heard.js';
import { Place } from './place.js';
import { serverNow, setServerTime } from './server-clock.js';

export interface LiveHooks {
  handlers: LiveHandlers;
  /** Everything on the page may be old: fetch it anew. */
  refetchAll: () => void;
  signedOut: (reason: string) => void;
  /** The desk answered but did not let us in: perhaps nobody is signed in any more. */
  refused: () => void;
}

const RETRY_MS = 2000;
/** How often it is looked whether the desk still says something. */
const LOOK_MS = 1000;

/** Connects and keeps connected. Returns how to stop. */
export function connectLive(hooks: LiveHooks): () => void {
  const socket: Socket<ServerToClient, ClientToServer> = io('/live', { transports: ['websocket'], reconnectionDelayMax: 5000 });
  const place = new Place();
  const heard = new Heard();
  // A line that only seems to stand is made anew.
  onTryNow(() => (heard.isSilent(performance.now()) ? socket.disconnect().connect() : socket.connect()));
  let stopped = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const gone = () => setConnection({ state: 'away', since: serverNow() - heard.silentFor(performance.now()) });
  /** Socket.io tries again by itself after a lost line, but not after a server that closed or refused: then we do. */
  const away = () => {
    if (stopped) return;
    gone();
    clearTimeout(retry);
    if (!socket.active) retry = setTimeout(() => socket.connect(), RETRY_MS);
  };

  const looking = setInterval(() => {
    if (!stopped && heard.isSilent(performance.now())) gone();
  }, LOOK_MS);

  socket.onAny((name: keyof LiveHandlers, message: unknown) => {
    heard.note(performance.now());
    if (name !== 'hello') setConnection({ state: 'live', since: null }); // it was silent, and missed nothing
    const seq = seqOf(message);
    if (seq !== undefined && name !== 'hello') place.saw(seq);
    (hooks.handlers[name] as ((m: unknown) => void) | undefined)?.(message);
  });
  socket.on('hello', ({ seq, now }) => {
    setServerTime(now);
    setConnection({ state: 'live', since: null });
    if (place.last === null || place.last > seq) {
      place.start(seq);
      hooks.refetchAll();
    } else if (place.last < seq) resume(socket, place, hooks);
  });
  socket.on('tick', ({ now }) => setServerTime(now));
  socket.on('resync', ({ seq }) => {
    place.start(seq);
    hooks.refetchAll();
  });
  socket.on('signed-out', ({ reason }) => {
    stopped = true;
    socket.disconnect();
    hooks.signedOut(reason);
  });
  socket.on('disconnect', away);
  socket.on('connect_error', () => {
    if (!socket.active) hooks.refused();
    away();
  });
  return () => {
    stopped = true;
    clearTimeout(retry);
    clearInterval(looking);
    socket.disconnect();
    setConnection({ state: 'joining', since: null });
  };
}

function resume(socket: Socket<ServerToClient, ClientToServer>, place: Place, hooks: LiveHooks): void {
  const after = place.hold();
  socket.timeout(10_000).emit('resume', { after }, (lost, answer) => {
    if (lost) return void socket.disconnect().connect();
    place.release(answer.seq);
    if (answer.resync) hooks.refetchAll();
  });
}
