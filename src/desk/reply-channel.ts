/** Where an answer to a case goes: the post to answer, the account, the network's rules, or by hand and why. */
import type { ReplyChannel } from '#libs/contracts/views/case.js';
import { connectorOf } from '../connectors/all-connectors.js';
import type { SourceKind } from '#libs/contracts/words.js';
import type { Asks } from '../database/views/case-cards.js';
import { factsOfCases, permissionOf, type CaseFacts } from './case-permission.js';

export interface CaseChannel extends ReplyChannel {
  mentionId: string;
  sourceId: string;
  language: string;
  authorName: string | null;
  /** What permission to answer follows from. */
  facts: CaseFacts;
}

interface Row {
  mentionId: string;
  sourceId: string;
  kind: SourceKind;
  enabled: boolean;
  settings: Record<string, unknown>;
  secretNames: string[];
  handle: string | null;
  postUrl: string | null;
  language: string;
  authorName: string | null;
  externalId: string;
}

/** @returns the channel of the customer's latest post in the case; @param now the moment something would be sent */
export async function channelOfCase(asks: Asks, caseId: string, now: Date): Promise<CaseChannel> {
  const [row] = await asks.query<Row>(
    `select m.id as "mentionId", s.id as "sourceId", s.kind, s.enabled, s.settings, s.secret_names as "secretNames", s.account_handle as handle,
       m.url as "postUrl", m.lang as language, a.name as "authorName", m.external_id as "externalId"
     from desk_case c join mention m on m.case_id = c.id join source s on s.id = m.source_id join author a on a.id = c.author_id
     where c.id = $1 order by (m.author_id = c.author_id) desc, m.posted_at desc, m.id desc limit 1`,
    [caseId],
  );
  const facts = (await factsOfCases(asks, [caseId], now)).get(caseId);
  if (!row || !facts) throw new Error(`case ${caseId} has no mention`);
  const { unable, length } = senderOf(row, row.externalId);
  const permission = permissionOf('reply', facts);
  const reason = unable ?? (permission.via === 'own-network' ? permission.reason : null);
  return {
    delivery: reason === null ? 'network' : 'by-hand',
    as: row.handle,
    ...length,
    postUrl: row.postUrl,
    reason,
    mentionId: row.mentionId,
    sourceId: row.sourceId,
    language: row.language,
    authorName: row.authorName,
    facts,
  };
}

/** A source as far as sending needs it. */
export interface SendingSource {
  kind: SourceKind;
  enabled: boolean;
  settings: Record<string, unknown>;
  secretNames: string[];
}

/** @returns how long an answer to this post may be, and why none can be sent: a stable key, or null */
export function senderOf({ kind, enabled, settings, secretNames }: SendingSource, externalId: string) {
  const { replies } = connectorOf(kind);
  // Secrets are known by name here; whether one may send depends only on which of them are set.
  const known = { ...settings, ...Object.fromEntries(secretNames.map((name) => [name, 'set'])) };
  const unable = !replies ? 'network-takes-no-replies' : !enabled ? 'source-is-off' : replies.unavailable(known);
  const rules = replies?.rulesFor?.(known, externalId) ?? replies?.rules;
  return { unable, length: { maxLength: rules?.maxLength ?? null, lengthRule: rules?.lengthRule ?? ('characters' as const) } };
}
