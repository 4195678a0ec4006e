/** The ways in which a mail server says no or nothing, and what each means for a poll and for a person. */
import { OutboundError } from '../../platform/outbound/safe-http.js';
import type { PollEnd } from '../connector.js';
import { endOfSilence } from '../silence.js';
import { storableText } from '../storable.js';

/** When a server throttles without saying for how long. */
const WAIT_SECONDS = 300;

export const STOPPED: PollEnd = { outcome: 'truncated', message: 'Stopped on request; goes on where it stopped' };

/** The settings lead where no password may go. */
export class NotAllowed extends Error {}

/** The server said no without a reason that the library passes on. */
export class Refused extends Error {}

/** The server answered with something that is not the protocol it should speak. */
export class Unreadable extends Error {}

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
export function pollEndOf(error: unknown, stopped: boolean): PollEnd {
  if (stopped) return STOPPED;
  if (error instanceof OutboundError) return endOfSilence(error);
  if (error instanceof NotAllowed) return { outcome: 'forbidden', message: error.message };
  if (error instanceof Refused) return { outcome: 'unreachable', message: error.message };
  if (error instanceof Unreadable) return { outcome: 'schema-changed', message: error.message };
  const mail = error as MailError;
  const words = storableText((mail.responseText ?? mail.message ?? '').slice(0, 200));
  const response = (mail.serverResponseCode ?? '').toUpperCase();
  if (mail.code === 'ETHROTTLE' || response === 'LIMIT' || response === 'OVERQUOTA' || /throttl|too many/i.test(words))
    return throttled(mail, words);
  if (response === 'UNAVAILABLE' || response === 'INUSE' || response === 'SERVERBUG') return unreachable(words);
  if (mail.authenticationFailed)
    return { outcome: 'forbidden', message: `The mail server does not accept the user name and password: ${words}` };
  if (mail.mailboxMissing || response === 'NONEXISTENT')
    return { outcome: 'forbidden', message: 'The folder does not exist. Set another one.' };
  if (response === 'NOPERM' || response === 'PRIVACYREQUIRED')
    return { outcome: 'forbidden', message: `The mail server does not allow this: ${words}` };
  return endOfTransport(mail, words);
}

function throttled({ throttleReset }: MailError, words: string): PollEnd {
  const seconds = throttleReset === undefined ? WAIT_SECONDS : Math.ceil(throttleReset / 1000);
  return {
    outcome: 'throttled',
    message: `The mail server asks us to wait: ${words}`,
    retryAfterSeconds: Math.min(Math.max(1, seconds), 86_400),
  };
}

function unreachable(words: string): PollEnd {
  return { outcome: 'unreachable', message: `The mail server cannot be reached: ${words || 'it broke the connection off'}` };
}

function endOfTransport(mail: MailError, words: string): PollEnd {
  const code = mail.code ?? '';
  if (/CERT|SELF_SIGNED|ALTNAME|ERR_TLS/.test(code))
    return { outcome: 'forbidden', message: `The certificate of the mail server is not right (${code})` };
  if (/SSL|EPROTO/.test(code))
    return { outcome: 'forbidden', message: 'The mail server does not speak TLS at this port: look at port and encryption' };
  if (/STARTTLS/i.test(words)) return { outcome: 'forbidden', message: `The mail server offers no encryption: ${words}` };
  if (
    /^(Parser|InvalidResponse|LiteralTooLarge|LineTooLarge|ResponseTooLarge)/i.test(code) ||
    /literal|parse|exceeds maximum/i.test(words)
  )
    return { outcome: 'schema-changed', message: `The mail server does not speak IMAP as it should: ${words}` };
  if (mail.responseStatus === 'NO' || mail.responseStatus === 'BAD')
    return { outcome: 'schema-changed', message: `The mail server refused a plain question: ${words}` };
  return unreachable(words);
}
