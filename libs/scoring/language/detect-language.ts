/** Names the language of a post, or says "unknown" when it is too short or too mixed to tell. */
import type { Token } from '../text/token.js';
import { detector } from './detector.js';
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

/** The first and the second of languages by their scores; of equal ones the one named first. */
class Leaders {
  code = UNKNOWN;
  first = 0;
  second = 0;
  private named = 0;

  add(code: string, score: number): void {
    this.named += 1;
    if (this.named === 1 || score > this.first) {
      this.second = this.named === 1 ? 0 : this.first;
      this.first = score;
      this.code = code;
    } else if (this.named === 2 || score > this.second) this.second = score;
  }
}

/** eld's score of each language with what our own evidence and the hint add; languages that eld does not name come last. */
function weigh(scores: Readonly<Record<string, number>>, { strengths }: Evidence, hint: string | undefined): Leaders {
  const leaders = new Leaders();
  const own = (at: number): number => (at < 0 ? 0 : Math.min(0.5, 0.08 * (strengths[at] as number)));
  for (const code in scores) {
    const score = (scores[code] as number) + own(CODES.indexOf(code));
    leaders.add(code, code === hint ? score + 0.1 : score);
  }
  CODES.forEach((code, at) => {
    if ((strengths[at] as number) > 0 && !(code in scores)) leaders.add(code, code === hint ? own(at) + 0.1 : own(at));
  });
  const named = hint === undefined || hint in scores || (strengths[CODES.indexOf(hint)] ?? 0) > 0;
  if (!named) leaders.add(hint, 0.1);
  return leaders;
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
  const found = detector().detect(text);
  const { code, first, second } = weigh(found.getScores(), evidence, claimed);
  if (code === UNKNOWN) return { code, confidence: 0 };
  const lead = first - second;
  const confidence = Math.max(0, Math.min(0.99, 0.4 + 2 * lead + Math.min(0.3, text.length / 300)));
  if (confidence < 0.5 && code !== claimed) return { code: UNKNOWN, confidence };
  return { code, confidence };
}
