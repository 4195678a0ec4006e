/** The socket door: who is let in, which rooms they stand in, what they missed, and when they are cut. Push is a hint, the API is the truth. */
import { Inject, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, WebSocketServer, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets'; // prettier-ignore
import type { Namespace, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '#libs/contracts/live-events.js';
import { OutboxTail } from '../outbox/tail.js';
import type { StoredEvent } from '../outbox/events.js';
import type { Responder } from '../platform/access/responder.js';
import { allowedOrigin } from '../platform/access/same-site.js';
import { SETTINGS_TOKEN, type Settings } from '../platform/config/env.js';
import { CatchUp } from './catch-up.js';
import { LiveDoors } from './live-doors.js';
import { RenderEvents, roomsFor, type LiveMessage } from './render-events.js';

type LiveSocket = Socket<
  ClientToServer,
  ServerToClient,
  Record<string, never>,
  { who: Responder; sending?: boolean; drained?: boolean }
>;
/** What of engine.io's connection tells whether the client reads. */
interface Transport {
  writable: boolean;
  on(event: 'drain', listener: () => void): void;
  socket?: { terminate?: () => void };
}

const TICK_MS = 5000;
const RECHECK_MS = 60_000;

@WebSocketGateway({
  namespace: '/live',
  transports: ['websocket'],
  serveClient: false,
  maxHttpBufferSize: 16_384,
  perMessageDeflate: false,
})
export class LiveGateway implements OnGatewayInit, OnGatewayConnection, OnModuleDestroy {
  @WebSocketServer() private readonly server: Namespace<ClientToServer, ServerToClient>;
  private readonly log = new Logger(LiveGateway.name);
  /** Everything below this place has been told to the rooms. Not the tail's place, which runs ahead while a batch is being rendered. */
  private told = 0;

  constructor(
    private readonly tail: OutboxTail,
    private readonly render: RenderEvents,
    private readonly catchUp: CatchUp,
    private readonly doors: LiveDoors,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'EARSHOT_ORIGINS'>,
  ) {}

  afterInit(): void {
    this.server.use((socket, next) => void this.admit(socket as LiveSocket, next));
    this.tail.onEvents((events, upTo) => this.push(events, upTo));
  }

  onModuleDestroy(): void {
    this.server?.disconnectSockets(true);
  }

  handleConnection(socket: LiveSocket): void {
    transportOf(socket).on('drain', () => (socket.data.drained = true));
    void socket.join(roomsFor(socket.data.who));
    socket.emit('hello', { ...this.place(), personId: socket.data.who.id });
  }

  /** Sends what came after `after`. While it does, the client stands in no room, so that nothing overtakes. */
  @SubscribeMessage('resume')
  async resume(@ConnectedSocket() socket: LiveSocket, @MessageBody() body: unknown) {
    const after = Number((body as { after?: unknown } | null)?.after);
    const rooms = roomsFor(socket.data.who);
    for (const room of rooms) void socket.leave(room);
    try {
      const missed = await this.catchUp.run(Number.isSafeInteger(after) && after >= 0 ? after : -1, {
        rooms,
        told: () => this.told,
        send: (m) => socket.emit(m.name, m.payload as never),
        joinRooms: () => void socket.join(rooms),
      });
      if (missed.resync) socket.emit('resync', { seq: missed.seq });
      return missed;
    } catch (error) {
      cut(socket); // it stands in no room: it must come back and ask again
      throw error;
    }
  }

  /** Keeps clients' clocks and places fresh, and cuts those that have not read anything since the last tick. */
  @Interval(TICK_MS)
  tick(): void {
    for (const socket of (this.server?.sockets?.values() ?? []) as Iterable<LiveSocket>) {
      const sending = !transportOf(socket).writable;
      if (sending && socket.data.sending && !socket.data.drained) cut(socket);
      Object.assign(socket.data, { sending, drained: false });
    }
    this.server?.emit('tick', this.place());
  }

  /** Sessions also end by themselves: who is still here is asked again now and then. */
  @Interval(RECHECK_MS)
  async recheckAll(): Promise<void> {
    const people = new Set([...(this.server?.sockets?.values() ?? [])].map((socket) => (socket as LiveSocket).data.who.id));
    for (const personId of people) await this.recheck(personId);
  }

  /** The last place told, and the time. */
  private place(): { seq: number; now: string } {
    return { seq: this.told - 1, now: this.doors.clock.now().toISOString() };
  }

  /** What the events bring along is told at once, the rest when it has been read; `told` moves with what was said, in the same moment. */
  private async push(events: readonly StoredEvent[], upTo: number): Promise<void> {
    const { ready, rest } = this.isAnybodyHere() ? this.render.atOnce(events) : { ready: [], rest: events };
    this.say(ready);
    const next = rest[0];
    if (next && rest.length < events.length) this.told = next.seq;
    const read = next && this.isAnybodyHere() ? await this.render.run(rest).catch((error: Error) => this.cannotTell(error)) : [];
    this.say(read ?? []);
    this.told = upTo;
    if (read === null) this.server.emit('resync', { seq: upTo - 1 });
    for (const e of events) if (e.kind === 'person.changed') await this.recheck((e.payload as { personId: string }).personId);
  }

  private isAnybodyHere(): boolean {
    return (this.server?.sockets?.size ?? 0) > 0;
  }

  private say(messages: readonly LiveMessage[]): void {
    for (const m of messages) this.server.to(m.rooms).emit(m.name, m.payload as never);
  }

  /** What cannot be read now (the database went away in between) would be a gap: everybody fetches anew instead. */
  private cannotTell(error: Error): null {
    this.log.warn(`events could not be told: ${error.message}`);
    return null;
  }

  /** A person's session, roles or teams changed: who may not be here any more is cut, the others come back into their new rooms. */
  private async recheck(personId: string): Promise<void> {
    this.doors.identify.forget();
    for (const socket of this.server.sockets.values() as Iterable<LiveSocket>) {
      if (socket.data.who.id !== personId) continue;
      const who = await this.who(socket).catch(() => undefined);
      if (who && roomsFor(who).join() === roomsFor(socket.data.who).join()) continue;
      if (who !== null) cut(socket);
      else socket.emit('signed-out', { reason: 'session-ended' }) && socket.disconnect(true);
    }
  }

  private async admit(socket: LiveSocket, next: (error?: Error) => void): Promise<void> {
    try {
      if (!allowedOrigin(socket.handshake.headers, this.settings.EARSHOT_ORIGINS)) return next(new Error('cross-site'));
      const who = await this.who(socket);
      if (!who) return next(new Error('sign-in-required'));
      socket.data.who = who;
      next();
    } catch (error) {
      this.log.warn(`a client could not be let in: ${(error as Error).message}`);
      next(new Error('database-away'));
    }
  }

  private who(socket: LiveSocket): Promise<Responder | null> {
    return this.doors.identify.byHeaders(socket.handshake.headers, (socket.handshake.auth as { token?: unknown }).token);
  }
}

/** Ends the connection without a goodbye: the client takes it for a loss, comes back by itself, and stands in the rooms it may be in. */
function cut(socket: LiveSocket): void {
  const transport = transportOf(socket);
  if (transport.socket?.terminate) transport.socket.terminate();
  else socket.conn.close(true);
}

function transportOf(socket: LiveSocket): Transport {
  return (socket.conn as unknown as { transport: Transport }).transport;
}
