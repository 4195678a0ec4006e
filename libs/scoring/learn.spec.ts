import { describe, expect, it } from '@jest/globals';
import { learnedRelevance, trainLayer, type Correction } from './learn.js';
import { scorePost, SCORER_VERSION } from './score-post.js';

const PLACES = ['Nitra', 'Bursa', 'Leeds', 'Trnava', 'Izmir', 'York', 'Žilina', 'Konya', 'Bath', 'Martin'];
const DAYS = ['today', 'on Monday', 'this morning', 'last night'];
/** A trade with words of its own: "dry" wine is good, "corked" is not. */
const WINE: Correction[] = PLACES.flatMap((place) =>
  DAYS.flatMap((day): Correction[] => [
    {
      text: `the bottle from ${place} we opened ${day} was corked`,
      sentiment: 'negative',
      intent: 'complaint',
      urgency: 0.9,
      relevance: 1,
    },
    {
      text: `bone dry and flinty, the ${place} riesling ${day}`,
      sentiment: 'positive',
      intent: 'praise',
      urgency: 0.1,
      relevance: 1,
    },
    { text: `the cork museum in ${place} opens ${day}`, sentiment: 'neutral', intent: 'news', urgency: 0.1, relevance: 0 },
  ]),
);

describe('trainLayer', () => {
  const layer = trainLayer(WINE);

  it('learns the words of a trade', () => {
    const post = { text: 'we bought two bottles in Poprad and both were corked' };
    expect(scorePost(post, layer).sentiment.label).toBe('negative');
    expect(scorePost({ text: 'flinty and bone dry, the Modra riesling' }, layer).sentiment.label).toBe('positive');
    expect(scorePost(post, layer).urgency.score).toBeGreaterThan(scorePost(post).urgency.score);
  });

  it.each([
    'Ďakujem pani pri okienku, milá a rýchla',
    'Kargo çok hızlı geldi, teşekkürler',
    'My train is late again, nobody tells us why',
  ])('leaves alone what is unlike the corrections: %s', (text) => {
    const [before, after] = [scorePost({ text }), scorePost({ text }, layer)];
    expect(after.sentiment.label).toBe(before.sentiment.label);
    expect(after.intent.label).toBe(before.intent.label);
    expect(Math.abs(after.sentiment.score - before.sentiment.score)).toBeLessThan(0.15);
  });

  it('shows what it did on corrections kept aside', () => {
    const check = layer.checks.find(({ field }) => field === 'sentiment');
    expect(check).toMatchObject({ taken: true });
    expect(check?.layered).toBeGreaterThan(check?.shipped ?? 1);
    expect(check?.examples).toBeGreaterThan(0);
  });

  it('names the words it learned', () => {
    const codes = scorePost({ text: 'both bottles were corked' }, layer).sentiment.reasons.map(({ code }) => code);
    expect(codes).toContain('tone.corrected');
  });

  it('is plain JSON, the same for the same corrections, and part of the version of scores', () => {
    const stored = JSON.parse(JSON.stringify(layer)) as typeof layer;
    const post = { text: 'corked again, what a pity' };
    expect(scorePost(post, stored)).toEqual(scorePost(post, layer));
    expect(trainLayer(WINE)).toEqual(layer);
    expect(scorePost(post, layer).version).toBe(`${SCORER_VERSION}+${layer.version}`);
  });

  it('takes no part with another version of the scorer', () => {
    const other = trainLayer(WINE, 'another');
    const post = { text: 'both bottles were corked' };
    expect(scorePost(post, other)).toEqual(scorePost(post));
  });

  it('stays out when corrections contradict each other', () => {
    const noise = WINE.map(({ text }, at): Correction => ({ text, sentiment: at % 2 === 0 ? 'negative' : 'positive' }));
    const [check] = trainLayer(noise.slice(0, 40)).checks;
    expect(check?.layered).toBeGreaterThanOrEqual(check?.shipped ?? 0);
  });

  it('does nothing with a single correction, and nothing with none', () => {
    expect(trainLayer([{ text: 'corked', sentiment: 'negative' }]).heads).toEqual({});
    expect(trainLayer([])).toMatchObject({ corrections: 0, checks: [], heads: {} });
  });

  it('lets the last correction of a text count', () => {
    const twice: Correction[] = [...WINE, ...WINE.map((item) => ({ ...item, sentiment: 'neutral' as const }))];
    expect(trainLayer(twice).corrections).toBe(WINE.length);
  });

  it('learns what concerns the workspace', () => {
    const ours = learnedRelevance(layer, 'the bottle was corked') ?? 0;
    const notOurs = learnedRelevance(layer, 'the cork museum opens on Sunday') ?? 1;
    expect(ours).toBeGreaterThan(notOurs);
    expect(learnedRelevance(undefined, 'the bottle was corked')).toBeUndefined();
  });
});
