/** What the lines of the filtered stream tell: posts, things that cannot be read, and word that X will break off. */
import type { IncomingPost, RefusedPost } from '../incoming-post.js';
import { excerptOf } from '../storable.js';
import { readLine, type StreamedLine } from './answers.js';
import { Unreadable } from './failures.js';
import { readIn } from './lane.js';
import { readPost } from './normalise.js';
import type { PollWork } from './work.js';

export interface Streamed {
  posts: IncomingPost[];
  refused: RefusedPost[];
  /** Ids of all posts that were read: X charges for them. */
  read: string[];
  /** X says that it breaks off, and why. */
  farewell: { title: string; detail: string } | null;
}

/** @param lines as they came; each is read for itself, whatever the others are */
export function readLines(lines: readonly Buffer[], { handed, cursor }: PollWork): Streamed {
  const streamed: Streamed = { posts: [], refused: [], read: [], farewell: null };
  lines.forEach((bytes, index) => {
    const line = parsed(bytes, index, streamed.refused);
    if (line === null) return;
    if (line.item === undefined) streamed.farewell = line.problems[0] ?? streamed.farewell;
    else addPost(streamed, line, index, handed, cursor.account?.id ?? null);
  });
  return streamed;
}

function addPost(streamed: Streamed, line: StreamedLine, index: number, handed: Set<string>, ownId: string | null): void {
  streamed.read.push(...readIn({ items: [line.item], posts: line.posts }));
  const read = readPost(line.item, index, line);
  const id = 'post' in read ? read.post.externalId : read.refused.externalId;
  if (id !== null && handed.has(id)) return;
  if (id !== null) handed.add(id);
  if ('refused' in read) streamed.refused.push(read.refused);
  else if (read.post.author.key !== ownId) streamed.posts.push(read.post);
}

function parsed(bytes: Buffer, index: number, refused: RefusedPost[]): StreamedLine | null {
  const text = bytes.toString('utf8');
  try {
    return readLine(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof Unreadable ? error.message : 'A line of the stream is not JSON';
    refused.push({ index, externalId: null, reason, excerpt: excerptOf(text) });
    return null;
  }
}
