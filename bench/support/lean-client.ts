/**
 * A client of HTTP/1.1 that costs little: one connection, one request after the other, answers with their length. The load shares the two cores
 * with what it measures: undici cost 0.6 ms a case of 5.7, this 0.3.
 */
import { connect, type Socket } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

export class LeanClient {
  private answer: Buffer[] = [];
  private missing: number | null = null;
  private done: ((answer: Buffer) => void) | null = null;
  private failed: ((error: Error) => void) | null = null;

  private readonly socket: Socket;
  private readonly head: string;

  private constructor(socket: Socket, head: string) {
    this.socket = socket;
    this.head = head;
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('error', (error) => this.failed?.(error));
    socket.on('close', () => this.failed?.(new Error('the desk closed the connection')));
  }

  /** @param cookie sent with each request */
  static async open(url: string, cookie: string): Promise<LeanClient> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await new Promise<void>((done, failed) => socket.once('connect', done).once('error', failed));
    return new LeanClient(socket, `Host: ${hostname}:${port}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\n`);
  }

  /** @param body as JSON; @throws what the desk answered, unless with 200 */
  async post(path: string, body: string): Promise<void> {
    const answer = await new Promise<Buffer>((done, failed) => {
      Object.assign(this, { done, failed, answer: [], missing: null });
      this.socket.write(`POST ${path} HTTP/1.1\r\n${this.head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    });
    if (!answer.subarray(0, 12).equals(Buffer.from('HTTP/1.1 200')))
      throw new Error(`${path}: ${answer.toString().slice(0, 2000)}`);
  }

  close(): void {
    this.failed = null;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.answer.push(chunk);
    this.missing = this.missing === null ? missingOf(Buffer.concat(this.answer)) : this.missing - chunk.length;
    if (this.missing === 0) this.done?.(Buffer.concat(this.answer));
  }
}

/** @returns how many bytes of an answer are still to come; null while its head is not whole */
function missingOf(read: Buffer): number | null {
  const head = read.indexOf(HEAD_END);
  if (head < 0) return null;
  const length = /\r\ncontent-length: *(\d+)/i.exec(read.toString('latin1', 0, head))?.[1];
  if (length === undefined) throw new Error(`an answer without its length: ${read.toString('latin1', 0, head)}`);
  return head + HEAD_END.length + Number(length) - read.length;
}
