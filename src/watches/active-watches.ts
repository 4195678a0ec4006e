/** All enabled watches, compiled into one matcher; compiled anew when one changes, and swapped whole. */
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import type { WatchKind } from '#libs/contracts/words.js';
import {
  compileWatches,
  matchPost,
  WatchCompiler,
  type CompiledWatches,
  type MatchablePost,
  type WatchMatch,
  type WatchOptions,
} from '#libs/matching/match-posts.js';
import type { Query } from '#libs/matching/query.js';
import { parseQuery } from '#libs/matching/parse-query.js';
import { prefilterBytes, type RawShape } from '#libs/matching/prefilter-bytes.js';
import { Database } from '../database/database.js';
import { OutboxTail } from '../outbox/tail.js';
import { elapsedMs } from '../platform/clock.js';

/** After so long of reading watches others get their turn. */
const TURN_MS = 10;

export interface ActiveWatch {
  id: string;
  teamId: string;
  name: string;
  kind: WatchKind;
  threshold: number;
}

interface WatchRow extends ActiveWatch {
  query: string;
  options: WatchOptions;
}

@Injectable()
export class ActiveWatches implements OnApplicationBootstrap, OnModuleDestroy {
  private compiled: CompiledWatches = compileWatches([]);
  private watches = new Map<string, ActiveWatch>();
  private queries: { id: string; name: string; query: Query }[] = [];
  private loading: Promise<void> = Promise.resolve();
  private stopListening: () => void = () => undefined;

  constructor(
    private readonly db: Database,
    private readonly tail: OutboxTail,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.stopListening = this.tail.onEvents((events) => {
      if (events.some((e) => e.kind === 'watch.changed')) void this.reload();
    });
    await this.reload();
  }

  onModuleDestroy(): void {
    this.stopListening();
  }

  /** Reads and compiles all watches; a call while one runs is done after it. */
  reload(): Promise<void> {
    this.loading = this.loading.catch(() => undefined).then(() => this.load());
    return this.loading;
  }

  private async load(): Promise<void> {
    const rows = await this.db.query<WatchRow>(
      `select id, team_id as "teamId", name, kind, threshold, query, options from watch where enabled and deleted_at is null order by id`,
    );
    const compiler = new WatchCompiler();
    const queries: { id: string; name: string; query: Query }[] = [];
    let turn = elapsedMs();
    for (const { id, name, kind, threshold, query, options } of rows) {
      const parsed = parseQuery(query);
      if (!parsed.ok) continue;
      compiler.add({ id, query: parsed.query, options: { ...options, kind, threshold } });
      queries.push({ id, name, query: parsed.query });
      if (elapsedMs() - turn < TURN_MS) continue;
      await setImmediate();
      turn = elapsedMs();
    }
    this.compiled = compiler.finish();
    this.queries = queries;
    this.watches = new Map(rows.map(({ query: _, options: __, ...watch }) => [watch.id, watch]));
  }

  /**
   * The first pass for a firehose: whether a post may concern a watch, from its raw bytes before anyone parses it.
   *
   * Use: `if (!watches.mayConcern(bytes, SHAPE)) continue;` and only then `JSON.parse`, map, and hand on as any other post.
   * It can be wrong only by saying yes. A no is certain for a post whose text and links are those of the shape, so it may be
   * dropped and counted. Ask when the bytes arrive: the watches are swapped whole when one changes. While a watch asks only
   * for an author, a source or a language, every event is a yes.
   * @param bytes one whole event as UTF-8 JSON, neither kept nor changed
   * @param shape where this network keeps text and links, made once; unless told, Bluesky's and X's `text`. Texts of
   *   several keys are joined with a line break in the post.
   */
  mayConcern(bytes: Uint8Array, shape?: RawShape): boolean {
    return prefilterBytes(this.compiled, bytes, shape);
  }

  /** @returns what every watch asks for, by id; for networks that must be asked for it */
  watched(): readonly { id: string; name: string; query: Query }[] {
    return this.queries;
  }

  /** @returns the matches at or above each watch's threshold, the most relevant first */
  match(post: MatchablePost): { match: WatchMatch; watch: ActiveWatch }[] {
    return matchPost(this.compiled, post)
      .flatMap((match) => {
        const watch = this.watches.get(match.watchId);
        return watch && match.relevance >= watch.threshold ? [{ match, watch }] : [];
      })
      .sort((a, b) => b.match.relevance - a.match.relevance || Number(a.watch.id) - Number(b.watch.id));
  }
}
