/** What a reply is read against before it goes out: the customer, the case, and what managers ask of replies. */
import type { ReplyRules } from '#libs/contracts/http/composing.js';
import type { Intent, RiskLevel } from '#libs/contracts/words.js';

/** Under which the rules of replies are kept. */
export const REPLY_RULES_KEY = 'reply-rules';

/** What of a case decides how a reply to it reads, and what managers ask of it. */
export interface WordsContext {
  name: string | null;
  handle: string | null;
  angry: boolean;
  language: string;
  riskLevel: RiskLevel;
  intent: Intent;
  /** It names a member of staff. */
  staff: boolean;
  /** null: as they come. */
  rules: ReplyRules | null;
}

/** What managers ask of replies, as SQL. */
export const RULES_OF_REPLIES = `(select value from setting where key = '${REPLY_RULES_KEY}')`;

export const wordsSql = (which: string) => `
  select a.name, a.handle, c.sentiment = 'negative' and c.intent = 'complaint' as angry, coalesce(c.preview ->> 'lang', 'unknown') as language,
    c.risk_level as "riskLevel", c.intent, w.kind = 'person' as staff, ${RULES_OF_REPLIES} as rules
  from desk_case c join author a on a.id = c.author_id join watch w on w.id = c.watch_id where c.id = ${which}`;
