/** How a poll ends that says why, in codes that a page has words for in every language. */
import { noteInEnglish, type Note, type NoteCode } from '#libs/contracts/notes.js';
import type { PollOutcome } from '#libs/contracts/words.js';
import type { OutboundFailure } from '../platform/outbound/safe-http.js';
import type { TestResult } from './connector.js';
import type { OwnAccount } from './connector-context.js';
import type { IncomingPost } from './incoming-post.js';
import type { PollEnd } from './polls.js';

export type Explained = PollEnd & Required<Pick<PollEnd, 'notes'>>;

export function explained(outcome: PollOutcome, note: Note, more: Omit<PollEnd, 'outcome' | 'notes'> = {}): Explained {
  return { outcome, notes: [note], ...more };
}

/** @returns whether it says why */
export function isExplained(end: PollEnd): end is Explained {
  return (end.notes ?? []).length > 0;
}

/** @returns why it ended so, in English without a full stop: what is kept of a reply that could not be sent or looked for */
export function whyInEnglish({ notes }: Pick<Explained, 'notes'>): string {
  return notes.map(noteInEnglish).join('. ');
}

export function note(code: NoteCode, params?: Note['params'], detail?: string): Note {
  return { code, ...(params && { params }), ...(detail ? { detail } : {}) };
}

export const STOPPED: Explained = explained('truncated', note('stopped'));

const SILENCE: Record<OutboundFailure, NoteCode> = {
  'forbidden-address': 'inward-address',
  'bad-url': 'bad-address',
  'too-large': 'too-large',
  aborted: 'stopped',
  'bad-encoding': 'bad-packing',
  'too-many-redirects': 'too-many-redirects',
  timeout: 'too-slow',
  unreachable: 'unreachable',
};

/** @param network its name, for people @returns why no answer came that could be read */
export function silenceNote({ kind, message }: { kind: OutboundFailure; message: string }, network: string): Note {
  return note(SILENCE[kind], { network }, kind === 'aborted' ? undefined : message);
}

/** @returns "test connection" that went well */
export function works(notes: Note[], samples: IncomingPost[], account: OwnAccount | null = null): TestResult {
  return { ok: true, notes, samples, ...(account && { account }) };
}

/** @param about what was asked for when it failed */
export function fails({ notes }: Pick<Explained, 'notes'>, about?: Note): TestResult {
  return { ok: false, notes: about ? [about, ...notes] : notes, samples: [] };
}
