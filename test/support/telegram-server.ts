/** A stateful Telegram Bot API on this machine, as its documentation describes it: updates are forgotten once a later one is asked for. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readForm, type FormFile } from './form.js';

export const TELEGRAM_TOKEN = '987654:test-token_of-a-bot-of-ours_0123456';
export const TELEGRAM_BOT = { id: 987654, is_bot: true, first_name: 'Anadolu Hat', username: 'AnadoluHatBot' };

export interface TelegramChat {
  id: number;
  type: 'private' | 'group' | 'supergroup' | 'channel';
  title?: string;
  username?: string;
}
export type TelegramFault =
  | {
      kind: 'status';
      status: number;
      description?: string;
      parameters?: Record<string, number>;
      headers?: Record<string, string>;
    }
  | { kind: 'raw'; status: number; body: string }
  | { kind: 'cut-before' }
  | { kind: 'lost-after-effect' }
  | { kind: 'hang' };
interface FaultOrder {
  method: string;
  fault: TelegramFault;
  after: number;
}

const KNOWN: Record<string, readonly string[]> = {
  getMe: [],
  getWebhookInfo: [],
  getUpdates: ['offset', 'limit', 'timeout', 'allowed_updates'],
  sendMessage: ['chat_id', 'text', 'reply_parameters', 'link_preview_options'],
  sendPhoto: ['chat_id', 'photo', 'caption', 'reply_parameters'],
};

/** Fields of a form that are no texts and no files are JSON. */
function fieldsOf(form: Record<string, string | FormFile>): Record<string, unknown> {
  const value = (name: string) =>
    ['chat_id', 'reply_parameters'].includes(name) ? (JSON.parse(String(form[name])) as unknown) : form[name];
  return Object.fromEntries(Object.keys(form).map((name) => [name, value(name)]));
}

export class TelegramServer {
  url = '';
  /** What the bot has sent, oldest first. */
  readonly sent: { chat: number; id: number; text: string; answers: number | null; photo?: FormFile }[] = [];
  /** Questions that the documentation does not allow; tests expect none. */
  readonly misuse: string[] = [];
  readonly asked: { method: string; payload: Record<string, unknown> }[] = [];
  webhookUrl = '';
  readsAll = true;
  /** A long poll waits at most this long here; 0 answers at once. */
  holdMs = 0;
  private readonly updates: Record<string, unknown>[] = [];
  private readonly messages = new Map<string, Record<string, unknown>>();
  private readonly faults: FaultOrder[] = [];
  private readonly server: Server;
  private nextUpdate = 794_348_048;
  private nextMessage = 30;
  private wake: () => void = () => undefined;

