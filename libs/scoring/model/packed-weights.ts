/**
 * Weights as text: half a byte each, in fifteen steps that are finer near zero. Twice as many features fit than with a byte each,
 * and fewer of them share a number.
 */

const STEPS = 7;
const LARGEST = 127;
/** What each half byte stands for; 8 is zero. */
const LEVELS = Int8Array.from({ length: 16 }, (_, half) => levelOf(Math.max(-STEPS, half - 8)));

function levelOf(step: number): number {
  return Math.sign(step) * Math.round((step / STEPS) ** 2 * LARGEST);
}

function stepOf(weight: number): number {
  return Math.sign(weight) * Math.round(STEPS * Math.sqrt(Math.min(LARGEST, Math.abs(weight)) / LARGEST));
}

/** Takes a weight in units of the model's scale, returns the nearest that can be packed, in [-127, 127]. */
export function nearestLevel(weight: number): number {
  return levelOf(stepOf(weight));
}

/** Takes weights that `nearestLevel` gave, an even number of them, returns base64 of half a byte each. */
export function packWeights(weights: Int8Array): string {
  let text = '';
  for (let i = 0; i < weights.length; i += 2) {
    const [low, high] = [stepOf(weights[i] as number) + 8, stepOf(weights[i + 1] as number) + 8];
    text += String.fromCharCode(low | (high << 4));
  }
  return btoa(text);
}

/** Takes what `packWeights` gave, returns the weights. */
export function unpackWeights(base64: string): Int8Array {
  const text = atob(base64);
  const weights = new Int8Array(2 * text.length);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    weights[2 * i] = LEVELS[code & 15] as number;
    weights[2 * i + 1] = LEVELS[code >> 4] as number;
  }
  return weights;
}
