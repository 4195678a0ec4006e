/** One line of a replay file: a post and when it is due, in seconds after the start. */
import { z } from 'zod';
import type { IncomingPost, RefusedPost } from '../incoming-post.js';
import { excerptOf, storableCount, storableText } from '../storable.js';

const ReplayLine = z.object({
  atSeconds: z.number().min(0),
  externalId: z.string().min(1).max(400),
  text: z.string().max(100_000),
  author: z.object({
    handle: z.string().min(1).max(200),
    name: z.string().max(300).optional(),
    followers: z.int().min(0).optional(),
  }),
  network: z.string().regex(/^[a-z0-9-]{1,40}$/),
  lang: z.string().max(35).optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  inReplyTo: z.string().max(400).optional(),
  thread: z.string().max(400).optional(),
  /** It addresses an account of ours by name. */
  mentionsUs: z.boolean().optional(),
});
export type ReplayLine = z.infer<typeof ReplayLine>;

export type ReadLine = { line: ReplayLine } | { refused: RefusedPost };

/** @returns the line, or why it cannot be read */
export function readLine(text: string, index: number): ReadLine {
  const refuse = (reason: string): ReadLine => ({ refused: { index, externalId: null, reason, excerpt: excerptOf(text) } });
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refuse('the line is not JSON');
  }
  const read = ReplayLine.safeParse(raw);
  if (read.success) return { line: read.data };
  const issue = read.error.issues[0];
  return refuse(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit'}`);
}

/**
 * @param round 0 at first; later rounds of a loop are new posts with ids of their own
 * @param postedAt when it is due, in this run's time
 */
export function postOf(line: ReplayLine, round: number, postedAt: Date): IncomingPost {
  const own = (id: string) => storableText(round === 0 ? id : `${id}~${round}`);
  const { handle, name, followers } = line.author;
  return {
    externalId: own(line.externalId),
    text: storableText(line.text),
    postedAt,
    author: { key: handle, handle, name: name ?? null, followers: storableCount(followers), url: null },
    url: line.url ?? null,
    lang: line.lang ?? null,
    inReplyTo: line.inReplyTo === undefined ? null : own(line.inReplyTo),
    thread: `${line.network}:${own(line.thread ?? line.inReplyTo ?? line.externalId)}`,
    network: line.network,
    extra: { invented: true, ...(line.mentionsUs && { mentionsUs: true }) },
  };
}
