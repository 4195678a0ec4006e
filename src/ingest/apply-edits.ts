/** New versions of posts that were heard: the newest by the source's own time stands, the others are kept as history. */
import { Injectable } from '@nestjs/common';
import { fold } from '#libs/matching/fold.js';
import { fingerprint } from '#libs/scoring/fingerprint.js';
import type { IncomingPost } from '../connectors/incoming-post.js';
import { Database, type Tx } from '../database/database.js';
import { refreshPreviews } from '../mentions/forget-mentions.js';
import { addEvents } from '../outbox/append.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { Scorer } from '../analyse/scorer.js';
import { ActiveWatches } from '../watches/active-watches.js';
import type { Where } from './bury-posts.js';
import { matchable } from './matchable.js';
import { SEARCHED_LENGTH, storable } from './prepare-post.js';

interface Known {
  id: string;
  state: string;
  madeAt: Date;
  text: string;
  caseId: string | null;
  teamIds: string[];
}

const LOCK = `
  select id, state, coalesce(edited_at, (extra ->> 'editedAt')::timestamptz, posted_at) as "madeAt", text, case_id as "caseId", team_ids as "teamIds"
  from mention where source_id in (select id from source where kind = $1) and network = $2 and external_id = $3 order by id for no key update`;

@Injectable()
export class ApplyEdits {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly watches: ActiveWatches,
    private readonly scorer: Scorer,
  ) {}

  /**
   * @param source that told of it
   * @returns whether the post is a mention already; if not it is new to us, or concerns us for the first time in this version
   */
  run(source: { id: string; kind: string }, where: Where, post: IncomingPost & { editedAt: Date }): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const known = await tx.query<Known>(LOCK, [where.kind, where.network, post.externalId]);
      for (const mention of known) await this.change(tx, mention, source, where, post);
      if (known.length === 0) await this.hearAnew(tx, source, where, post);
      crashPoint('edit.before-commit');
      return known.length > 0;
    });
  }

  /** Seen before, and no concern of ours then: it is heard as new when its new words concern us. */
  private async hearAnew(tx: Tx, source: { id: string; kind: string }, { network }: Where, post: IncomingPost): Promise<void> {
    if (this.watches.match(matchable(post, source, network)).length === 0) return;
    await tx.query('delete from seen_post where source_id = $1 and external_id = $2', [source.id, post.externalId]);
  }

  private async change(
    tx: Tx,
    old: Known,
    source: { id: string; kind: string },
    { network }: Where,
    post: IncomingPost & { editedAt: Date },
  ): Promise<void> {
    if (old.state === 'deleted' || post.editedAt.getTime() === old.madeAt.getTime()) return;
    const now = this.clock.now();
    const text = storable('', post.text) as string;
    if (post.editedAt < old.madeAt) return keepVersion(tx, old.id, { madeAt: post.editedAt, replacedAt: old.madeAt, text });
    await keepVersion(tx, old.id, { madeAt: old.madeAt, replacedAt: post.editedAt, text: old.text });
    const team = await tx.one<{ caseId: string | null; teamId: string | null; teamIds: string[] }>(CHANGE, [
      old.id,
      JSON.stringify(this.judged(post, text, source, network), storable),
    ]);
    if (team?.caseId) await this.tellCase(tx, old.id, team.caseId, team.teamId ?? '', now);
    await addEvents(tx, now, [
      { kind: 'mention.changed', teamIds: team?.teamIds ?? old.teamIds, payload: { mentionId: old.id } },
    ]);
  }

  private judged(post: IncomingPost & { editedAt: Date }, text: string, source: { id: string; kind: string }, network: string) {
    const matches = this.watches.match(matchable({ ...post, text }, source, network));
    const staffNamed = matches.some((m) => m.watch.kind === 'person');
    const scores = this.scorer.score({
      text,
      langHint: post.lang ?? undefined,
      followers: post.author.followers ?? undefined,
      staffNamed,
    });
    return {
      text, scores, editedAt: post.editedAt, words: fold(text.slice(0, SEARCHED_LENGTH)), fingerprint: fingerprint(text),
      matches: matches.map((m) => ({ watchId: m.watch.id, relevance: m.match.relevance, ranges: m.match.ranges })),
      watchIds: matches.map((m) => m.watch.id), teamIds: [...new Set(matches.map((m) => m.watch.teamId))],
    }; // prettier-ignore
  }

  private async tellCase(tx: Tx, mentionId: string, caseId: string, teamId: string, now: Date): Promise<void> {
    await refreshPreviews(tx, [caseId]);
    await tx.query(`insert into activity (case_id, at, kind, data) values ($1, $2, 'mention-edited', $3)`, [caseId, now, JSON.stringify({ mention: mentionId })]); // prettier-ignore
    await addEvents(tx, now, [{ kind: 'case.changed', teamIds: [teamId], payload: { caseId, why: 'mention-edited' } }]);
  }
}

/** Whom it concerned before, it still concerns: it stays in their lists, also when no word matches any more. */
const CHANGE = `
  with f as (select $2::jsonb as f),
  changed as (
    update mention m set text = f ->> 'text', words = to_tsvector('simple', f ->> 'words'), fingerprint = f ->> 'fingerprint', edits = edits + 1,
      edited_at = (f ->> 'editedAt')::timestamptz, scores = f -> 'scores', lang = f -> 'scores' -> 'language' ->> 'code',
      sentiment = f -> 'scores' -> 'sentiment' ->> 'label', sentiment_score = (f -> 'scores' -> 'sentiment' ->> 'score')::real,
      intent = f -> 'scores' -> 'intent' ->> 'label', urgency = (f -> 'scores' -> 'urgency' ->> 'score')::real,
      risk = (f -> 'scores' -> 'risk' ->> 'score')::real,
      matches = case when f -> 'matches' = '[]' then (select jsonb_agg(x || '{"ranges": []}') from jsonb_array_elements(m.matches) as x) else f -> 'matches' end,
      watch_ids = array(select distinct unnest(m.watch_ids || array(select jsonb_array_elements_text(f -> 'watchIds')::bigint))),
      team_ids = array(select distinct unnest(m.team_ids || array(select jsonb_array_elements_text(f -> 'teamIds')::bigint)))
    from f where m.id = $1 returning m.case_id, m.team_ids, m.risk, m.urgency, m.scores),
  grown as (
    update desk_case c set risk = greatest(c.risk, changed.risk), urgency = greatest(c.urgency, changed.urgency),
      risk_level = (array['low', 'medium', 'high'])[greatest(array_position(array['low', 'medium', 'high'], c.risk_level),
        array_position(array['low', 'medium', 'high'], changed.scores -> 'risk' ->> 'level'))]
    from changed where c.id = changed.case_id and c.status <> 'resolved')
  select case_id as "caseId", team_ids as "teamIds", (select team_id from desk_case where id = case_id) as "teamId" from changed`;

async function keepVersion(tx: Tx, mentionId: string, version: { madeAt: Date; replacedAt: Date; text: string }): Promise<void> {
  await tx.query(
    `insert into mention_version (mention_id, made_at, replaced_at, text) values ($1, $2, $3, $4) on conflict (mention_id, made_at) do nothing`,
    [mentionId, version.madeAt, version.replacedAt, version.text],
  );
}
