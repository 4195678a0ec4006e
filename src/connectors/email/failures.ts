/** The ways in which a mail server says no or nothing, and what each means for a poll and for a person. */
import { OutboundError } from '../../platform/outbound/safe-http.js';
import type { NoteCode } from '#libs/contracts/notes.js';
import { explained, note, STOPPED, type Explained } from '../explained.js';
import { endOfSilence } from '../silence.js';
import { storableText } from '../storable.js';

/** When a server throttles without saying for how long. */
const WAIT_SECONDS = 300;
const NETWORK = 'IMAP';

/** The password would travel in the open. */
export class NotAllowed extends Error {}

/** The server said no without a reason that the library passes on. */
export class Refused extends Error {}

interface MailError extends Error {
  code?: string;
  authenticationFailed?: boolean;
  mailboxMissing?: boolean;
  serverResponseCode?: string;
  responseText?: string;
  responseStatus?: string;
  throttleReset?: number;
}

/** @returns how a poll ends after this error of the mail library; @param stopped it came because we were told to stop */
export function pollEndOf(error: unknown, stopped: boolean): Explained {
  if (stopped) return STOPPED;
  if (error instanceof OutboundError) return endOfSilence(error, NETWORK);
  if (error instanceof NotAllowed) return explained('forbidden', note('mail-in-the-open'));
  if (error instanceof Refused) return unreachable(error.message);
  const mail = error as MailError;
  const words = storableText((mail.responseText ?? mail.message ?? '').slice(0, 200));
  const because = (code: NoteCode) => note(code, undefined, words);
  const response = (mail.serverResponseCode ?? '').toUpperCase();
  if (mail.code === 'ETHROTTLE' || response === 'LIMIT' || response === 'OVERQUOTA' || /throttl|too many/i.test(words))
    return explained('throttled', because('mail-waits'), { retryAfterSeconds: secondsOf(mail) });
  if (response === 'UNAVAILABLE' || response === 'INUSE' || response === 'SERVERBUG') return unreachable(words);
  if (mail.authenticationFailed) return explained('forbidden', because('mail-password'));
  if (mail.mailboxMissing || response === 'NONEXISTENT') return explained('forbidden', note('mail-no-folder'));
  if (response === 'NOPERM' || response === 'PRIVACYREQUIRED') return explained('forbidden', because('mail-not-allowed'));
  return endOfTransport(mail, words);
}

function secondsOf({ throttleReset }: MailError): number {
  const seconds = throttleReset === undefined ? WAIT_SECONDS : Math.ceil(throttleReset / 1000);
  return Math.min(Math.max(1, seconds), 86_400);
}

function unreachable(words: string): Explained {
  return explained('unreachable', note('mail-unreachable', undefined, words || 'it broke the connection off'));
}

function endOfTransport(mail: MailError, words: string): Explained {
  const code = mail.code ?? '';
  const because = (what: NoteCode) => note(what, undefined, words);
  if (/CERT|SELF_SIGNED|ALTNAME|ERR_TLS/.test(code)) return explained('forbidden', note('mail-certificate', { fault: code }));
  if (/SSL|EPROTO/.test(code)) return explained('forbidden', note('mail-no-tls'));
  if (/STARTTLS/i.test(words)) return explained('forbidden', because('mail-no-encryption'));
  if (
    /^(Parser|InvalidResponse|LiteralTooLarge|LineTooLarge|ResponseTooLarge)/i.test(code) ||
    /literal|parse|exceeds maximum/i.test(words)
  )
    return explained('schema-changed', because('mail-odd'));
  if (mail.responseStatus === 'NO' || mail.responseStatus === 'BAD') return explained('schema-changed', because('mail-refused'));
  return unreachable(words);
}
