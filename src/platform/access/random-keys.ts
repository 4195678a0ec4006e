/** Session ids and API tokens: 32 random bytes outside, only their SHA-256 in the database, so that a leaked dump opens no door. */
import { hash, randomBytes } from 'node:crypto';

export const TOKEN_PREFIX = 'esh_';

/** @returns 256 random bits as 43 characters of base64url. */
export function randomKey(): string {
  return randomBytes(32).toString('base64url');
}

/** @returns SHA-256 of a key. A plain hash is enough: the key itself cannot be guessed. */
export function hashOf(key: string): Buffer {
  return hash('sha256', key, 'buffer');
}