  private constructor(private readonly now: () => Date) {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  static async start(now: () => Date = () => new Date()): Promise<TelegramServer> {
    const telegram = new TelegramServer(now);
    await new Promise<void>((ready) => telegram.server.listen(0, '127.0.0.1', ready));
    telegram.url = `http://127.0.0.1:${(telegram.server.address() as AddressInfo).port}`;
    return telegram;
  }

  async stop(): Promise<void> {
    this.wake();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** Somebody writes. @returns `<chat>:<message>` */
  say(chat: TelegramChat, text: string | null, more: Record<string, unknown> = {}): string {
    const id = this.nextMessage++;
    const from = {
      id: 5_068_627_000 + (id % 7),
      is_bot: false,
      first_name: 'Deniz',
      last_name: 'Ş.',
      username: `deniz${id % 7}`,
    };
    const message = { message_id: id, date: seconds(this.now()), chat, ...(chat.type === 'channel' ? { sender_chat: chat } : { from }), ...(text === null ? {} : { text }), ...more }; // prettier-ignore
    this.messages.set(`${chat.id}:${id}`, message);
    this.push({ [chat.type === 'channel' ? 'channel_post' : 'message']: message });
    return `${chat.id}:${id}`;
  }

  edit(key: string, text: string): void {
    const message = { ...this.messages.get(key), text, edit_date: seconds(this.now()) } as Record<string, unknown>;
    this.messages.set(key, message);
    this.push({ [(message['chat'] as TelegramChat).type === 'channel' ? 'edited_channel_post' : 'edited_message']: message });
  }

  /** Somebody passes a channel's post on. */
  forward(key: string, to: TelegramChat): string {
    const { chat, message_id, text } = this.messages.get(key) as { chat: TelegramChat; message_id: number; text: string };
    return this.say(to, text, { forward_origin: { type: 'channel', date: seconds(this.now()), chat, message_id } });
  }

  /** Nobody is told. */
  remove(key: string): void {
    this.messages.delete(key);
  }

  push(update: Record<string, unknown>): void {
    this.updates.push({ update_id: this.nextUpdate++, ...update });
    this.wake();
  }

  /** The waiting updates are too old. */
  forgetWaiting(): void {
    this.updates.length = 0;
  }

  fail(fault: TelegramFault, { method = '', times = 1, after = 0 } = {}): void {
    for (let i = 0; i < times; i += 1) this.faults.push({ method, fault, after });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const [, token, method = ''] = /^\/bot([^/]*)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const form = await readForm(request.headers, Buffer.concat(parts));
    const payload =
      form === null ? (JSON.parse(Buffer.concat(parts).toString('utf8') || '{}') as Record<string, unknown>) : fieldsOf(form);
    this.asked.push({ method, payload });
    this.checkUse(request, method, payload);
    const fault = this.takeFault(method);
    if (fault?.kind === 'cut-before') return void request.socket.destroy();
    if (fault?.kind === 'hang') return void response.writeHead(200).write('{"ok":');
    if (fault?.kind === 'raw') return void response.writeHead(fault.status).end(fault.body);
    if (fault?.kind === 'status') {
      const { status, description = 'A planned fault', parameters } = fault;
      return answer(response, { ok: false, error_code: status, description, parameters }, fault.headers);
    }
    if (token !== TELEGRAM_TOKEN) return answer(response, no(401, 'Unauthorized'));
    const done = await this.answerTo(method, payload);
    if (fault?.kind === 'lost-after-effect') return void request.socket.destroy();
    answer(response, done);
  }

  private async answerTo(method: string, payload: Record<string, unknown>): Promise<Reply> {
    if (method === 'getMe') return yes({ ...TELEGRAM_BOT, can_join_groups: true, can_read_all_group_messages: this.readsAll });
    if (method === 'getWebhookInfo') return yes({ url: this.webhookUrl, has_custom_certificate: false, pending_update_count: this.updates.length }); // prettier-ignore
    if (method === 'getUpdates') return this.getUpdates(payload);
    if (method === 'sendMessage') return this.sendMessage(payload);
    if (method === 'sendPhoto') return this.sendMessage({ ...payload, text: payload['caption'] }, payload['photo'] as FormFile);
    return no(404, 'Not Found');
  }

  private async getUpdates({ offset, limit = 100, timeout = 0 }: Record<string, unknown>): Promise<Reply> {
    if (this.webhookUrl !== '')
      return no(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    while (typeof offset === 'number' && Number(this.updates[0]?.['update_id']) < offset) this.updates.shift();
    const hold = Math.min(this.holdMs, Number(timeout) * 1000);
    if (this.updates.length === 0 && hold > 0) {
      await new Promise<void>((done) => {
        const end = setTimeout(done, hold);
        this.wake = () => {
          clearTimeout(end);
          done();
        };
      });
    }
    return yes(this.updates.slice(0, Number(limit)));
  }

  private sendMessage(payload: Record<string, unknown>, photo?: FormFile): Reply {
    const { chat_id: chat, text, reply_parameters: answers } = payload as { chat_id: number; text: string; reply_parameters?: { message_id: number } }; // prettier-ignore
    if (text.length > (photo ? 1024 : 4096)) return no(400, 'Bad Request: message is too long');
    const answered = answers === undefined ? undefined : this.messages.get(`${chat}:${answers.message_id}`);
    if (answers !== undefined && answered === undefined) return no(400, 'Bad Request: message to be replied not found');
    const id = this.nextMessage++;
    this.sent.push({ chat, id, text, answers: answers?.message_id ?? null, ...(photo && { photo }) });
    return yes({ message_id: id, date: seconds(this.now()), chat: answered?.['chat'], from: TELEGRAM_BOT, text });
  }

  /** Each order counts for itself what goes well before. */
  private takeFault(method: string): TelegramFault | null {
    for (const order of this.faults) {
      if (order.method !== '' && order.method !== method) continue;
      if (order.after > 0) {
        order.after -= 1;
        continue;
      }
      this.faults.splice(this.faults.indexOf(order), 1);
      return order.fault;
    }
    return null;
  }

  private checkUse(request: IncomingMessage, method: string, payload: Record<string, unknown>): void {
    const known = KNOWN[method];
    if (known === undefined || request.method !== 'POST') this.misuse.push(`${request.method} ${method}`);
    for (const name of Object.keys(payload)) if (known?.includes(name) === false) this.misuse.push(`${method} knows no ${name}`);
    const { limit = 1, timeout = 0, text = '-' } = payload as { limit?: number; timeout?: number; text?: string };
    if (limit < 1 || limit > 100 || timeout < 0 || text === '') this.misuse.push(`${method} with ${JSON.stringify(payload)}`);
  }
}

interface Reply {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: Record<string, number> | undefined;
}

const yes = (result: unknown): Reply => ({ ok: true, result });
const no = (status: number, description: string): Reply => ({ ok: false, error_code: status, description });

function answer(response: ServerResponse, reply: Reply, headers: Record<string, string> = {}): void {
  response.writeHead(reply.error_code ?? 200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(reply));
}

function seconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
