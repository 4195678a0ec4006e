/** Listening to a web socket of another server under the same guard as asking one: addresses, sizes and silence are bounded. */

export interface SocketRequest {
  /** ws or wss. */
  url: string;
  headers?: Record<string, string>;
  protocols?: string[];
  /** Closes the socket. */
  signal: AbortSignal;
  /** Of one message, unpacked; default 2 MB. */
  maxMessageBytes?: number;
  /** Until the socket is open; default 10,000. */
  openMs?: number;
  /** Nothing at all for so long, not even an answer to our ping, and the connection counts as broken; default 30,000. */
  idleMs?: number;
}

export interface SafeSocket {
  /** Settles when the connection is over. Resolves when either side closed it in order. @throws OutboundError when it broke */
  readonly over: Promise<void>;
  send(text: string): void;
  /** Holds the other side back until `resume`; what is on its way still arrives. */
  pause(): void;
  resume(): void;
  close(): void;
}

/** The server answered, but did not open a socket. */
export class HandshakeRefused extends Error {
  constructor(
    readonly status: number,
    readonly headers: Record<string, string>,
  ) {
    super(`The server answered ${status} instead of opening a stream`);
  }
}
