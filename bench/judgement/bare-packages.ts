/** The packages one would take off the shelf, used as their pages say. */
import { eld } from 'eld/small';
import Sentiment from 'sentiment';

const analyzer = new Sentiment();

/** Takes a text, returns the label of the `sentiment` package by the sign of its score. */
export function bareSentiment(text: string): 'neg' | 'neu' | 'pos' {
  const { score } = analyzer.analyze(text);
  if (score > 0) return 'pos';
  return score < 0 ? 'neg' : 'neu';
}

/** Takes a text, returns the language by `eld/small`, `unknown` when it names none. */
export function bareLanguage(text: string): string {
  return eld.detect(text).language || 'unknown';
}
