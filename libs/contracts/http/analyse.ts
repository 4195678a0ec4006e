/** Scoring texts on request, and correcting what was scored. */
import { z } from 'zod';
import { Id, Reason } from '../values.js';
import { Intent, RiskLevel, Sentiment } from '../words.js';
import { ScoresView } from '../views/scores.js';

export const Analyse = z
  .object({ texts: z.array(z.string().max(100_000)).max(1000), languageHint: z.string().max(20).optional() })
  .meta({ id: 'Analyse' });
export type Analyse = z.infer<typeof Analyse>;

/** `language` is the code itself here, as other programs read it. */
export const AnalyseAnswer = z
  .object({
    results: z.array(
      ScoresView.extend({
        language: z.string(),
        languageConfidence: z.number(),
        urgency: z.number(),
        risk: z.number(),
        riskLevel: RiskLevel,
        relevance: z
          .number()
          .nullable()
          .meta({ description: 'how much it concerns us by what was learned; null: nothing was learned of that' }),
        reasons: z.record(z.string(), z.array(Reason)).meta({ description: 'by part: sentiment, intent, urgency, risk' }),
      }),
    ),
  })
  .meta({ id: 'AnalyseAnswer' });
export type AnalyseAnswer = z.infer<typeof AnalyseAnswer>;

export const Correction = z
  .object({
    mentionId: Id.optional(),
    text: z.string().min(1).max(100_000).optional(),
    sentiment: Sentiment.optional(),
    intent: Intent.optional(),
    relevance: z.union([z.boolean(), z.number().min(0).max(1)]).optional(),
    urgency: z.number().min(0).max(1).optional(),
  })
  .refine((c) => (c.mentionId === undefined) !== (c.text === undefined), { message: 'give either mentionId or text' })
  .refine((c) => c.sentiment !== undefined || c.intent !== undefined || c.relevance !== undefined || c.urgency !== undefined, {
    message: 'says nothing: give sentiment, intent, relevance or urgency',
  })
  .meta({ id: 'Correction' });
export type Correction = z.infer<typeof Correction>;

export const AddCorrections = z.object({ items: z.array(Correction).min(1).max(10_000) }).meta({ id: 'AddCorrections' });
export type AddCorrections = z.infer<typeof AddCorrections>;

export const AddCorrectionsAnswer = z.object({ stored: z.int(), version: z.string() }).meta({ id: 'AddCorrectionsAnswer' });
export type AddCorrectionsAnswer = z.infer<typeof AddCorrectionsAnswer>;
