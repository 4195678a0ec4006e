/** Names the language of a post, or says "unknown" when it is too short or too mixed to tell. */
import { eld } from 'eld/small';
import type { Token } from '../text/tokens.js';
import { CODES, countEvidence, type Evidence } from './evidence.js';

export interface Language {
  /** Two letters (ISO 639-1) or `unknown`. */
  readonly code: string;
  /** In [0, 1]. */
  readonly confidence: number;
}

const UNKNOWN = 'unknown';
/** eld's answer does not change after this much text, its cost does. */
const DETECT_CHARS = 160;
const MIN_LETTERS = 4;
/** Own stop words and letters decide alone from this strength on, and when no other language comes near. */
const CLEAR = 2.5;

function plainWords(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    text += ` ${token.raw}`;
    if (text.length > DETECT_CHARS) break;
  }
  return text.slice(0, DETECT_CHARS);
}

function fromEvidence(evidence: Evidence): Language | null {
  const { best, second, code } = evidence;
  if (best < CLEAR || best < 2 * second + 1) return null;
  return { code, confidence: Math.min(0.99, 0.8 + 0.02 * (best - second)) };
}

/** eld's score of a language with what our own evidence adds. */
function weigh(scores: Readonly<Record<string, number>>, evidence: Evidence, hint: string | undefined): [string, number][] {
  const weighed = new Map(Object.entries(scores));
  CODES.forEach((code, at) => {
    const strength = evidence.strengths[at] as number;
    if (strength > 0) weighed.set(code, (weighed.get(code) ?? 0) + Math.min(0.5, 0.08 * strength));
  });
  if (hint) weighed.set(hint, (weighed.get(hint) ?? 0) + 0.1);
  return [...weighed].sort((a, b) => b[1] - a[1]);
}

/** `en-GB` and `EN` are `en`; what is no language code counts as no hint. */
function claimedCode(hint: string | undefined): string | undefined {
  const code = /^([a-z]{2})(?:[-_]|$)/i.exec(hint ?? '')?.[1];
  return code?.toLowerCase();
}

/**
 * Takes the tokens of a post and the language claimed for it, returns the language with its confidence.
 * A hint decides between near equals and for texts without words; it never overrules clear evidence.
 */
export function detectLanguage(tokens: readonly Token[], hint?: string): Language {
  const claimed = claimedCode(hint);
  const text = plainWords(tokens);
  if (text.trim().length < MIN_LETTERS) return claimed ? { code: claimed, confidence: 0.3 } : { code: UNKNOWN, confidence: 0 };
  const evidence = countEvidence(tokens);
  const clear = fromEvidence(evidence);
  if (clear) return clear;
  const found = eld.detect(text);
  const [first, second] = weigh(found.getScores(), evidence, claimed);
  if (!first) return { code: UNKNOWN, confidence: 0 };
  const lead = first[1] - (second?.[1] ?? 0);
  const confidence = Math.max(0, Math.min(0.99, 0.4 + 2 * lead + Math.min(0.3, text.length / 300)));
  if (confidence < 0.5 && first[0] !== claimed) return { code: UNKNOWN, confidence };
  return { code: first[0], confidence };
}
