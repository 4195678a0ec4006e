/** Tries a query on what was heard in the last days: how much it finds, samples, and what it changes against a watch as it is. */
import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import type { PreviewSample, PreviewWatch as PreviewWatchBody, PreviewWatchAnswer } from '#libs/contracts/http/watches.js';
import { compileWatches, explainPost, type CompiledWatches } from '#libs/matching/match-posts.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock, elapsedMs } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { readQuery } from './read-query.js';
import { StoredPosts, type StoredPost } from './stored-posts.js';
import { WATCH, type WatchRow } from './watch.rows.js';

/** Posts looked at in one go, and how long that may take; beyond it the answer says that it was capped. */
const MOST_POSTS = 20_000;
const LONGEST_MS = 8000;
/** After so long others get their turn. */
const TURN_MS = 20;
const SAMPLES = 20;
const SAMPLE_LENGTH = 600;
const DAY_MS = 86_400_000;

type Found = PreviewWatchAnswer['matched'];
type Sum = Pick<PreviewWatchAnswer, 'looked' | 'matched' | 'below'> & { before: number; added: Found; removed: Found };
type Hit = ReturnType<typeof explainPost>[number];

@Injectable()
export class PreviewWatch {
  constructor(
    private readonly db: Database,
    private readonly posts: StoredPosts,
    private readonly clock: Clock,
  ) {}

  /**
   * @param signal ends it when nobody waits for the answer any more
   * @throws DeskError `invalid-query`; `not-found` for a watch that is not one's own
   */
  async run(body: PreviewWatchBody, by: Responder, signal: AbortSignal): Promise<PreviewWatchAnswer> {
    const { query, canonical } = readQuery(body.query);
    const options = { ...body.options, kind: body.kind, threshold: body.threshold };
    const now = this.clock.now();
    const watches = [{ id: 'new', query, options }, ...(await this.asItIs(body.watchId, by))];
    const compiled = compileWatches(watches);
    const asked = new Date(now.getTime() - body.days * DAY_MS);
    const { sum, oldest, capped } = await this.walk(compiled, by, asked, signal);
    const since = capped && oldest ? oldest : asked;
    const days = Math.max((now.getTime() - since.getTime()) / DAY_MS, 1 / 24);
    const { before, added, removed, ...mine } = sum;
    const change = body.watchId === undefined ? null : { before, added, removed };
    return { canonical, ...mine, since: since.toISOString(), capped, days, perDay: sum.matched.count / days, change };
  }

  private async asItIs(watchId: string | undefined, by: Responder) {
    if (watchId === undefined) return [];
    const sql = `select ${WATCH} from watch where id = $1 and deleted_at is null and team_id = any($2::bigint[])`;
    const row = await this.db.one<WatchRow>(sql, [watchId, by.teamIds]);
    if (!row) throw new DeskError('not-found');
    const options = { ...row.options, kind: row.kind, threshold: row.threshold };
    return [{ id: 'now', query: readQuery(row.query).query, options }];
  }

  private async walk(compiled: CompiledWatches, by: Responder, since: Date, signal: AbortSignal) {
    const sum: Sum = { looked: 0, matched: none(), below: 0, before: 0, added: none(), removed: none() };
    const started = elapsedMs();
    let turn = started;
    let oldest: Date | undefined;
    for await (const page of this.posts.pages(by.teamIds, since, signal)) {
      for (const post of page) {
        if (sum.looked >= MOST_POSTS) return { sum, oldest, capped: true };
        oldest = post.storedAt;
        look(compiled, post, sum);
        if (elapsedMs() - turn < TURN_MS) continue;
        await setImmediate();
        signal.throwIfAborted();
        turn = elapsedMs();
      }
      if (elapsedMs() - started > LONGEST_MS) return { sum, oldest, capped: true };
    }
    return { sum, oldest, capped: false };
  }
}

function look(compiled: CompiledWatches, post: StoredPost, sum: Sum): void {
  sum.looked++;
  const hits = explainPost(compiled, post);
  const [mine, now] = ['new', 'now'].map((id) => hits.find((hit) => hit.watchId === id));
  if (mine?.passes) note(sum.matched, post, mine);
  else if (mine) sum.below++;
  if (now?.passes) sum.before++;
  if (mine?.passes && !now?.passes) note(sum.added, post, mine);
  if (now?.passes && !mine?.passes) note(sum.removed, post, now);
}

const none = (): Found => ({ count: 0, samples: [] });

function note(found: Found, post: StoredPost, hit: Hit): void {
  found.count++;
  if (found.samples.length < SAMPLES) found.samples.push(toSample(post, hit));
}

function toSample(post: StoredPost, { relevance, ranges, reasons }: Hit): PreviewSample {
  return {
    mentionId: post.id,
    text: post.text.slice(0, SAMPLE_LENGTH),
    language: post.lang ?? 'unknown',
    postedAt: post.postedAt.toISOString(),
    relevance,
    ranges: ranges.filter((range) => range.end <= SAMPLE_LENGTH),
    reasons,
  };
}
