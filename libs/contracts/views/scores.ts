/** A mention's scores with their reasons, as the API shows them. */
import { z } from 'zod';
import { Reason } from '../values.js';
import { Intent, RiskLevel, Sentiment } from '../words.js';

export const ScoresView = z
  .object({
    version: z.string(),
    language: z.object({ code: z.string(), confidence: z.number() }),
    sentiment: z.object({ score: z.number().min(-1).max(1), label: Sentiment, reasons: z.array(Reason) }),
    intent: z.object({ label: Intent, confidence: z.number(), reasons: z.array(Reason) }),
    urgency: z.object({ score: z.number().min(0).max(1), reasons: z.array(Reason) }),
    risk: z.object({ score: z.number().min(0).max(1), level: RiskLevel, reasons: z.array(Reason) }),
    signals: z.array(z.string()),
  })
  .meta({ id: 'ScoresView' });
export type ScoresView = z.infer<typeof ScoresView>;
