/** Answers a mail by SMTP in its own conversation. A copy to ourselves, found by its Message-ID, proves that it went out. */
import { createHash } from 'node:crypto';
import type { ImageLimits } from '#libs/contracts/http/images.js';
import { OutboundError } from '../../platform/outbound/safe-http.js';
import type { ConnectorContext } from '../connector-context.js';
import type { LookResult, OutgoingReply, Replies, SendResult } from '../outgoing-reply.js';
import { whyInEnglish } from '../explained.js';
import { automaticKind } from './automatic.js';
import { NotAllowed, pollEndOf } from './failures.js';
import { openMailbox, type Mailbox } from './mailbox.js';
import { addressOf, idsIn, parseMail } from './normalise.js';
import { sendMail, type Outgoing } from './send-mail.js';
import type { EmailSettings } from './settings.js';

/** Folders in which a mail that was answered before may have been put away. */
const ELSEWHERE = ['\\All', '\\Archive'];

/** Mail has no limit of its own; four pictures of 5 MB pass at most servers. Descriptions are kept in the desk: mail has no place for them. */
const EMAIL_IMAGES: ImageLimits = { most: 4, maxBytes: 5_000_000, maxLength: null, describes: false };

export const emailReplies: Replies<EmailSettings> = {
  rules: { maxLength: null, lengthRule: 'characters', settleSeconds: 60, idempotent: false, images: EMAIL_IMAGES },
  unavailable: (settings) => (settings.smtpHost === undefined || settings.address === undefined ? 'no-mail-server' : null),
  visibilities: () => ['private'],
  send,
  look,
};

/** The same for every try of an answer: mail servers and programs fold equal ones. @returns without brackets */
export function messageIdOf(idempotencyKey: string, address: string): string {
  const key = createHash('sha256').update(`earshot-reply\n${idempotencyKey}`).digest('hex').slice(0, 40);
  return `${key}@${address.split('@').at(-1)?.toLowerCase() ?? 'invalid'}`;
}

async function send(context: ConnectorContext<EmailSettings>, reply: OutgoingReply): Promise<SendResult> {
  const { address } = context.settings;
  if (address === undefined) return { outcome: 'refused', reason: 'The source has no address to answer from' };
  let mailbox: Mailbox | null = null;
  try {
    mailbox = await openMailbox(context, context.settings.folder);
    const mail = await answerTo(mailbox, reply, context.settings, address);
    if (typeof mail === 'string') return { outcome: 'refused', reason: mail };
    const result = await sendMail(context, mail);
    if (result.outcome === 'sent') await putAway(mailbox, mail, result.source).catch(() => undefined); // it is sent all the same
    return result.outcome === 'sent' ? { outcome: 'sent', externalId: mail.messageId, url: null } : result;
  } catch (error) {
    return beforeSending(error, context.signal.aborted);
  } finally {
    await mailbox?.close();
  }
}

/** @returns the answer, or why there will be none */
async function answerTo(
  mailbox: Mailbox,
  reply: OutgoingReply,
  settings: EmailSettings,
  address: string,
): Promise<Outgoing | string> {
  const source = await findMail(mailbox, reply.inReplyTo.externalId);
  if (source === null) return 'The mail is no longer in the mailbox, so it cannot be answered from here.';
  const mail = await parseMail(source);
  const kind = automaticKind(mail);
  if (kind !== null) return `No person wrote this mail (${kind}): an answer could start a loop between two programs.`;
  const to = addressOf(mail, true);
  if (to === null || to.address === address.toLowerCase()) return 'The mail names no address that could be answered.';
  const subject = (mail.subject ?? '').trim();
  const id = idsIn(mail.messageId)[0];
  return {
    from: { address, name: settings.senderName ?? '' },
    to,
    subject: /^(re|yan|ynt|odp|sv|aw)\s*:/i.test(subject) ? subject : `Re: ${subject}`,
    text: reply.text,
    images: reply.images ?? [],
    messageId: messageIdOf(reply.idempotencyKey, address),
    inReplyTo: id,
    references: [...idsIn(mail.references), ...(id === undefined ? [] : [id])].slice(-20),
  };
}

async function findMail(mailbox: Mailbox, externalId: string): Promise<Buffer | null> {
  const byNumber = /^uid-(\d+)$/.exec(externalId)?.[1];
  const places =
    byNumber === undefined ? [null, ...(await Promise.all(ELSEWHERE.map((use) => mailbox.foldersFor(use)))).flat()] : [null];
  for (const folder of places) {
    if (folder !== null) await mailbox.open(folder);
    const uid = byNumber === undefined ? await mailbox.find(`<${externalId}>`) : Number(byNumber);
    const [letter] = uid === null ? [] : await mailbox.fetch([uid]);
    if (letter !== undefined) return letter.source;
  }
  return null;
}

/** Into the folder of sent mails, where the server has not put it by itself. */
async function putAway(mailbox: Mailbox, { messageId }: Outgoing, source: Buffer): Promise<void> {
  const [sent] = await mailbox.foldersFor('\\Sent');
  if (sent === undefined) return;
  await mailbox.open(sent);
  if ((await mailbox.find(`<${messageId}>`)) === null) await mailbox.append(sent, source);
}

/** Nothing was handed to the outgoing server yet. */
function beforeSending(error: unknown, stopped: boolean): SendResult {
  const end = pollEndOf(error, stopped);
  const { outcome, retryAfterSeconds = 120 } = end;
  const reason = whyInEnglish(end);
  if (error instanceof NotAllowed || (error instanceof OutboundError && ['forbidden-address', 'bad-url'].includes(error.kind)))
    return { outcome: 'refused', reason };
  return { outcome: 'later', reason, retryAfterSeconds: outcome === 'forbidden' ? 900 : retryAfterSeconds };
}

async function look(context: ConnectorContext<EmailSettings>, reply: OutgoingReply): Promise<LookResult> {
  const { address, folder } = context.settings;
  if (reply.firstAttemptAt === null || address === undefined) return { outcome: 'absent' };
  let mailbox: Mailbox | null = null;
  try {
    mailbox = await openMailbox(context, folder);
    const id = messageIdOf(reply.idempotencyKey, address);
    for (const place of [null, ...(await mailbox.foldersFor('\\Sent')), ...(await mailbox.foldersFor('\\All'))]) {
      if (place !== null) await mailbox.open(place);
      if ((await mailbox.find(`<${id}>`)) !== null) return { outcome: 'found', externalId: id, url: null };
    }
    // A server may hold a mail back for a while before it delivers our copy: that it is not there proves nothing.
    return { outcome: 'unsure', reason: 'Our own copy of the answer has not come' };
  } catch (error) {
    return { outcome: 'unsure', reason: whyInEnglish(pollEndOf(error, context.signal.aborted)) };
  } finally {
    await mailbox?.close();
  }
}
