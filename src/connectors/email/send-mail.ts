/** Hands one mail to the outgoing server: the SMTP library on an address that we have checked, loaded only where mail is sent. */
import type { ConnectorContext } from '../connector-context.js';
import type { OutgoingImage, SendResult } from '../outgoing-reply.js';
import { addressFor, tlsFor } from './mailbox.js';
import type { EmailSettings } from './settings.js';

const PATIENCE_MS = 15_000;
const TRY_AGAIN_SECONDS = 300;
const CREDENTIALS_WAIT_SECONDS = 900;

export interface Outgoing {
  from: { address: string; name: string };
  to: { address: string; name: string };
  subject: string;
  text: string;
  images: readonly OutgoingImage[];
  /** Without brackets, like all ids here. */
  messageId: string;
  inReplyTo: string | undefined;
  references: string[];
}

export type Sent = { outcome: 'sent'; source: Buffer } | Exclude<SendResult, { outcome: 'sent' }>;

/** @throws OutboundError, NotAllowed before anything is sent */
export async function sendMail(context: ConnectorContext<EmailSettings>, mail: Outgoing): Promise<Sent> {
  const { user, password } = context.settings;
  const source = await compose(mail);
  const connection = await connectionFor(context);
  const broken = new Promise<never>((_done, failed) => connection.on('error', failed));
  broken.catch(() => undefined);
  const step = (run: (done: (error?: Error | null) => void) => void) =>
    Promise.race([new Promise<void>((done, failed) => run((error) => (error ? failed(error) : done()))), broken]);
  const stop = () => connection.close();
  context.signal.addEventListener('abort', stop, { once: true });
  let begun = false;
  try {
    await step((done) => connection.connect(done));
    await step((done) => connection.login({ user, pass: password }, done));
    begun = true;
    // To ourselves as well, unseen by the other: the copy proves later that it went out.
    const envelope = { from: mail.from.address, to: [mail.to.address, mail.from.address] };
    await step((done) => connection.send(envelope, source, (error) => done(error)));
    return { outcome: 'sent', source };
  } catch (error) {
    return resultOf(error as SmtpError, begun);
  } finally {
    context.signal.removeEventListener('abort', stop);
    connection.quit();
    connection.close();
  }
}

async function connectionFor({ settings, http }: ConnectorContext<EmailSettings>) {
  const { smtpHost: host = '', smtpPort: port, smtpSecurity: security } = settings;
  const address = await addressFor(http, host, port, security);
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection');
  return new SMTPConnection({
    host: address,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: tlsFor(settings, host),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
}

async function compose(mail: Outgoing): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const wrapped = (ids: string[]) => ids.map((id) => `<${id}>`);
  const composed = new MailComposer({
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    attachments: mail.images.map(({ type, bytes }, n) => ({
      filename: `${n + 1}.${type === 'image/png' ? 'png' : 'jpg'}`,
      content: bytes,
      contentType: type,
    })),
    messageId: `<${mail.messageId}>`,
    ...(mail.inReplyTo === undefined ? {} : { inReplyTo: `<${mail.inReplyTo}>` }),
    ...(mail.references.length === 0 ? {} : { references: wrapped(mail.references) }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composed.compile().build();
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
}

/** @param begun the mail was being handed over: a connection that breaks then leaves nobody knowing */
function resultOf({ code, responseCode, response, message }: SmtpError, begun: boolean): Sent {
  const words = (response ?? message).slice(0, 300);
  if (code === 'EAUTH') {
    const reason = `The outgoing server does not accept the user name and password: ${words}`;
    return { outcome: 'later', reason, retryAfterSeconds: CREDENTIALS_WAIT_SECONDS };
  }
  const said = responseCode ?? 0;
  if (said >= 500 && said < 600) return { outcome: 'refused', reason: `The outgoing server refuses the mail: ${words}` };
  if (said >= 400)
    return { outcome: 'later', reason: `The outgoing server asks us to wait: ${words}`, retryAfterSeconds: TRY_AGAIN_SECONDS };
  return begun
    ? { outcome: 'unknown', reason: `The outgoing server broke off: ${words}` }
    : { outcome: 'later', reason: `The outgoing server cannot be reached: ${words}`, retryAfterSeconds: TRY_AGAIN_SECONDS };
}
