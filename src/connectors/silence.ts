/** How a poll ends when a network gave no answer that could be read: for connectors that let such errors through, and for the desk. */
import type { PollOutcome } from '#libs/contracts/words.js';
import type { OutboundError, OutboundFailure } from '../platform/outbound/safe-http.js';
import { explained, silenceNote, STOPPED, type Explained } from './explained.js';

const OUTCOMES: Record<OutboundFailure, PollOutcome> = {
  'forbidden-address': 'forbidden',
  'bad-url': 'forbidden',
  'too-large': 'truncated',
  aborted: 'truncated',
  'bad-encoding': 'schema-changed',
  'too-many-redirects': 'unreachable',
  timeout: 'unreachable',
  unreachable: 'unreachable',
};

/** @param network its name, for people @returns how a poll ends after this error; a person must act when it is `forbidden` */
export function endOfSilence(error: OutboundError, network: string): Explained {
  return error.kind === 'aborted' ? STOPPED : explained(OUTCOMES[error.kind], silenceNote(error, network));
}
