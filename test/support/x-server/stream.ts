/** The filtered stream of the local X: what matches a rule goes to whoever is connected, with keep-alives, and breaks off when told to. */
import type { ServerResponse } from 'node:http';
import { includes, postBody, wantedIn } from './answers.js';
import { compileQuery } from './query.js';
import { invalid, problem, type Answer } from './refusal.js';
import type { Rules } from './routes.js';
import type { XPost, XWorld } from './world.js';

interface Connection {
  response: ServerResponse;
  query: URLSearchParams;
  beat: NodeJS.Timeout;
}

export class StreamHub {
  /** All that was sent, for tests to look at. */
  readonly sent: unknown[] = [];
  /** How often somebody connected. */
  connected = 0;
  /** The stream leaves these out: what X's stream sometimes does. */
  deaf = false;
  private readonly connections = new Set<Connection>();

  constructor(
    private readonly world: XWorld,
    private readonly rules: Rules,
  ) {
    world.onPost = (post) => this.offer(post);
  }

  get listeners(): number {
    return this.connections.size;
  }

  /** @returns why nobody may connect; null: they may */
  refusal(query: URLSearchParams): Answer | null {
    const minutes = query.get('backfill_minutes');
    if (minutes !== null && this.rules.plan !== 'enterprise')
      return invalid(
        'backfill_minutes',
        minutes,
        'backfill_minutes needs Enterprise access: the query parameter [backfill_minutes]',
      );
    if (this.connections.size < (this.rules.connections ?? 1)) return null;
    if (this.rules.whenTaken === 'kick') {
      this.hangUp();
      return null;
    }
    const detail = 'This stream is currently at the maximum allowed connection limit.';
    return { status: 429, body: { ...(problem(429, 'streaming-connection', 'ConnectionException', detail).body as object), connection_issue: 'TooManyConnections' } }; // prettier-ignore
  }

  connect(response: ServerResponse, query: URLSearchParams, headers: Record<string, string>): void {
    this.connected += 1;
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.flushHeaders();
    const beat = setInterval(() => response.write('\r\n'), this.rules.keepAliveMs ?? 20_000);
    const connection = { response, query, beat };
    this.connections.add(connection);
    response.on('close', () => {
      clearInterval(beat);
      this.connections.delete(connection);
    });
    const minutes = Number(query.get('backfill_minutes') ?? 0);
    const from = this.world.now().getTime() - minutes * 60_000;
    if (minutes > 0) for (const post of this.world.posts.filter((p) => p.createdAt.getTime() >= from).reverse()) this.give(connection, post); // prettier-ignore
  }

  /** Something that is no post, or no right one, goes to everybody. */
  say(text: string): void {
    for (const { response } of this.connections) response.write(text);
  }

  /** The keep-alives stop though the connection stands. */
  freeze(): void {
    for (const { beat } of this.connections) clearInterval(beat);
  }

  /** @param how `cut`: without a goodbye */
  hangUp(how: 'end' | 'cut' = 'end'): void {
    for (const connection of this.connections) {
      if (how === 'cut') connection.response.destroy();
      else connection.response.end();
      clearInterval(connection.beat);
      this.connections.delete(connection);
    }
  }

  private offer(post: XPost): void {
    if (!this.deaf) for (const connection of this.connections) this.give(connection, post);
  }

  private give({ response, query }: Connection, post: XPost): void {
    const matching = this.world.streamRules.filter((rule) => compileQuery(rule.value)(post));
    if (matching.length === 0) return;
    const { names } = this.rules;
    const wanted = { ...wantedIn(query, 'tweet'), names };
    const found = includes([post], this.world, wanted);
    const message = {
      data: postBody(post, this.world, wanted),
      ...(found === undefined ? {} : { includes: found }),
      matching_rules: matching.map(({ id, tag }) => ({ id, ...(tag === undefined ? {} : { tag }) })),
    };
    this.sent.push(message);
    response.write(`${JSON.stringify(message)}\r\n`);
  }
}
