/** The filters of Mentions as they stand in the address, so that a filtered list can be shared and linked to. */
import type { Intent, MentionState, Sentiment } from '#libs/contracts/words.js';

export interface MentionSearch {
  q?: string;
  watchId?: string;
  sentiment?: Sentiment;
  intent?: Intent;
  language?: string;
  state?: MentionState;
  /** How many days back. */
  days?: number;
  /** One day of the reader's calendar, such as 2026-11-22. */
  day?: string;
}

const SENTIMENTS: readonly Sentiment[] = ['negative', 'neutral', 'positive'];
const INTENTS: readonly Intent[] = ['complaint', 'question', 'request', 'praise', 'news', 'spam', 'other'];
const STATES: readonly MentionState[] = ['heard', 'not-ours', 'spam', 'deleted'];
const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined => list.find((item) => item === value);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const text = (value: unknown): string | undefined =>
  value === undefined || value === null || value === '' ? undefined : String(value);

/** Keeps what fits and leaves out the rest. */
export function toMentionSearch(search: Record<string, unknown>): MentionSearch {
  const days = Number(search['days']);
  return {
    q: text(search['q']),
    watchId: text(search['watchId']),
    sentiment: oneOf(SENTIMENTS, search['sentiment']),
    intent: oneOf(INTENTS, search['intent']),
    language: text(search['language']),
    state: oneOf(STATES, search['state']),
    days: Number.isInteger(days) && days > 0 && days < 4000 ? days : undefined,
    day: DAY.test(String(search['day'])) ? String(search['day']) : undefined,
  };
}

export const MENTION_CHOICES = { sentiment: SENTIMENTS, intent: INTENTS, state: STATES } as const;
