/** What a connector says, made fit to be stored and shown: without secrets, storable, and bounded, whatever a network sent. */
import type { Note } from '#libs/contracts/notes.js';
import { storableText } from './storable.js';

const MOST_NOTES = 8;
const LONGEST_PARAMETER = 300;
const LONGEST_DETAIL = 500;
const HIDDEN = '•••';
/** A text that was cut may end in the beginning of a secret; so few letters of it tell nothing. */
const LEAST_PART = 6;

/** @param secrets of the source's settings: a server may send back what it was given @returns the first few notes, without them */
export function storableNotes(notes: readonly Note[], secrets: Readonly<Record<string, unknown>>): Note[] {
  const hidden = Object.values(secrets).filter((secret): secret is string => typeof secret === 'string' && secret !== '');
  return notes.slice(0, MOST_NOTES).map((note) => withoutSecrets(note, hidden));
}

function withoutSecrets({ code, params = {}, detail }: Note, secrets: readonly string[]): Note {
  const clean = <T>(value: T): T | string => (typeof value === 'string' ? textOf(value, secrets, LONGEST_PARAMETER) : value);
  const entries = Object.entries(params).map(([name, value]) => [name, clean(value)] as const);
  return {
    code,
    ...(entries.length > 0 && { params: Object.fromEntries(entries) }),
    ...(detail !== undefined && { detail: textOf(detail, secrets, LONGEST_DETAIL) }),
  };
}

/** Secrets go before it is cut: half of one is not found any more. */
function textOf(text: string, secrets: readonly string[], longest: number): string {
  const hidden = secrets.reduce((rest, secret) => withoutEnd(rest.replaceAll(secret, HIDDEN), secret), text);
  return storableText(hidden.length > longest ? `${hidden.slice(0, longest)}…` : hidden);
}

function withoutEnd(text: string, secret: string): string {
  for (let length = Math.min(secret.length - 1, text.length); length >= LEAST_PART; length -= 1)
    if (text.endsWith(secret.slice(0, length))) return text.slice(0, -length) + HIDDEN;
  return text;
}
