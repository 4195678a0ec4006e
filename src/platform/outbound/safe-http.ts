/** Asking other servers, safely: http(s) only, no inward addresses, bounded redirects, size, time and decompression. */
import type { SafeSocket, SocketRequest } from './safe-socket.js';
import type { SafeStream, StreamRequest } from './safe-stream.js';

export interface SafeRequest {
  url: string;
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers?: Record<string, string>;
  body?: string | Buffer;
  signal?: AbortSignal;
  /** Of the inflated body; default 10 MB. */
  maxBytes?: number;
  /** For the whole exchange; default 20,000. */
  timeoutMs?: number;
  /** Default 5; 0 answers the redirect itself. */
  maxRedirects?: number;
}

export interface SafeResponse {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** Where the body came from after redirects. */
  url: string;
  /** Set when every redirect on the way was permanent: remember this address instead. */
  movedTo: string | null;
}

/** Why nothing came back. `forbidden-address`: the target is not a public address and no administrator allowed it. */
export type OutboundFailure =
  'forbidden-address' | 'bad-url' | 'too-many-redirects' | 'too-large' | 'timeout' | 'unreachable' | 'bad-encoding' | 'aborted';

/** Thrown when there is no answer to read; an answer of any status is no error. */
export class OutboundError extends Error {
  constructor(
    readonly kind: OutboundFailure,
    message: string,
  ) {
    super(message);
  }
}

/** Where a socket may connect to. */
export interface SafeAddress {
  /** One address of the host, checked: connect to this very one, and name the host in the certificate's check. */
  address: string;
  /** An administrator named this host in EARSHOT_ALLOWED_HOSTS. */
  allowed: boolean;
}

export interface SafeHttp {
  /** @throws OutboundError */
  request(request: SafeRequest): Promise<SafeResponse>;
  /**
   * Listens to a web socket. Left out by stand-ins that only answer questions.
   * @param onMessage each message, one after the other
   * @throws OutboundError, HandshakeRefused
   */
  openSocket?(request: SocketRequest, onMessage: (bytes: Buffer) => void): Promise<SafeSocket>;
  /**
   * Listens to an answer that does not end. Left out by stand-ins that only answer questions.
   * @param onLine each line that is not empty, one after the other
   * @throws OutboundError, StreamRefused
   */
  openStream?(request: StreamRequest, onLine: (line: Buffer) => void): Promise<SafeStream>;
  /**
   * For client libraries that insist on a socket of their own (mail): a host's address, under the same rules as a question over HTTP.
   * Left out by stand-ins that only answer questions.
   * @param usualPorts that may be asked without an administrator naming the host
   * @throws OutboundError
   */
  addressOf?(host: string, port: number, usualPorts: readonly number[]): Promise<SafeAddress>;
}

/** Token under which the desk's one SafeHttp is provided. */
export const SAFE_HTTP = Symbol('safe-http');
