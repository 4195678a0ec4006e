/** Where an answer to a case goes: the post to answer, the account, the network's rules, or by hand and why. */
import type { ReplyChannel } from '#libs/contracts/views/case.js';
import { connectorOf } from '../connectors/all-connectors.js';
import type { SourceKind, Visibility } from '#libs/contracts/words.js';
import type { AnsweredPost } from '../connectors/outgoing-reply.js';
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
  const { unable, ...sender } = senderOf({ ...row, kind: row.sourceKind }, row);
  const visibilities = permittedVisibilities(sender.visibilities, facts);
  const permission = permissionOf('reply', facts);
  const reason = unable ?? (permission.via === 'own-network' ? permission.reason : null);
  return {
    delivery: reason === null ? 'network' : 'by-hand',
    as: row.accountHandle,
    visibilities,
    maxLength: sender.maxLengths[visibilities[0] === 'private' ? 'private' : 'public'],
    maxLengthPrivately: sender.maxLengths.private,
    lengthRule: sender.lengthRule,
    images: sender.images,
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

/**
 * What the network offers and the rules permit. Where they leave nothing, what the network offers: whoever tries is told which rule forbids it.
 * @param offered by the network, the usual first
 */
export function permittedVisibilities(offered: readonly Visibility[], facts: CaseFacts): Visibility[] {
  const open = permissionOf('reply', facts);
  const closed = permissionOf('private-reply', facts);
  const may = {
    public: open.verdict !== 'never' && open.verdict !== 'private-only',
    private: open.verdict === 'private-only' || (closed.verdict !== 'never' && closed.via === 'desk'),
  };
  const left = offered.filter((visibility) => may[visibility]);
  return left.length > 0 ? left : [...offered];
}

/** @returns who can read an answer to this post and how long it may be, and why none can be sent: a stable key, or null */
export function senderOf({ kind, enabled, settings, secretNames }: SendingSource, post: AnsweredPost) {
  const { replies } = connectorOf(kind);
  // Secrets are known by name here; whether one may send depends only on which of them are set.
  const known = { ...settings, ...Object.fromEntries(secretNames.map((name) => [name, 'set'])) };
  const unable = !replies ? 'network-takes-no-replies' : !enabled ? 'source-is-off' : replies.unavailable(known);
  const lengthOf = (to: Visibility) => (replies?.rulesFor?.(known, post.externalId, to) ?? replies?.rules)?.maxLength ?? null;
  return {
    unable,
    visibilities: replies?.visibilities?.(known, post) ?? (['public'] as const),
    maxLengths: { public: lengthOf('public'), private: lengthOf('private') },
    images: replies?.rules.images ?? null,
    lengthRule: replies?.rules.lengthRule ?? ('characters' as const),
  };
}
