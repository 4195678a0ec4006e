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

const Includes = z.object({
  users: z.array(z.unknown()).optional(),
  media: z.array(z.unknown()).optional(),
  posts: z.array(z.unknown()).optional(),
  tweets: z.array(z.unknown()).optional(),
});

const Page = z.object({
  data: z.array(z.unknown()).optional(),
  includes: Includes.optional(),
  meta: z.object({ result_count: z.int().optional(), next_token: z.string().min(1).optional() }),
});

/** What comes with posts: who wrote them, what they show, and the posts that they answer, quote or repeat. */
export interface Included {
  users: Map<string, RawUser>;
  media: Map<string, RawMedia>;
  posts: Map<string, RawPost>;
}

export interface XPage extends Included {
  items: unknown[];
  nextToken: string | null;
}

/** @throws Unreadable when it is not a page of posts */
export function readPage(data: unknown): XPage {
  const page = fit(Page, data, 'a page of posts');
  return {
    items: page.data ?? [],
    ...included(page.includes),
    nextToken: page.meta.next_token ?? null,
  };
}

function included(includes: z.infer<typeof Includes> | undefined): Included {
  return {
    users: index(RawUser, includes?.users, (user) => user.id),
    media: index(RawMedia, includes?.media, (media) => media.media_key),
    posts: index(RawPost, includes?.posts ?? includes?.tweets, (post) => post.id),
  };
}

const Streamed = z.object({
  data: z.unknown().optional(),
  includes: Includes.optional(),
  errors: z.array(z.unknown()).optional(),
});

/** A line of the filtered stream: a post with what belongs to it, or word of what is wrong. */
export interface StreamedLine extends Included {
  /** Undefined when the line tells of no post. */
  item: unknown;
  problems: { title: string; detail: string }[];
}

/** @throws Unreadable when it is nothing that a stream may tell */
export function readLine(data: unknown): StreamedLine {
  const line = fit(Streamed, data, 'a line of its stream');
  const problems = (line.errors ?? []).map((one) => {
    const { title, detail, type } = (one ?? {}) as Record<string, unknown>;
    return { title: String(title ?? type ?? ''), detail: String(detail ?? title ?? 'it did not say why') };
  });
  return { item: line.data, problems, ...included(line.includes) };
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
