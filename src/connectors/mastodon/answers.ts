/** What we read of Mastodon's answers; the rest is left alone. Source: Mastodon documentation, "Entities". */
import { z } from 'zod';
import { fit } from '../ask-json.js';

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/, 'is no id');
const count = z.int().min(0).nullish().catch(null);

const Account = z.object({
  id: Id,
  username: z.string().min(1),
  acct: z.string().min(1),
  display_name: z.string().nullish(),
  url: z.string().nullish(),
  uri: z.string().nullish(),
  followers_count: count,
  bot: z.boolean().nullish(),
});
export type Account = z.infer<typeof Account>;

const Attachment = z.looseObject({
  type: z.string().catch('unknown'),
  url: z.string().nullish().catch(null),
  remote_url: z.string().nullish().catch(null),
  description: z.string().nullish().catch(null),
});
export type Attachment = z.infer<typeof Attachment>;

const Quote = z.object({ quoted_status: z.object({ id: Id }).nullish(), quoted_status_id: Id.nullish() });

export const Status = z.object({
  id: Id,
  uri: z.string().nullish(),
  url: z.string().nullish(),
  created_at: z.string(),
  edited_at: z.string().nullish(),
  account: Account,
  content: z.string(),
  spoiler_text: z.string().nullish(),
  sensitive: z.boolean().nullish(),
  visibility: z.string().catch('public'),
  language: z.string().nullish(),
  in_reply_to_id: Id.nullish(),
  media_attachments: z.array(z.unknown()).nullish().catch(null),
  card: z
    .object({ url: z.string(), title: z.string().catch('') })
    .nullish()
    .catch(null),
  poll: z
    .object({ options: z.array(z.object({ title: z.string() })) })
    .nullish()
    .catch(null),
  quote: Quote.nullish().catch(null),
  reblog: z.unknown().optional(),
  favourites_count: count,
  reblogs_count: count,
  replies_count: count,
  quotes_count: count,
});
export type Status = z.infer<typeof Status>;

/** @returns the attachments that can be read */
export function attachmentsOf(status: Status): Attachment[] {
  return (status.media_attachments ?? []).slice(0, 50).flatMap((one) => Attachment.safeParse(one).data ?? []);
}

/** @throws Unreadable */
export function readList(data: unknown): unknown[] {
  return fit(z.array(z.unknown()), data, 'a list of posts');
}

const Search = z.object({ statuses: z.array(z.unknown()) });
/** @throws Unreadable */
export function readSearch(data: unknown): unknown[] {
  return fit(Search, data, 'what a search found').statuses;
}

/** A notification carries the post that caused it. @throws Unreadable @returns each as it is, with the post in its place */
export function readNotifications(data: unknown): Listed[] {
  return fit(z.array(z.looseObject({ id: Id })), data, 'a list of notifications').map((one) => ({
    id: one.id,
    item: one['status'],
  }));
}

export interface Listed {
  /** Its place in the list. */
  id: string | null;
  item: unknown;
}

/** Posts are their own places. */
export function listed(items: unknown[]): Listed[] {
  return items.map((item) => ({ id: Id.safeParse((item as { id?: unknown } | null)?.id).data ?? null, item }));
}

/** @throws Unreadable */
export function readAccount(data: unknown): Account {
  return fit(Account, data, 'our account');
}

/** @throws Unreadable */
export function readStatus(data: unknown): Status {
  return fit(Status, data, 'a post');
}

const Context = z.object({ ancestors: z.array(z.object({ id: Id })) });
/** @returns the first post of a conversation, or null when the one asked for is the first. @throws Unreadable */
export function readRoot(data: unknown): string | null {
  return fit(Context, data, 'a conversation').ancestors[0]?.id ?? null;
}

const Instance = z.object({
  configuration: z.object({
    urls: z.object({ streaming: z.string().nullish() }).nullish(),
    statuses: z.object({ max_characters: z.int().positive().nullish() }).nullish(),
  }),
});
/** @throws Unreadable */
export function readInstance(data: unknown): { maxCharacters: number | null; streaming: string | null } {
  const { configuration } = fit(Instance, data, 'what an instance says of itself');
  return { maxCharacters: configuration.statuses?.max_characters ?? null, streaming: configuration.urls?.streaming ?? null };
}

/** @returns the id of a deleted post in an event of the stream, or null */
export function readId(data: unknown): string | null {
  return Id.safeParse(data).data ?? null;
}
