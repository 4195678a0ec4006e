/** What we read of X's answers, in the names of its published description and in the older ones; the rest is left alone. */
import { z } from 'zod';
import { storableJson } from '../storable.js';
import { Unreadable } from './failures.js';

const XId = z.string().regex(/^[0-9]{1,19}$/, 'is not an id of X');
const References = z.array(z.object({ type: z.string(), id: XId })).nullish();
const Urls = z.object({ urls: z.array(z.looseObject({ url: z.string().nullish(), expanded_url: z.string().nullish(), unwound_url: z.string().nullish() })).nullish() }); // prettier-ignore
const Note = z.object({ text: z.string(), entities: Urls.nullish() }).nullish();

export const RawPost = z.object({
  id: XId,
  text: z.string(),
  author_id: z.string().optional(),
  created_at: z.iso.datetime({ offset: true }).nullish(),
  conversation_id: z.string().nullish(),
  lang: z.string().nullish(),
  referenced_posts: References,
  referenced_tweets: References,
  note_post: Note,
  note_tweet: Note,
  entities: Urls.nullish(),
  attachments: z.object({ media_keys: z.array(z.string()).nullish() }).nullish(),
  public_metrics: z.record(z.string(), z.number().nullable()).nullish(),
  edit_history_post_ids: z.array(z.string()).nullish(),
  edit_history_tweet_ids: z.array(z.string()).nullish(),
  withheld: z.object({ country_codes: z.array(z.string()).nullish() }).nullish(),
});
export type RawPost = z.infer<typeof RawPost>;

export const RawUser = z.object({
  id: z.string(),
  name: z.string().nullish(),
  username: z.string().nullish(),
  public_metrics: z.object({ followers_count: z.int().min(0).nullish() }).nullish(),
});
export type RawUser = z.infer<typeof RawUser>;

export const RawMedia = z.looseObject({
  media_key: z.string(),
  type: z.string().nullish(),
  url: z.string().nullish(),
  preview_image_url: z.string().nullish(),
  alt_text: z.string().nullish(),
});
export type RawMedia = z.infer<typeof RawMedia>;

const Page = z.object({
  data: z.array(z.unknown()).optional(),
  includes: z.object({ users: z.array(z.unknown()).optional(), media: z.array(z.unknown()).optional() }).optional(),
  meta: z.object({ result_count: z.int().optional(), next_token: z.string().min(1).optional() }),
});

export interface XPage {
  items: unknown[];
  users: Map<string, RawUser>;
  media: Map<string, RawMedia>;
  nextToken: string | null;
}

/** @throws Unreadable when it is not a page of posts */
export function readPage(data: unknown): XPage {
  const page = fit(Page, data, 'a page of posts');
  return {
    items: page.data ?? [],
    users: index(RawUser, page.includes?.users, (user) => user.id),
    media: index(RawMedia, page.includes?.media, (media) => media.media_key),
    nextToken: page.meta.next_token ?? null,
  };
}

const Account = z.object({ data: z.object({ id: XId, username: z.string().min(1) }) });
/** @throws Unreadable */
export function readAccount(data: unknown): { id: string; username: string } {
  return fit(Account, data, 'our account').data;
}

const Created = z.object({ data: z.object({ id: XId }) });
/** @throws Unreadable */
export function readCreated(data: unknown): string {
  return fit(Created, data, 'the new post').data.id;
}

function fit<T>(shape: z.ZodType<T>, data: unknown, what: string): T {
  const read = shape.safeParse(data);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
  throw new Unreadable(`X did not answer with ${what}${where}: ${issue?.message ?? 'it does not fit'}`);
}

/** What is included only adds to posts: an entry that cannot be read is as good as none. */
function index<T>(shape: z.ZodType<T>, entries: unknown[] | undefined, key: (entry: T) => string): Map<string, T> {
  const read = (entries ?? []).flatMap((entry) => {
    const fits = shape.safeParse(storableJson(entry)?.value);
    return fits.success ? [fits.data] : [];
  });
  return new Map(read.map((entry) => [key(entry), entry]));
}
