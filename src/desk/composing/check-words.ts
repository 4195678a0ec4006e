/** Reads a reply as the customer of the case would: its tone, and the promises in it. */
import { readCommitments } from '#libs/commitments/read-commitments.js';
import type { CheckedReply } from '#libs/contracts/http/composing.js';
import { LOCALES, type ReplyKind, type Visibility } from '#libs/contracts/words.js';
import { detectLanguage } from '#libs/scoring/language/detect-language.js';
import { tokenize } from '#libs/scoring/text/tokens.js';
import { checkTone } from '#libs/tone/tone.js';
import type { Asks } from '../../database/views/case-cards.js';
import { wordsSql, type WordsContext } from '../../database/views/words-context.js';
import type { Responder } from '../../platform/access/responder.js';
import { DeskError } from '../../platform/errors.js';
import { SHIPPED_RULES } from './reply-rules.js';

/** @throws DeskError not-found: another team's case does not exist for them */
export async function wordsContext(asks: Asks, caseId: string, by: Responder): Promise<WordsContext> {
  const [row] = await asks.query<WordsContext>(`${wordsSql('$1')} and c.team_id = any($2::bigint[])`, [caseId, by.teamIds]);
  if (!row) throw new DeskError('not-found');
  return row;
}

/** @returns whether a second person approves replies in this case */
export function needsApproval({ rules, riskLevel, intent, staff }: WordsContext): boolean {
  const { approve } = rules ?? SHIPPED_RULES;
  return approve.risk.includes(riskLevel) || approve.intents.includes(intent) || (approve.staff && staff);
}

/** @param zone IANA name of the zone in which times of the reply are meant */
export function checkWords(
  of: WordsContext,
  { text, kind, zone, visibility }: { text: string; kind: ReplyKind; zone: string; visibility: Visibility },
  now: Date,
): CheckedReply {
  const { blocked } = of.rules ?? SHIPPED_RULES;
  const language = languageOf(text, of.language);
  const hints = checkTone({ text, kind, language, customer: of, isPublic: visibility === 'public' });
  const locale = LOCALES.find((one) => one === language);
  return {
    language,
    hints: hints.map((hint) => ({ ...hint, blocks: blocked.includes(hint.rule) })),
    commitments: locale ? readCommitments(text, locale, now, zone).map((c) => ({ ...c, dueAt: c.dueAt.toISOString() })) : [],
    needsApproval: needsApproval(of),
  };
}

/** What is too short to tell is taken to be in the customer's language. */
function languageOf(text: string, theirs: string): string {
  const { code } = detectLanguage(tokenize(text), theirs);
  return code === 'unknown' ? theirs : code;
}
