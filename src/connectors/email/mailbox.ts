/** A mailbox that is open for reading: the IMAP library on an address that we have checked, loaded only where mail is heard. */
import { isIP } from 'node:net';
import type { FetchMessageObject, ImapFlow, ImapFlowOptions } from 'imapflow';
import type { SafeHttp } from '../../platform/outbound/safe-http.js';
import type { ConnectorContext } from '../connector-context.js';
import { NotAllowed, Refused } from './failures.js';
import type { EmailSettings } from './settings.js';

/** Source: IANA port registry: IMAP, IMAP over TLS, SMTP, submission, submission over TLS. */
export const MAIL_PORTS = [143, 993, 25, 465, 587];
const PATIENCE_MS = 15_000;
/** A mail beyond this is read as far as here: its words stand in front, its attachments behind. */
export const MOST_BYTES = 1_000_000;

export interface Letter {
  uid: number;
  /** When the server got it. */
  arrivedAt: Date;
  source: Buffer;
  /** Only its start was read. */
  cut: boolean;
}

export interface Mailbox {
  /** Another one means that all numbers are new. */
  uidValidity: string;
  /** The next mail gets at least this number. */
  uidNext: number;
  /** @returns numbers of mails from this one on, ascending */
  uidsFrom(uid: number): Promise<number[]>;
  /** @returns numbers of mails that arrived on that day or later, ascending */
  uidsSince(day: Date): Promise<number[]>;
  fetch(uids: number[]): Promise<Letter[]>;
  /** @returns the number of the newest mail with this Message-ID; null when there is none */
  find(messageId: string): Promise<number | null>;
  /** Waits until something new comes, or the time is over. @returns whether the server can tell at all */
  wait(ms: number): Promise<boolean>;
  /** @returns the names of other folders with this use, such as `\Sent` */
  foldersFor(use: string): Promise<string[]>;
  open(folder: string): Promise<void>;
  append(folder: string, source: Buffer): Promise<void>;
  close(): Promise<void>;
}

/** @returns the address to connect to; @throws OutboundError, NotAllowed when a password would travel in the open */
export async function addressFor(
  http: SafeHttp,
  host: string,
  port: number,
  security: EmailSettings['security'],
): Promise<string> {
  if (http.addressOf === undefined) throw new Error('no way to reach a mail server');
  const { address, allowed } = await http.addressOf(host, port, MAIL_PORTS);
  if (security === 'none' && !allowed) throw new NotAllowed('Without encryption the password could be read on the way');
  return address;
}

/** What both mail libraries are told about TLS: the certificate is that of the name, whatever the address. */
export function tlsFor({ authority }: EmailSettings, host: string) {
  return {
    ...(isIP(host) === 0 ? { servername: host } : {}),
    minVersion: 'TLSv1.2' as const,
    ...(authority === undefined ? {} : { ca: authority }),
  };
}

/**
 * Does some work in a folder, and leaves the server in good order whatever becomes of it.
 * @throws OutboundError, NotAllowed and the library's errors: see failures.ts
 */
export async function openMailbox({ settings, http, signal }: ConnectorContext<EmailSettings>, folder: string): Promise<Mailbox> {
  const address = await addressFor(http, settings.host, settings.port, settings.security);
  const { ImapFlow: Client } = await import('imapflow');
  const client = new Client(optionsFor(settings, address));
  const ends: Ends = { first: null, stop: () => client.close() };
  // What breaks the connection is told here; who waits for an answer hears only that it is gone.
  client.on('error', (error: Error) => (ends.first ??= error));
  signal.addEventListener('abort', ends.stop, { once: true });
  try {
    signal.throwIfAborted();
    await client.connect();
    await client.mailboxOpen(folder, { readOnly: true });
  } catch (error) {
    client.close();
    signal.removeEventListener('abort', ends.stop);
    throw ends.first ?? error;
  }
  return new ImapMailbox(client, ends, signal);
}

interface Ends {
  first: Error | null;
  stop: () => void;
}

