/** Reads a reply as the customer of the case would: its tone, and the promises in it. */
import { readCommitments } from '#libs/commitments/read-commitments.js';
import type { CheckedReply } from '#libs/contracts/http/composing.js';
import { LOCALES, type ReplyKind } from '#libs/contracts/words.js';
import { detectLanguage } from '#libs/scoring/language/detect-language.js';
import { tokenize } from '#libs/scoring/text/tokens.js';
import { checkTone } from '#libs/tone/tone.js';
import type { Asks } from '../../database/views/case-cards.js';
import { needsApproval, replyRulesOf } from './reply-rules.js';

interface Customer {
  name: string | null;
  handle: string | null;
  angry: boolean;
  language: string;
}

/** @param zone IANA name of the zone in which times of the reply are meant */
export async function checkWords(
  asks: Asks,
  caseId: string,
  { text, kind, zone }: { text: string; kind: ReplyKind; zone: string },
  now: Date,
): Promise<CheckedReply> {
  const rules = await replyRulesOf(asks);
  const { language: theirs, ...customer } = await customerOf(asks, caseId);
  const language = languageOf(text, theirs);
  const hints = checkTone({ text, kind, language, customer, isPublic: true });
  const locale = LOCALES.find((one) => one === language);
  return {
    language,
    hints: hints.map((hint) => ({ ...hint, blocks: rules.blocked.includes(hint.rule) })),
    commitments: locale ? readCommitments(text, locale, now, zone).map((c) => ({ ...c, dueAt: c.dueAt.toISOString() })) : [],
    needsApproval: await needsApproval(asks, caseId, rules),
  };
}

/** What is too short to tell is taken to be in the customer's language. */
function languageOf(text: string, theirs: string): string {
  const { code } = detectLanguage(tokenize(text), theirs);
  return code === 'unknown' ? theirs : code;
}

async function customerOf(asks: Asks, caseId: string): Promise<Customer> {
  const [row] = await asks.query<Customer>(
    `select a.name, a.handle, c.sentiment = 'negative' and c.intent = 'complaint' as angry, coalesce(c.preview ->> 'lang', 'unknown') as language
     from desk_case c join author a on a.id = c.author_id where c.id = $1`,
    [caseId],
  );
  return row ?? { name: null, handle: null, angry: false, language: 'unknown' };
}
