/** Puts mentions into the database as ingest would, for tests of what comes after. */
import { fold } from '../../libs/matching/fold.js';
import type { Database } from '../../src/database/database.js';

export interface HeardMention {
  text?: string;
  lang?: string;
  sentiment?: string;
  intent?: string;
  state?: string;
  postedAt?: string;
  teamIds: string[];
  watchIds?: string[];
  caseId?: string | null;
}

/** @returns ids of a webhook source and of an author */
export async function addOrigin(db: Database): Promise<{ sourceId: string; authorId: string }> {
  const source = await db.one<{ id: string }>(
    `insert into source (kind, name, interval_seconds) values ('webhook', 'Forum', 3600) returning id`,
  );
  const author = await db.one<{ id: string }>(
    `insert into author (network, key, handle, name, followers, first_heard_at) values ('forum', gen_random_uuid()::text, 'eva', 'Eva', 12, now()) returning id`,
  );
  return { sourceId: source!.id, authorId: author!.id };
}

/** @returns the id of a watch that listens for `query` */
export async function addWatch(db: Database, teamId: string, name: string): Promise<string> {
  const row = await db.one<{ id: string }>(
    `insert into watch (team_id, name, kind, query, canonical) values ($1, $2, 'brand', 'acme', 'acme') returning id`,
    [teamId, name],
  );
  return row!.id;
}

/** @returns the id of an open case */
export async function addCase(
  db: Database,
  teamId: string,
  watchId: string,
  origin: { sourceId: string; authorId: string },
): Promise<string> {
  const row = await db.one<{ id: string }>(
    `insert into desk_case (team_id, watch_id, author_id, source_id, network, priority, sentiment_score, sentiment, intent, urgency, risk, risk_level,
       preview, posted_at, opened_at, last_mention_at)
     values ($1, $2, $3, $4, 'forum', 'normal', -0.5, 'negative', 'complaint', 0.5, 0.1, 'low', '{"text": "t", "lang": "en", "ranges": []}', now(), now(), now())
     returning id`,
    [teamId, watchId, origin.authorId, origin.sourceId],
  );
  return row!.id;
}

/** @returns the ids of the mentions, in the order given */
export async function addMentions(
  db: Database,
  origin: { sourceId: string; authorId: string },
  mentions: HeardMention[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const m of mentions) {
    const { text = 'acme is down', lang = 'en', sentiment = 'negative', intent = 'complaint', watchIds = [] } = m;
    const matches = watchIds.map((watchId) => ({ watchId, relevance: 0.9, ranges: [{ start: 0, end: 4, term: 'acme' }] }));
    const scores = {
      version: '1',
      language: { code: lang, confidence: 0.9 },
      sentiment: { score: -0.5, label: sentiment, reasons: [] },
      intent: { label: intent, confidence: 0.8, reasons: [] },
      urgency: { score: 0.4, reasons: [] },
      risk: { score: 0.2, level: 'low', reasons: [] },
      signals: [],
    };
    const row = await db.one<{ id: string }>(
      `insert into mention (source_id, external_id, network, author_id, text, lang, posted_at, fetched_at, stored_at, sentiment_score, sentiment,
         intent, urgency, risk, scores, matches, team_ids, watch_ids, words, state, case_id)
       values ($1, gen_random_uuid()::text, 'forum', $2, $3, $4, $5, now(), now(), -0.5, $6, $7, 0.4, 0.2, $8, $9, $10, $11, to_tsvector('simple', $12), $13, $14)
       returning id`,
      [
        origin.sourceId, origin.authorId, text, lang, m.postedAt ?? new Date(), sentiment, intent, JSON.stringify(scores), JSON.stringify(matches),
        m.teamIds, watchIds, fold(text), m.state ?? 'heard', m.caseId ?? null,
      ], // prettier-ignore
    );
    ids.push(row!.id);
  }
  return ids;
}
