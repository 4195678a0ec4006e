/** Access tokens that are good for a while: they live in this process only, since a cursor is no place for a secret. */
import { createHash } from 'node:crypto';

/** A token is not used in its last minute. */
const SPARE_MS = 60_000;
const MOST = 200;

export class TokenCache {
  private readonly tokens = new Map<string, { token: string; until: number }>();

  /** @param credentials what the token was given for @returns the token while it is good */
  get(credentials: readonly unknown[], now: Date): string | null {
    const known = this.tokens.get(nameOf(credentials));
    return known && known.until > now.getTime() ? known.token : null;
  }

  /** @param seconds how long the network says that it is good */
  put(credentials: readonly unknown[], token: string, seconds: number, now: Date): void {
    if (this.tokens.size >= MOST) this.tokens.clear();
    this.tokens.set(nameOf(credentials), { token, until: now.getTime() + seconds * 1000 - SPARE_MS });
  }

  drop(credentials: readonly unknown[]): void {
    this.tokens.delete(nameOf(credentials));
  }
}

/** Not the credentials themselves. */
function nameOf(credentials: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(credentials)).digest('base64url');
}
