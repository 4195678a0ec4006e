/** Scores texts on request, as posts are scored. */
import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import type { Analyse, AnalyseAnswer } from '#libs/contracts/http/analyse.js';
import type { Scores } from '#libs/scoring/score-post.js';
import { elapsedMs } from '../platform/clock.js';
import { Scorer } from './scorer.js';

/** After so long others get their turn. */
const TURN_MS = 20;

@Injectable()
export class AnalyseTexts {
  constructor(private readonly scorer: Scorer) {}

  /** @returns one result for each text, in their order */
  async run({ texts, languageHint }: Analyse): Promise<AnalyseAnswer> {
    const results: AnalyseAnswer['results'] = [];
    let turn = elapsedMs();
    for (const text of texts) {
      const relevance = this.scorer.concern(text, languageHint) ?? null;
      results.push({ ...toResult(this.scorer.score({ text, langHint: languageHint })), relevance });
      if (elapsedMs() - turn < TURN_MS) continue;
      await setImmediate();
      turn = elapsedMs();
    }
    return { results };
  }
}

function toResult(scores: Scores): Omit<AnalyseAnswer['results'][number], 'relevance'> {
  const { version, language, sentiment, intent, urgency, risk, signals } = scores;
  return {
    version,
    language: language.code,
    languageConfidence: language.confidence,
    sentiment,
    intent,
    urgency: urgency.score,
    risk: risk.score,
    riskLevel: risk.level,
    signals,
    reasons: { sentiment: sentiment.reasons, intent: intent.reasons, urgency: urgency.reasons, risk: risk.reasons },
  };
}
