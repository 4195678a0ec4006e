/** A message of a group or channel in our words. */
import type { IncomingPost, PostMedia, RefusedPost } from '../incoming-post.js';
import { excerptOf, storableJson, storableText } from '../storable.js';
import { MEDIA, RawMessage, type RawChat, type RawEntity } from './answers.js';

/** Ids of supergroups and channels carry this in front; links to closed ones leave it away. Source: Bot API, "Chat". */
const LONG_ID = /^-100(\d+)$/;

export interface Reading {
  now: Date;
  /** Chats to listen to, as the settings name them; null: all. */
  chats: ReadonlySet<string> | null;
  privateMessages: boolean;
  /** Our bot's own id: its messages are left out. */
  ownId: number | null;
}

/** The kinds of update that bring a message. Others are passed over: they hold no words of anybody. */
export const UPDATE_KINDS = ['message', 'edited_message', 'channel_post', 'edited_channel_post'] as const;

export type ReadUpdate = { post: IncomingPost } | { refused: RefusedPost } | null;

/** @returns the post that an update brings; null when it brings none for us; why it cannot be read */
export function readUpdate(update: unknown, index: number, reading: Reading): ReadUpdate {
  const kind = UPDATE_KINDS.find((name) => isObject(update) && update[name] !== undefined);
  if (kind === undefined) return isObject(update) ? null : { refused: refusal(update, index, 'the update: is no object') };
  const raw = (update as Record<string, unknown>)[kind];
  const clean = storableJson(raw);
  const read = RawMessage.safeParse(clean?.value);
  if (!read.success) {
    const issue = read.error.issues[0];
    const why =
      clean === null ? 'the message is nested too deeply' : `${issue?.path.join('.') || 'the message'}: ${issue?.message}`;
    return { refused: refusal(raw, index, why) };
  }
  return isForUs(read.data, reading) ? { post: toPost(read.data, reading.now) } : null;
}

/** Joins, pins and the like are no posts. */
function isForUs(message: RawMessage, { chats, privateMessages, ownId }: Reading): boolean {
  const { chat, from } = message;
  if (from && from.id === ownId) return false;
  if (chat.type === 'private' && !privateMessages) return false;
  if (wordsOf(message) === null && mediaOf(message).length === 0) return false;
  return chats === null || chats.has(String(chat.id)) || (!!chat.username && chats.has(`@${chat.username.toLowerCase()}`));
}

function toPost(message: RawMessage, now: Date): IncomingPost {
  const { chat } = message;
  const answered = answeredBy(message);
  const external = (id: number) => `${chat.id}:${id}`;
  const media = mediaOf(message);
  const original = repostOf(message);
  return {
    externalId: external(message.message_id),
    text: wordsOf(message) ?? '',
    // A message cannot come from the future; clocks of servers differ a little.
    postedAt: new Date(Math.min(message.date * 1000, now.getTime())),
    author: authorOf(message),
    url: permalink(chat, message.message_id),
    lang: null,
    inReplyTo: answered === null ? null : external(answered),
    thread: `telegram:${external(threadOf(message, answered))}`,
    network: 'telegram',
    links: linksOf(message),
    ...(message.edit_date ? { editedAt: new Date(Math.min(message.edit_date * 1000, now.getTime())) } : {}),
    ...(media.length > 0 ? { media } : {}),
    ...(original === null ? {} : { repostOf: original }),
    extra: extraOf(message),
  };
}

function wordsOf({ text, caption, poll }: RawMessage): string | null {
  return text ?? caption ?? poll?.question ?? null;
}

/** @returns the id of the message that is answered; the start of a forum topic is no message of anybody */
function answeredBy({ reply_to_message: answered }: RawMessage): number | null {
  return answered && answered.forum_topic_created === undefined ? answered.message_id : null;
}

/**
 * Telegram names the first message of a chain of answers in supergroups, and the topic in forums. A topic is a room where many people
 * talk of many things: there, and in plain groups, a conversation is only what answers each other.
 */
