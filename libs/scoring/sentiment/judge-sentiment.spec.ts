import { describe, expect, it } from '@jest/globals';
import { scorePost } from '../score-post.js';

const labelOf = (text: string): string => scorePost({ text }).sentiment.label;
const scoreOf = (text: string): number => scorePost({ text }).sentiment.score;

describe('sentiment in English', () => {
  it.each([
    ['The staff were lovely and the room was perfect', 'positive'],
    ['Worst flight of my life, never again', 'negative'],
    ['The match starts at 20:45 on Thursday', 'neutral'],
    ['I am not happy with this at all', 'negative'],
    ['my bag has been missing for three days and nobody answers', 'negative'],
  ])('%s is %s', (text, label) => expect(labelOf(text)).toBe(label));

  it('hears stretched words and capitals louder', () => {
    expect(scoreOf('This is sooooo goooood')).toBeGreaterThan(0.3);
    expect(scoreOf('this service is TERRIBLE')).toBeLessThan(scoreOf('this service is not ideal'));
  });

  it('reads emoji and emoticons without any word', () => {
    expect(scoreOf('😍😍')).toBeGreaterThan(0);
    expect(scoreOf(':(')).toBeLessThan(0);
  });

  it('takes hashtags apart', () => {
    expect(scorePost({ text: 'So this happened today #WorstServiceEver' }).sentiment.reasons.map(({ words }) => words)).toContain(
      'Worst',
    );
  });
});

describe('sentiment in Turkish', () => {
  it.each([
    ['Ürünü çok beğendim, teşekkürler', 'positive'],
    ['Ürünü hiç beğenmedim, pişman oldum', 'negative'],
    ['Kargo hızlı değildi, memnun kalmadım', 'negative'],
    ['Yarın saat ikide toplantı var', 'neutral'],
  ])('%s is %s', (text, label) => expect(labelOf(text)).toBe(label));

  it('reads posts typed without Turkish letters', () => {
    expect(labelOf('cok kotu bir hizmet, rezalet, sikayet edecegim')).toBe('negative');
  });
});

describe('sentiment in Slovak', () => {
  it.each([
    ['Personál bol veľmi milý a ochotný', 'positive'],
    ['Nie som spokojná, jedlo bolo studené', 'negative'],
    ['Obsluha neochotná, izba špinavá', 'negative'],
    ['Odporúčam všetkým, skvelý hotel', 'positive'],
  ])('%s is %s', (text, label) => expect(labelOf(text)).toBe(label));
});

describe('reasons of sentiment', () => {
  it('are words of the post, strongest first', () => {
    const { reasons } = scorePost({ text: 'The food was awful but the waiter was kind' }).sentiment;
    expect(reasons.map(({ words }) => words)).toEqual(expect.arrayContaining(['awful', 'kind']));
    const sizes = reasons.map(({ weight }) => Math.abs(weight));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });
});
