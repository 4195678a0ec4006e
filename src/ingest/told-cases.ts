/** The cards of cases that a batch has just opened, made of what was stored: nobody in this process need read them again. */
import { toCaseCard, type CardRow } from '../database/views/case-cards.js';
import type { CaseCard } from '#libs/contracts/views/case.js';
import type { StoreBatchAnswer } from './batch-payload.js';
import type { Batch } from './batch.js';
import type { Prepared } from './prepare-post.js';

const UNTOUCHED = {
  ...{ status: 'open' as const, outcome: null, owner: null, version: 1, leaseUntil: null, firstSeenAt: null, acknowledgedAt: null, answeredAt: null },
  ...{ escalatedAt: null, breachedAt: null, pausedAt: null, excludedAt: null, resolvedAt: null },
}; // prettier-ignore

/** Every column is named here: a new one of the card does not compile without its value. */
type Unclocked = Omit<CardRow, `clock${string}`>;

/** @returns cards by case id */
export function openedCards(
  { source }: Batch,
  openedAt: Date,
  prepared: readonly Prepared[],
  answer: StoreBatchAnswer,
): Map<string, CaseCard> {
  const posts = new Map(prepared.map((p) => [p.post.externalId, p]));
  const cards = new Map<string, CaseCard>();
  for (const [id, opened] of Object.entries(answer.opened ?? {})) {
    const [externalId, mentionCount, lastAt] = opened;
    const first = posts.get(externalId);
    const author = first && authorOf(first, answer);
    const watch = first?.matched.matches.find((m) => m.watch.id === first.post.watchId)?.watch;
    if (!first || !author || !watch) continue;
    const { teamId, priority, tier, network, intent, preview, postedAt } = first.post;
    const row: Unclocked = {
      ...{ ...UNTOUCHED, id, teamId, priority, tier, network, intent, preview, mentionCount, postedAt, openedAt, author },
      ...judged(first),
      lastMentionAt: new Date(lastAt),
      source: { id: source.id, name: source.name, kind: source.kind },
      watch: { id: watch.id, name: watch.name },
    };
    cards.set(id, toCaseCard({ ...row, ...clockOf(first, opened) } as CardRow));
  }
  return cards;
}

function judged({ post }: Prepared) {
  return {
    sentiment: { score: asReal(post.sentimentScore), label: post.sentiment },
    urgency: asReal(post.urgency),
    risk: { score: asReal(post.risk), level: post.riskLevel },
  };
}

function clockOf({ post }: Prepared, [, , , clockId, kind]: NonNullable<StoreBatchAnswer['opened']>[string]) {
  const clock = post.clocks.find((c) => c.kind === kind);
  if (!clock || clockId === null) return { clockId: null };
  const { startedAt: clockStartedAt, warnAt: clockWarnAt, dueAt: clockDueAt, unacceptableAt: clockUnacceptableAt } = clock;
  const fresh = { clockWarnedAt: null, clockBreachedAt: null, clockPausedAt: null };
  return { clockId: String(clockId), clockKind: kind, clockStartedAt, clockWarnAt, clockDueAt, clockUnacceptableAt, ...fresh };
}

function authorOf({ post }: Prepared, { mentions, authors }: StoreBatchAnswer) {
  const id = mentions?.[post.externalId]?.[2];
  const author = id === undefined ? undefined : authors?.[id];
  if (!author) return undefined;
  const [handle, name, followers, url] = author;
  return { id: String(id), network: post.network, handle, name, followers, url };
}

/** @returns the number as a column of type `real` gives it back: the shortest decimal that is the same 32-bit float */
export function asReal(value: number): number {
  const real = Math.fround(value);
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(real.toPrecision(digits));
    if (Math.fround(short) === real) return short;
  }
  return Number(real.toPrecision(9));
}
