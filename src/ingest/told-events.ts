/** The events of a stored batch with the mentions and cases they are about, so that nobody in this process need read again what was just written. */
import type { MentionRow } from '../database/views/mention-views.js';
import type { DeskEventName, StoredEvent } from '../outbox/events.js';
import type { StoreBatchAnswer } from './batch-payload.js';
import type { Batch } from './batch.js';
import type { Prepared } from './prepare-post.js';
import { openedCards } from './told-cases.js';

/** @returns what was appended to the outbox, in order; `mention` and `card` equal what the views would read (test/live/at-once.spec.ts) */
export function toldEvents(batch: Batch, at: Date, prepared: readonly Prepared[], answer: StoreBatchAnswer): StoredEvent[] {
  const rows = new Map(prepared.flatMap((p) => mentionOf(batch, at, p, answer)).map((row) => [row.id, row]));
  const cards = openedCards(batch, at, prepared, answer);
  return answer.events.map(([seq, kind, teamIds, payload]) => ({
    seq,
    kind: kind as DeskEventName,
    at,
    teamIds: teamIds.map(String),
    payload: payload as unknown as StoredEvent['payload'],
    mention: payload['mentionId'] === undefined ? undefined : rows.get(payload['mentionId']),
    card: payload['caseId'] === undefined ? undefined : cards.get(payload['caseId']),
  }));
}

function mentionOf(
  batch: Batch,
  storedAt: Date,
  { matched, post }: Prepared,
  { mentions, authors }: StoreBatchAnswer,
): MentionRow[] {
  const stored = mentions?.[post.externalId];
  const author = stored && authors?.[stored[2]];
  if (!author) return [];
  const [id, caseId, authorId] = stored;
  const [handle, name, followers, url] = author;
  const { network, externalId, text, inReplyTo, postedAt, fetchedAt, scores, teamIds } = post;
  return [
    {
      ...{ network, externalId, text, url: post.url, inReplyTo, postedAt, fetchedAt, storedAt, scores, teamIds },
      id: String(id),
      source: { id: batch.source.id, name: batch.source.name, kind: batch.source.kind },
      author: { id: String(authorId), network, handle, name, followers, url },
      state: 'heard',
      caseId: caseId === null ? null : String(caseId),
      caseTeamId: caseId === null ? null : post.teamId,
      stored: post.matches,
      watches: Object.fromEntries(matched.matches.map(({ watch: w }) => [w.id, { name: w.name, teamId: w.teamId }])),
    },
  ];
}
