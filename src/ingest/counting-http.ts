/** Counts what a connector asks for, without the connector's effort, and stops it when the cap of its source is reached. */
import {
  OutboundError,
  type SafeAddress,
  type SafeHttp,
  type SafeRequest,
  type SafeResponse,
} from '../platform/outbound/safe-http.js';
import type { SafeSocket, SocketRequest } from '../platform/outbound/safe-socket.js';
import type { SafeStream, StreamRequest } from '../platform/outbound/safe-stream.js';

export class CountingHttp implements SafeHttp {
  /** Requests since the last `take`. */
  private calls = 0;
  /** The first server asked: the one that the source depends on. */
  host: string | null = null;
  /** The cap forbade a request. */
  stopped = false;

  /** @param mayCall asked before each request */
  constructor(
    private readonly http: SafeHttp,
    private readonly mayCall: () => boolean,
  ) {}

  request(request: SafeRequest): Promise<SafeResponse> {
    return this.counted(request.url, () => this.http.request(request));
  }

  /** Opening a stream is one request, however much it brings. */
  openSocket(request: SocketRequest, onMessage: (bytes: Buffer) => void): Promise<SafeSocket> {
    const { http } = this;
    if (!http.openSocket) return Promise.reject(new Error('no way to listen to a stream'));
    return this.counted(request.url, () => http.openSocket!(request, onMessage));
  }

  /** So is this. */
  openStream(request: StreamRequest, onLine: (line: Buffer) => void): Promise<SafeStream> {
    const { http } = this;
    if (!http.openStream) return Promise.reject(new Error('no way to listen to a stream'));
    return this.counted(request.url, () => http.openStream!(request, onLine));
  }

  /** A mailbox is opened once a poll: that is one request. */
  addressOf(host: string, port: number, usualPorts: readonly number[]): Promise<SafeAddress> {
    const { http } = this;
    if (!http.addressOf) return Promise.reject(new Error('no way to connect to a server'));
    return this.counted(`tcp://${host}:${port}`, () => http.addressOf!(host, port, usualPorts));
  }

  private counted<T>(url: string, ask: () => Promise<T>): Promise<T> {
    if (!this.mayCall()) {
      this.stopped = true;
      return Promise.reject(new OutboundError('aborted', 'The cap of this month is reached'));
    }
    this.calls++;
    this.host ??= URL.parse(url)?.host ?? null;
    return ask();
  }

  /** @returns how many requests were made since it was last called */
  take(): number {
    const { calls } = this;
    this.calls = 0;
    return calls;
  }
}