function optionsFor(settings: EmailSettings, address: string): ImapFlowOptions {
  const { host, port, security, user, password } = settings;
  return {
    host: address,
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls' ? true : security === 'none' ? false : undefined,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    tls: tlsFor(settings, host),
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    disableBinary: true,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS * 2,
    maxLiteralSize: MOST_BYTES * 2,
    maxLineLength: MOST_BYTES,
    clientInfo: { name: 'Earshot' },
  };
}

class ImapMailbox implements Mailbox {
  constructor(
    private readonly client: ImapFlow,
    private readonly ends: Ends,
    private readonly signal: AbortSignal,
  ) {}

  get uidValidity(): string {
    return String(this.opened().uidValidity);
  }

  get uidNext(): number {
    return this.opened().uidNext;
  }

  // A range to the end always holds the last mail, also one below its start (RFC 9051, 6.4.9).
  async uidsFrom(uid: number): Promise<number[]> {
    return (await this.search({ uid: `${uid}:*` })).filter((one) => one >= uid);
  }

  uidsSince(day: Date): Promise<number[]> {
    return this.search({ since: day });
  }

  fetch(uids: number[]): Promise<Letter[]> {
    return this.attempt(() => lettersOf(this.client, uids));
  }

  async find(messageId: string): Promise<number | null> {
    return (await this.search({ header: { 'message-id': messageId } })).at(-1) ?? null;
  }

  wait(ms: number): Promise<boolean> {
    return this.attempt(() => waitForNews(this.client, ms));
  }

  async foldersFor(use: string): Promise<string[]> {
    return (await this.attempt(() => this.client.list())).filter((one) => one.specialUse === use).map((one) => one.path);
  }

  async open(folder: string): Promise<void> {
    await this.attempt(() => this.client.mailboxOpen(folder, { readOnly: true }));
  }

  async append(folder: string, source: Buffer): Promise<void> {
    await this.attempt(() => this.client.append(folder, source, ['\\Seen']));
  }

  async close(): Promise<void> {
    this.signal.removeEventListener('abort', this.ends.stop);
    await Promise.race([this.client.logout().catch(() => undefined), new Promise((r) => setTimeout(r, 500).unref())]);
    this.client.close();
  }

  private opened() {
    if (!this.client.mailbox) throw this.ends.first ?? new Refused('The folder is no longer open');
    return this.client.mailbox;
  }

  private async search(query: Parameters<ImapFlow['search']>[0]): Promise<number[]> {
    const found = await this.attempt(() => this.client.search(query, { uid: true }));
    // The library keeps to itself why a search failed.
    if (!Array.isArray(found)) throw this.ends.first ?? new Refused('The mail server did not answer a search');
    return found.sort((a, b) => a - b);
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.ends.first ?? error;
    }
  }
}

async function lettersOf(client: ImapFlow, uids: number[]): Promise<Letter[]> {
  const letters: Letter[] = [];
  const asked = { uid: true, size: true, internalDate: true, source: { start: 0, maxLength: MOST_BYTES } } as const;
  for await (const message of client.fetch(uids, asked, { uid: true }) as AsyncIterable<FetchMessageObject>) {
    const { uid, size = 0, internalDate, source } = message;
    if (source === undefined) continue; // gone between the search and now
    const arrived = new Date(internalDate ?? Number.NaN);
    letters.push({ uid, arrivedAt: arrived, source, cut: size > source.length });
  }
  return letters.sort((a, b) => a.uid - b.uid);
}

/** IDLE where it is offered: the server tells at once. It is left by any other command. */
async function waitForNews(client: ImapFlow, ms: number): Promise<boolean> {
  if (!client.capabilities.has('IDLE')) return false;
  let done = (): void => undefined;
  const news = new Promise<void>((resolve) => (done = resolve));
  const timer = setTimeout(done, ms);
  client.on('exists', done);
  client.on('close', done);
  const idling = client.idle().catch(() => undefined);
  await news;
  clearTimeout(timer);
  client.off('exists', done);
  client.off('close', done);
  // Any command ends the idling.
  await client.noop();
  await idling;
  return true;
}
