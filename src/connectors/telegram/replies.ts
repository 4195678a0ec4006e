/** Answers a message where it was written. Telegram folds nothing by key, and a bot cannot read what it has said itself. */
import type { ImageLimits } from '#libs/contracts/http/images.js';
import { OutboundError } from '../../platform/outbound/safe-http.js';
import type { ConnectorContext } from '../connector-context.js';
import type { OutgoingReply, Replies, SendResult } from '../outgoing-reply.js';
import { readSent } from './answers.js';
import { telegramClient } from './client.js';
import { Refused, Unreadable, waitSeconds } from './failures.js';
import { permalink } from './normalise.js';
import type { TelegramSettings } from './settings.js';

/** Credentials are put right by a person; until then there is no use in asking often. */
const TOKEN_WAIT_SECONDS = 900;

/** Source: Bot API, sendPhoto: one photo of up to 10 MB, a caption of up to 1,024 characters; no description for those who cannot see it. */
const TELEGRAM_IMAGES: ImageLimits = { most: 1, maxBytes: 10_000_000, maxLength: 1024, describes: false };

export const telegramReplies: Replies<TelegramSettings> = {
  /** Source: Bot API, sendMessage: 1–4096 characters; clients count UTF-16 code units. */
  rules: { maxLength: 4096, lengthRule: 'utf-16', settleSeconds: 1, idempotent: false, images: TELEGRAM_IMAGES },
  unavailable: () => null,
  visibilities: (_settings, { extra }) =>
    (extra?.['chat'] as { type?: unknown } | undefined)?.type === 'private' ? ['private'] : ['public'],
  send,
  look: async () => ({
    outcome: 'unsure',
    final: true,
    reason: 'Telegram shows a bot nothing of what it has sent. Look in the chat whether the answer stands there',
  }),
};

async function send(context: ConnectorContext<TelegramSettings>, reply: OutgoingReply): Promise<SendResult> {
  const target = /^(-?\d+):(\d+)$/.exec(reply.inReplyTo.externalId);
  if (target === null) return { outcome: 'refused', reason: 'The post is no message of Telegram' };
  try {
    const sent = readSent(await post(context, reply, { chat: Number(target[1]), message: Number(target[2]) }));
    return { outcome: 'sent', externalId: `${sent.chat.id}:${sent.message_id}`, url: permalink(sent.chat, sent.message_id) };
  } catch (error) {
    return resultOf(error);
  }
}

/** With a picture the words are its caption: one call, so that one never stands there without the other. */
function post(
  context: ConnectorContext<TelegramSettings>,
  { text, images = [] }: OutgoingReply,
  to: { chat: number; message: number },
) {
  const call = telegramClient(context);
  // Without the message that it answers a reply would stand in the room like a notice.
  const where = { chat_id: to.chat, reply_parameters: { message_id: to.message, allow_sending_without_reply: false } };
  const [image] = images;
  if (image) return call('sendPhoto', { ...where, caption: text, photo: image });
  return call('sendMessage', { ...where, text, link_preview_options: { is_disabled: true } });
}

/** Says for each way in which sending can fail whether Telegram may have taken it all the same. */
function resultOf(error: unknown): SendResult {
  if (error instanceof Unreadable) return { outcome: 'unknown', reason: error.message };
  if (error instanceof OutboundError) {
    const never = error.kind === 'forbidden-address' || error.kind === 'bad-url';
    return { outcome: never ? 'refused' : 'unknown', reason: error.message };
  }
  if (!(error instanceof Refused)) throw error;
  const { status, detail } = error;
  if (status === 429)
    return { outcome: 'later', reason: `Telegram asks us to wait: ${detail}`, retryAfterSeconds: waitSeconds(error) };
  if (status === 401 || status === 404)
    return {
      outcome: 'later',
      reason: 'Telegram does not accept the token of this source',
      retryAfterSeconds: TOKEN_WAIT_SECONDS,
    };
  if (status >= 500 || status < 400) return { outcome: 'unknown', reason: `Telegram answered ${status}: ${detail}` };
  return { outcome: 'refused', reason: reasonOf(error) };
}

function reasonOf({ status, detail, movedTo }: Refused): string {
  if (movedTo !== null) return 'The group has become a supergroup since. Open it and answer by hand.';
  if (/repl(y|ied).*not found|message not found/i.test(detail)) return 'The message is deleted.';
  if (/kicked|not a member|chat not found/i.test(detail))
    return 'The bot is no longer in this chat. Add it again, or answer by hand.';
  if (/not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|TOPIC_CLOSED/i.test(detail))
    return 'The bot may not write in this chat. An administrator of the chat can allow it.';
  if (status === 403 && /blocked/i.test(detail)) return 'The person has blocked the bot.';
  return `Telegram refuses the reply: ${detail}`;
}
