/** Cases as acknowledging by machine needs them: what rules ask, what permission follows from, what a person did, and how one sends there. */
import type { CaseForRules } from '#libs/acknowledgement/rule-matches.js';
import { factsOfCases, type CaseFacts } from '../desk/case-permission.js';
import { permittedVisibilities, senderOf, type SendingSource } from '../desk/reply-channel.js';
import type { Tx } from '../database/database.js';

export interface CaseContext extends Omit<CaseForRules, 'open' | 'mentionsUs'> {
  caseId: string;
  teamId: string;
  authorId: string;
  mentionId: string;
  externalId: string;
  extra: Record<string, unknown> | null;
  handle: string | null;
  name: string | null;
  resolved: boolean;
  acknowledged: boolean;
  /** Claimed it, answered it, or has words on their way. */
  personActed: boolean;
  deleted: boolean;
  source: SendingSource;
  facts: CaseFacts;
}

type Row = Omit<CaseContext, 'facts'>;

const CONTEXTS = `
  select c.id as "caseId", c.team_id as "teamId", c.watch_id as "watchId", c.author_id as "authorId", c.priority, c.intent, c.risk_level as "riskLevel",
    c.sentiment, c.urgency, m.id as "mentionId", m.external_id as "externalId", m.extra, m.source_id as "sourceId", m.network, m.lang as language, m.text, m.state = 'deleted' as deleted,
    a.handle, a.name, a.followers, c.status = 'resolved' as resolved, c.acknowledged_at is not null as acknowledged,
    (c.status = 'claimed' or c.claimed_at is not null or c.answered_at is not null
      or exists (select from reply where case_id = c.id and not automatic and state not in ('refused', 'cancelled'))) as "personActed",
    exists (select from desk_case o where o.author_id = c.author_id and o.id < c.id) as "knownAuthor",
    jsonb_build_object('kind', s.kind, 'enabled', s.enabled, 'settings', s.settings, 'secretNames', s.secret_names) as source
  from desk_case c
  cross join lateral (select * from mention where case_id = c.id order by (author_id = c.author_id) desc, posted_at desc, id desc limit 1) m
  join author a on a.id = c.author_id
  join source s on s.id = m.source_id
  where c.id = any($1::bigint[])`;

/** @returns contexts by case id; @param now the moment something would be said */
export async function caseContexts(
  tx: Pick<Tx, 'query'>,
  caseIds: readonly string[],
  now: Date,
): Promise<Map<string, CaseContext>> {
  if (caseIds.length === 0) return new Map();
  const rows = await tx.query<Row>(CONTEXTS, [caseIds]);
  const facts = await factsOfCases(tx, caseIds, now);
  return new Map(
    rows.flatMap((row) => {
      const of = facts.get(row.caseId);
      return of ? [[row.caseId, { ...row, facts: of }] as const] : [];
    }),
  );
}

/** @param open by the rule's calendar @returns the case as rules see it */
export function forRules(of: CaseContext, open: boolean | null): CaseForRules {
  return { ...of, mentionsUs: of.facts.facts.has('mentions-us'), open };
}

/** @returns how its source sends, and why it cannot */
export const sending = (of: CaseContext) => senderOf(of.source, of);

/** @returns who can read an acknowledgement of its: as is usual there and permitted */
export const readersOf = (of: CaseContext) => permittedVisibilities(sending(of).visibilities, of.facts)[0] ?? 'public';
