/** How much a machine may say: to one author, in an hour, on one network, and when a storm hands over to people. */
import type { RuleLimits } from '#libs/contracts/http/acknowledgement-rules.js';

/** What went out, or is on its way, by now. */
export interface SentCounts {
  /** To this author within the rule's days. */
  author: number;
  /** By the team within the last hour. */
  hour: number;
  /** By the team on this network within the last hour. */
  networkHour: number;
  /** By the team within the last five minutes. */
  fiveMinutes: number;
  /** From this account within the last hour. */
  accountHour: number;
}

export type OverLimit = 'author-limit' | 'hour-limit' | 'network-limit' | 'account-limit' | 'storm';

/** @param accountPerHour what the account may say in an hour, whatever the rules; null: as much as they say @returns the limit that the next one would pass, or null */
export function overLimit(limits: RuleLimits, counts: SentCounts, accountPerHour: number | null): OverLimit | null {
  if (counts.author >= limits.perAuthor) return 'author-limit';
  if (counts.fiveMinutes >= limits.stormPerFiveMinutes) return 'storm';
  if (counts.hour >= limits.perHour) return 'hour-limit';
  if (counts.networkHour >= limits.perNetworkHour) return 'network-limit';
  return accountPerHour !== null && counts.accountHour >= accountPerHour ? 'account-limit' : null;
}
