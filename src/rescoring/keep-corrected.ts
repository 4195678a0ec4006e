/** What a person put right stays when a mention is scored anew. */
import type { Reason, Scores } from '#libs/scoring/score-post.js';

/** @param before as stored @param fresh the same post's scores by today's scorer @returns the fresh ones, with the parts that somebody set by hand */
export function keepCorrected(before: Partial<Scores>, fresh: Scores): Scores {
  return {
    ...fresh,
    ...(isByHand(before.sentiment) && { sentiment: before.sentiment }),
    ...(isByHand(before.intent) && { intent: before.intent }),
    ...(isByHand(before.urgency) && { urgency: before.urgency }),
  };
}

function isByHand<T extends { readonly reasons: readonly Reason[] }>(part: T | undefined): part is T {
  return part?.reasons.some((reason) => reason.code === 'corrected') ?? false;
}
