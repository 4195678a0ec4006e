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
import { RenderEvents, roomsFor } from './render-events.js';

type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, { who: Responder; undrained?: boolean }>;

const TICK_MS = 5000;

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

  constructor(
    private readonly tail: OutboxTail,
    private readonly render: RenderEvents,
    private readonly catchUp: CatchUp,
    private readonly doors: LiveDoors,
    @Inject(SETTINGS_TOKEN) private readonly settings: Pick<Settings, 'EARSHOT_ORIGINS'>,
  ) {}

  afterInit(): void {
    this.server.use((socket, next) => void this.admit(socket as LiveSocket, next));
    this.tail.onEvents((events) => this.push(events));
  }

  onModuleDestroy(): void {
    this.server?.disconnectSockets(true);
  }

  handleConnection(socket: LiveSocket): void {
    void socket.join(roomsFor(socket.data.who));
    socket.emit('hello', { seq: this.tail.seq, now: this.doors.clock.now().toISOString(), personId: socket.data.who.id });
  }

  /** Sends what came after `after`. While it does, the client stands in no room, so that nothing overtakes. */
  @SubscribeMessage('resume')
  async resume(@ConnectedSocket() socket: LiveSocket, @MessageBody() body: unknown) {
    const after = Number((body as { after?: unknown } | null)?.after);
    const rooms = roomsFor(socket.data.who);
    for (const room of rooms) void socket.leave(room);
    const missed = await this.catchUp.run(Number.isSafeInteger(after) && after >= 0 ? after : -1, rooms, (m) =>
      socket.emit(m.name, m.payload as never),
    );
    void socket.join(rooms);
    if (missed.resync) socket.emit('resync', { seq: missed.seq });
    return missed;
  }

  /** Keeps clients' clocks and places fresh, and cuts those that have not read anything since the last tick. */
  @Interval(TICK_MS)
  tick(): void {
    for (const socket of (this.server?.sockets?.values() ?? []) as Iterable<LiveSocket>) {
      const undrained = (socket.conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length > 0;
      if (undrained && socket.data.undrained) socket.disconnect(true);
      socket.data.undrained = undrained;
    }
    this.server?.emit('tick', { seq: this.tail.seq, now: this.doors.clock.now().toISOString() });
  }

  private async push(events: StoredEvent[]): Promise<void> {
    if (events.length === 0 || !this.server) return;
    if (this.server.sockets.size > 0) {
      for (const m of await this.render.run(events)) this.server.to(m.rooms).emit(m.name, m.payload as never);
    }
    for (const e of events) if (e.kind === 'person.changed') await this.recheck((e.payload as { personId: string }).personId);
  }

  /** A person's session, roles or teams changed: who may not be here any more is cut, the others come back into their new rooms. */
  private async recheck(personId: string): Promise<void> {
    this.doors.identify.forget();
    for (const socket of this.server.sockets.values() as Iterable<LiveSocket>) {
      if (socket.data.who.id !== personId) continue;
      const who = await this.who(socket);
      if (who && roomsFor(who).join() === roomsFor(socket.data.who).join()) continue;
      if (!who) socket.emit('signed-out', { reason: 'session-ended' });
      socket.disconnect(true);
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
