/** Plays what is due: reads on from the byte where the last stored page ended, so a long file costs only its new lines. */
import { z } from 'zod';
import type { IncomingPost, RefusedPost } from '../incoming-post.js';
import type { PollContext, PollEnd, PollPage } from '../polls.js';
import { explained, STOPPED } from '../explained.js';
import { ReplayFileRefused, resolveReplayFile } from './folders.js';
import { postOf, readLine } from './line.js';
import { linesFrom } from './lines.js';
import type { ReplaySettings } from './settings.js';

const PAGE_SIZE = 500;
/** Pause between two rounds of a loop, in the file's own seconds. */
const BETWEEN_ROUNDS = 30;

const Cursor = z.object({
  file: z.string(),
  startedAt: z.iso.datetime(),
  round: z.int().min(0),
  /** Bytes and lines that are behind us. */
  byte: z.int().min(0),
  line: z.int().min(0),
  /** Due time of the last line that was read, in the file's seconds. */
  lastAt: z.number(),
});
type Cursor = z.infer<typeof Cursor>;

export async function* pollReplay(context: PollContext<ReplaySettings>): AsyncGenerator<PollPage, PollEnd> {
  try {
    const path = resolveReplayFile(context.settings.file);
    let cursor = startingPoint(context);
    // Kept even before the first post is due: else each poll would be the start.
    if ((context.cursor as Partial<Cursor> | null)?.startedAt !== cursor.startedAt) yield { posts: [], refused: [], cursor };
    let count = 0;
    for (;;) {
      const due = yield* playRound(path, cursor, context);
      cursor = due.cursor;
      count += due.count;
      if (context.signal.aborted) return STOPPED;
      if (!due.finished || !context.settings.loop || cursor.line === 0) break;
      cursor = nextRound(cursor, context);
      if (context.settings.speed === 0 || new Date(cursor.startedAt) > context.now()) {
        yield { posts: [], refused: [], cursor };
        break;
      }
    }
    return count > 0 ? { outcome: 'ok' } : { outcome: 'empty' };
  } catch (error) {
    if (error instanceof ReplayFileRefused) return explained('forbidden', error.why);
    throw error;
  }
}

function startingPoint(context: PollContext<ReplaySettings>): Cursor {
  const stored = Cursor.safeParse(context.cursor);
  if (stored.success && stored.data.file === context.settings.file) return stored.data;
  return { file: context.settings.file, startedAt: context.now().toISOString(), round: 0, byte: 0, line: 0, lastAt: 0 };
}

function nextRound(cursor: Cursor, { settings, now }: PollContext<ReplaySettings>): Cursor {
  const ended = settings.speed === 0 ? now().getTime() : dueAt(cursor.lastAt + BETWEEN_ROUNDS, cursor, settings).getTime();
  return { ...cursor, startedAt: new Date(ended).toISOString(), round: cursor.round + 1, byte: 0, line: 0, lastAt: 0 };
}

interface Played {
  cursor: Cursor;
  count: number;
  /** The end of the file was reached. */
  finished: boolean;
}

/** Reads lines until one is not due yet, and hands them on in pages. */
async function* playRound(path: string, start: Cursor, context: PollContext<ReplaySettings>): AsyncGenerator<PollPage, Played> {
  const now = context.now();
  let cursor = start;
  let count = 0;
  let page = emptyPage();
  for await (const { text, bytes } of linesFrom(path, start.byte)) {
    const read = text.trim() === '' ? null : readLine(text, cursor.line);
    const line = read !== null && 'line' in read ? read.line : null;
    const due = line === null ? now : dueAt(line.atSeconds, cursor, context.settings);
    if (due > now || context.signal.aborted) {
      if (sizeOf(page) > 0) yield { ...page, cursor };
      return { cursor, count, finished: false };
    }
    if (line !== null) page.posts.push(postOf(line, cursor.round, context.settings.speed === 0 ? now : due));
    else if (read !== null && 'refused' in read) page.refused.push(read.refused);
    count += line === null ? 0 : 1;
    cursor = { ...cursor, byte: cursor.byte + bytes, line: cursor.line + 1, lastAt: line?.atSeconds ?? cursor.lastAt };
    if (sizeOf(page) >= PAGE_SIZE) {
      yield { ...page, cursor };
      page = emptyPage();
    }
  }
  if (sizeOf(page) > 0) yield { ...page, cursor };
  return { cursor, count, finished: true };
}

function emptyPage(): { posts: IncomingPost[]; refused: RefusedPost[] } {
  return { posts: [], refused: [] };
}

function sizeOf(page: { posts: IncomingPost[]; refused: RefusedPost[] }): number {
  return page.posts.length + page.refused.length;
}

function dueAt(atSeconds: number, cursor: Cursor, settings: ReplaySettings): Date {
  const started = new Date(cursor.startedAt).getTime();
  return new Date(settings.speed === 0 ? started : started + (atSeconds * 1000) / settings.speed);
}
