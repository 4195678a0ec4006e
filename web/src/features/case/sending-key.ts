/** A key for the words about to be sent, kept on this device until the desk has answered: whoever presses again after a lost answer sends nothing twice. */
import type { DraftMode } from '#libs/contracts/http/composing.js';

interface Pending {
  text: string;
  key: string;
}
const name = (caseId: string, mode: DraftMode) => `earshot.sending.${caseId}.${mode}`;

/** @returns the same key for the same words until `forgetKey` */
export function keyForWords(caseId: string, mode: DraftMode, text: string): string {
  const pending = read(caseId, mode);
  if (pending?.text === text) return pending.key;
  const key = newKey();
  localStorage.setItem(name(caseId, mode), JSON.stringify({ text, key } satisfies Pending));
  return key;
}

/** The desk has answered: the same words pressed again are meant again. */
export function forgetKey(caseId: string, mode: DraftMode): void {
  localStorage.removeItem(name(caseId, mode));
}

/** `crypto.randomUUID` is there on https only; a desk in a house may be reached without. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function read(caseId: string, mode: DraftMode): Pending | null {
  try {
    const kept = JSON.parse(localStorage.getItem(name(caseId, mode)) ?? 'null') as Partial<Pending> | null;
    return typeof kept?.text === 'string' && typeof kept.key === 'string' ? { text: kept.text, key: kept.key } : null;
  } catch {
    return null;
  }
}
