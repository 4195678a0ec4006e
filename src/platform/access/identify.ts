/** Says who asks, by session cookie or API token. Remembers an answer for two seconds, so that revocation takes at most that long. */
import { Injectable } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { elapsedMs } from '../clock.js';
import { bearerOf, sessionIdOf } from './access-request.js';
import { hashOf, TOKEN_PREFIX } from './random-keys.js';
import type { Responder } from './responder.js';
import { Sessions } from './sessions.js';
import { Tokens } from './tokens.js';

const REMEMBER_MS = 2000;
const REMEMBER_AT_MOST = 5000;

@Injectable()
export class Identify {
  /** By hash of the key, so that a memory dump holds no key. Insertion order is age. */
  private readonly known = new Map<string, { who: Responder; until: number }>();
  private generation = 0;

  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: Tokens,
  ) {}

  /**
   * For a request, and for the handshake of a socket.
   * @param headers of the request or the handshake; a bearer token goes before a cookie
   * @param token an API token that came another way, such as socket.io's `auth.token`
   * @returns who asks, or null
   */
  async byHeaders(headers: IncomingHttpHeaders, token?: unknown): Promise<Responder | null> {
    const bearer = typeof token === 'string' && token !== '' ? token : bearerOf(headers);
    if (bearer !== null)
      return this.remembered(bearer, () => (bearer.startsWith(TOKEN_PREFIX) ? this.tokens.find(bearer) : Promise.resolve(null)));
    const session = sessionIdOf(headers);
    return session === null ? null : this.remembered(session, () => this.sessions.find(session));
  }

  /** After a change to people, teams, sessions or tokens: ask the database again. Other processes do so within two seconds. */
  forget(): void {
    this.known.clear();
    this.generation++;
  }

  private async remembered(key: string, find: () => Promise<Responder | null>): Promise<Responder | null> {
    const hash = hashOf(key).toString('base64url');
    const now = elapsedMs();
    const found = this.known.get(hash);
    if (found && found.until > now) return found.who;
    this.known.delete(hash);
    const generation = this.generation;
    const who = await find();
    // What was read before a change must not be remembered after it.
    if (who && generation === this.generation) this.remember(hash, { who, until: now + REMEMBER_MS });
    return who;
  }

  private remember(hash: string, entry: { who: Responder; until: number }): void {
    this.known.set(hash, entry);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= REMEMBER_AT_MOST) return;
      this.known.delete(oldest);
    }
  }
}
