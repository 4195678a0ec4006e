import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint } from './fingerprint.js';
import { trainLayer } from './learn.js';
import { scorePost } from './score-post.js';
import { INTENTS, SENTIMENT_LABELS, SIGNALS, type Scores } from './scores.js';

const within = (value: number, least: number, most: number): boolean => value >= least && value <= most;

/** What is wrong with scores. One expectation a text, not one a figure: thousands of texts are scored here. */
function faults({ sentiment, language, intent, urgency, risk, signals }: Scores): string[] {
  const shares = { urgency: urgency.score, risk: risk.score, intent: intent.confidence, language: language.confidence };
  const reasons = [...sentiment.reasons, ...intent.reasons, ...urgency.reasons, ...risk.reasons];
  return [
    ...(within(sentiment.score, -1, 1) ? [] : [`sentiment ${sentiment.score}`]),
    ...Object.entries(shares).flatMap(([name, share]) => (within(share, 0, 1) ? [] : [`${name} ${share}`])),
    ...(SENTIMENT_LABELS.includes(sentiment.label) ? [] : [`label ${sentiment.label}`]),
    ...(INTENTS.includes(intent.label) ? [] : [`intent ${intent.label}`]),
    ...signals.filter((signal) => !SIGNALS.includes(signal)),
    ...reasons.filter(({ weight }) => !Number.isFinite(weight)).map(({ code }) => code),
  ];
}

function expectSound(scores: Scores): void {
  expect(faults(scores)).toEqual([]);
}

const HOSTILE: Readonly<Record<string, string>> = {
  'half a pair': '\ud83d broken \udc4d',
  'only halves': '\ud800'.repeat(5_000),
  'marks without letters': '\u0301'.repeat(10_000),
  zalgo: `A${'\u0337\u0322\u031b'.repeat(3_000)}cme sucks`,
  'right to left': '\u202eteg ot yrt \u202d normal \u2066 inner \u2069',
  'zero width': 'te\u200brr\u200bib\u200ble\u200d serv\u2060ice',
  'one long word': 'a'.repeat(100_000),
  'stretched word': `so${'o'.repeat(50_000)} bad`,
  'many marks': '!?'.repeat(50_000),
  'many handles': '@a '.repeat(30_000),
  'many tags': '#AbCdEf'.repeat(20_000),
  'nested brackets': '(['.repeat(50_000),
  'many emoji': '👩‍👩‍👧‍👦'.repeat(20_000),
  'many links': 'http://'.repeat(30_000),
  'many apostrophes': "a'".repeat(50_000),
  'one ligature': '\ufdfa'.repeat(20_000),
  'prototype names': '__proto__ constructor hasOwnProperty toString valueOf',
  'null bytes': 'good\u0000bad\u0000',
  entities: '&amp;'.repeat(50_000),
  denials: 'nie nikdy dobre ani zle '.repeat(10_000),
  'neither nor': 'ne iyi ne kötü değil '.repeat(10_000),
  idioms: "can't recommend it enough not bad ".repeat(10_000),
};

describe('hostile texts', () => {
  it.each(Object.entries(HOSTILE))('%s', (_, text) => expectSound(scorePost({ text })));

  it('any text at all, with any hint', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 5 }), (text, langHint) =>
        expectSound(scorePost({ text, langHint })),
      ),
      { numRuns: 300 },
    );
  });

  it('the same answer for the same text, whatever was scored in between', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (text, other) => {
        const before = scorePost({ text });
        scorePost({ text: other });
        expect(scorePost({ text })).toEqual(before);
      }),
    );
  });

  it('a megabyte in hardly more time than a page', () => {
    for (const unit of ['bad service ', 'ah', '😡 ', 'a.b,c!d? ', '((((', 'éèêë ']) {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      const started = performance.now();
      expectSound(scorePost({ text }));
      fingerprint(text);
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });

  it('learns from hostile texts without harm', () => {
    const corrections = Object.values(HOSTILE).map((text) => ({
      text: text.slice(0, 500),
      sentiment: 'negative' as const,
      urgency: Number.NaN,
      relevance: Infinity,
    }));
    expectSound(scorePost({ text: 'hello' }, trainLayer(corrections)));
  });

  it('every text of the handed bad input, when it is there', () => {
    const folder = '../shared/data/bad-input';
    const files = existsSync(folder) ? readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))) : [];
    for (const file of files.filter((path) => statSync(path).isFile())) {
      const text = readFileSync(file, 'utf8');
      expectSound(scorePost({ text }));
      for (const line of text.split('\n').slice(0, 600)) expectSound(scorePost({ text: line }));
    }
  });
});
