/** What we read of Telegram's answers; the rest is left alone. */
import { z } from 'zod';
import { Unreadable } from './failures.js';

const User = z.object({
  id: z.int(),
  is_bot: z.boolean().optional(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  username: z.string().nullish(),
});
const Chat = z.object({
  id: z.int(),
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  title: z.string().nullish(),
  username: z.string().nullish(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
});
export type RawChat = z.infer<typeof Chat>;

/** Offsets and lengths are in UTF-16 code units. Source: Bot API, "MessageEntity". */
const Entity = z.object({ type: z.string(), offset: z.int().min(0), length: z.int().min(0), url: z.string().nullish() });
export type RawEntity = z.infer<typeof Entity>;

const File = z.looseObject({
  file_unique_id: z.string().nullish(),
  file_name: z.string().nullish(),
  mime_type: z.string().nullish(),
});

/** Kinds of media a message can carry, by the name of their field. */
export const MEDIA = ['photo', 'video', 'animation', 'audio', 'voice', 'video_note', 'document', 'sticker', 'story', 'location', 'contact'] as const; // prettier-ignore

export const RawMessage = z.object({
  message_id: z.int(),
  date: z.int().min(0),
  edit_date: z.int().min(0).nullish(),
  chat: Chat,
  from: User.nullish(),
  sender_chat: Chat.nullish(),
  author_signature: z.string().nullish(),
  message_thread_id: z.int().nullish(),
  is_topic_message: z.boolean().nullish(),
  forward_origin: z.object({ type: z.string(), chat: Chat.optional(), message_id: z.int().optional() }).nullish(),
  reply_to_message: z.object({ message_id: z.int(), forum_topic_created: z.unknown().optional() }).nullish(),
  media_group_id: z.string().nullish(),
  text: z.string().nullish(),
  caption: z.string().nullish(),
  entities: z.array(Entity).nullish(),
  caption_entities: z.array(Entity).nullish(),
  poll: z.object({ question: z.string() }).nullish(),
  photo: z.array(File).nullish(),
  ...(Object.fromEntries(MEDIA.filter((name) => name !== 'photo').map((name) => [name, File.nullish()])) as Record<
    Exclude<(typeof MEDIA)[number], 'photo'>,
    z.ZodOptional<z.ZodNullable<typeof File>>
  >),
});
export type RawMessage = z.infer<typeof RawMessage>;

const Me = z.object({ id: z.int(), username: z.string().min(1), can_read_all_group_messages: z.boolean().optional() });
export type Me = z.infer<typeof Me>;
/** @throws Unreadable */
export const readMe = (result: unknown): Me => fit(Me, result, 'who the bot is');

/** @throws Unreadable */
export const readUpdates = (result: unknown): unknown[] => fit(z.array(z.unknown()).max(100), result, 'a list of updates');

const Hook = z.object({ url: z.string(), pending_update_count: z.int().optional() });
/** @throws Unreadable */
export const readHook = (result: unknown): z.infer<typeof Hook> => fit(Hook, result, 'whether a webhook is set');

/** @throws Unreadable */
export const readSent = (result: unknown): { message_id: number; chat: RawChat } =>
  fit(z.object({ message_id: z.int(), chat: Chat }), result, 'the new message');

function fit<T>(shape: z.ZodType<T>, result: unknown, what: string): T {
  const read = shape.safeParse(result);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new Unreadable(`Telegram did not answer with ${what} at ${issue?.path.join('.') || 'its start'}: ${issue?.message}`);
}
