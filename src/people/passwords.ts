/** Passwords by argon2id (parameters: OWASP Password Storage Cheat Sheet, 19 MiB, 2 passes, 1 lane). */
import { hash, verify, type Algorithm } from '@node-rs/argon2';

const OPTIONS = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** @returns the hash with its salt and parameters, for the database */
export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

let nobody: Promise<string> | undefined;

/**
 * @param stored null when there is no such person: a hash is checked all the same, so that the time tells nothing
 * @returns whether the password is right; never true for null
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('a password that nobody has');
  const right = await verify(stored ?? (await nobody), password);
  return stored !== null && right;
}