function threadOf(message: RawMessage, answered: number | null): number {
  const { message_thread_id: thread, is_topic_message: inTopic } = message;
  if (thread && !inTopic) return thread;
  return answered ?? message.message_id;
}

/** Who speaks: the chat in whose name it is said (a channel, an anonymous administrator), else the person. */
function authorOf({ from, sender_chat: onBehalf, chat }: RawMessage): IncomingPost['author'] {
  const speaker = onBehalf ?? (from ? null : chat);
  const handle = (speaker ?? from)?.username || null;
  const name = speaker ? nameOfChat(speaker) : [from?.first_name, from?.last_name].filter(Boolean).join(' ');
  return {
    key: String((speaker ?? from ?? chat).id),
    handle,
    name: name || null,
    followers: null,
    url: handle !== null && /^\w{1,64}$/.test(handle) ? `https://t.me/${handle}` : null,
  };
}

function nameOfChat({ title, first_name: first, last_name: last }: RawChat): string {
  return title ?? [first, last].filter(Boolean).join(' ');
}

/** @returns where a person can see the message: for everybody in public chats, for members in closed ones, nowhere in plain groups */
export function permalink(chat: RawChat, messageId: number): string | null {
  if (chat.username && /^\w{1,64}$/.test(chat.username)) return `https://t.me/${chat.username}/${messageId}`;
  const long = chat.type === 'private' ? null : LONG_ID.exec(String(chat.id));
  return long === null ? null : `https://t.me/c/${long[1]}/${messageId}`;
}

function linksOf(message: RawMessage): string[] {
  const words = wordsOf(message) ?? '';
  const found = [...(message.entities ?? []), ...(message.caption_entities ?? [])].map((entity) => linkOf(entity, words));
  return [...new Set(found.filter((link) => /^https?:\/\/[^\s]+$/i.test(link)))];
}

function linkOf({ type, url, offset, length }: RawEntity, words: string): string {
  if (type === 'text_link') return url ?? '';
  if (type !== 'url') return '';
  const written = words.slice(offset, offset + length);
  return /^https?:\/\//i.test(written) ? written : `https://${written}`;
}

const MEDIA_TYPES: Partial<Record<(typeof MEDIA)[number], PostMedia['type']>> = {
  photo: 'image', sticker: 'image', video: 'video', animation: 'video', video_note: 'video', audio: 'audio', voice: 'audio',
}; // prettier-ignore

/** Telegram gives a bot no address of a file that others may see. */
function mediaOf(message: RawMessage): PostMedia[] {
  const carried = MEDIA.filter((name) => {
    const given = message[name];
    return Array.isArray(given) ? given.length > 0 : Boolean(given);
  });
  return carried.map((name) => ({ type: MEDIA_TYPES[name] ?? 'other', url: null, alt: null }));
}

/** @returns what this message only passes on: a post of a channel. Of a person Telegram does not say which message it was. */
function repostOf({ forward_origin: origin }: RawMessage): string | null {
  return origin?.type === 'channel' && origin.chat && origin.message_id ? `${origin.chat.id}:${origin.message_id}` : null;
}

function extraOf(message: RawMessage): Record<string, unknown> {
  const { chat, author_signature: signature, forward_origin: forwarded, media_group_id: album, document } = message;
  return {
    chat: { id: chat.id, type: chat.type, title: nameOfChat(chat) },
    ...(document?.file_name ? { file: document.file_name } : {}),
    ...(signature ? { signature } : {}),
    ...(forwarded ? { forwardedFrom: forwarded.type } : {}),
    ...(album ? { album } : {}),
    ...(message.is_topic_message ? { topic: message.message_thread_id } : {}),
  };
}

function refusal(raw: unknown, index: number, reason: string): RefusedPost {
  const { chat, message_id: id } = (isObject(raw) ? raw : {}) as { chat?: { id?: unknown }; message_id?: unknown };
  const known = typeof id === 'number' && typeof chat?.id === 'number';
  return { index, externalId: known ? storableText(`${chat.id}:${id}`) : null, reason, excerpt: excerptOf(raw) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
