/** Where an answer to a case goes: the post to answer, the account, the network's rules, or by hand and why. */
import type { ReplyChannel } from '#libs/contracts/views/case.js';
import { connectorOf } from '../connectors/all-connectors.js';
import type { SourceKind } from '#libs/contracts/words.js';
import type { Asks } from '../database/views/case-cards.js';
import { standingOfCases, type StandingRow } from '../database/views/case-standing.js';
import { permissionOf, toFacts, type CaseFacts } from './case-permission.js';

export interface CaseChannel extends ReplyChannel {
  mentionId: string;
  sourceId: string;
  language: string;
  authorName: string | null;
  /** What permission to answer follows from. */
  facts: CaseFacts;
}

/** @returns the channel of the customer's latest post in the case; @param now the moment something would be sent */
export async function channelOfCase(asks: Asks, caseId: string, now: Date): Promise<CaseChannel> {
  const [row] = await standingOfCases(asks, [caseId]);
  if (!row) throw new Error(`case ${caseId} has no mention`);
  return channelOf(row, now);
}

/** @param now the moment something would be sent */
export function channelOf(row: StandingRow, now: Date): CaseChannel {
  const facts = toFacts(row, now);
  const { unable, length } = senderOf({ ...row, kind: row.sourceKind }, row.externalId);
  const permission = permissionOf('reply', facts);
  const reason = unable ?? (permission.via === 'own-network' ? permission.reason : null);
  return {
    delivery: reason === null ? 'network' : 'by-hand',
    as: row.accountHandle,
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
