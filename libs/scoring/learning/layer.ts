/** What a learned layer is made of: plain JSON that can be stored, exported, compared and taken back. */
import type { Intent, SentimentLabel } from '../scores.js';
import type { Familiar } from './familiarity.js';

/** One thing a person put right; fields that are absent say nothing. */
export interface Correction {
  readonly text: string;
  readonly langHint?: string;
  readonly sentiment?: SentimentLabel;
  readonly intent?: Intent;
  /** In [0, 1]. */
  readonly urgency?: number;
  /** In [0, 1]: how much the post concerns us. */
  readonly relevance?: number;
}

export const FIELDS = ['sentiment', 'intent', 'urgency', 'relevance'] as const;
export type LearnedField = (typeof FIELDS)[number];

/** How the shipped scorer and the layer do on corrections that the layer has not seen. */
export interface HeldOutCheck {
  readonly field: LearnedField;
  /** Corrections that were kept aside and tested. */
  readonly examples: number;
  /** Share that the shipped scorer alone gets right, 0..1 (urgency and relevance: right side of one half). */
  readonly shipped: number;
  /** Share right with the layer. */
  readonly layered: number;
  /** Wrong before and right with the layer; right before and wrong with it. */
  readonly improved: number;
  readonly worsened: number;
  /** How much the layer counts beside the shipped scorer, 0..1. */
  readonly strength: number;
  /** The layer takes part for this field. */
  readonly taken: boolean;
}

/** What was learned of one field. */
export interface HeadRecord {
  readonly classes: number;
  readonly bits: number;
  readonly scale: number;
  readonly dense: readonly number[];
  readonly bias: readonly number[];
  /** Base64 of half a byte a weight, of the known features only. */
  readonly weights: string;
  /** Base64 of a bit for each feature: whether corrections have shown it. */
  readonly known: string;
  /** Part of the shipped logits that stays, 0..1. */
  readonly kept: number;
  /** Of which texts it speaks. */
  readonly familiar: Familiar;
  /** How much it counts for a text that is wholly familiar, 0..1. */
  readonly strength: number;
}

export interface LearnedLayer {
  readonly format: 2;
  /** Fingerprint of the corrections it was made from. */
  readonly version: string;
  /** Version of the shipped scorer it was weighed against; with another the layer stays out until trained again. */
  readonly base: string;
  readonly corrections: number;
  readonly checks: readonly HeldOutCheck[];
  readonly heads: Readonly<Partial<Record<LearnedField, HeadRecord>>>;
}
