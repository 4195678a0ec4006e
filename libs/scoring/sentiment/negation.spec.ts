import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { lexiconTone } from './lexicon-tone.js';

const balance = (text: string, language: string): number => {
  const { positive, negative } = lexiconTone(tokenize(text), language);
  return positive - negative;
};

describe('denial in Slovak', () => {
  it.each([
    'Ani raz ma nesklamali',
    'Nikdy nesklamal',
    'Nie som nespokojný',
    'Bez najmenších problémov',
    'Nemám dôvod sa hnevať',
    'Lepšiu polievku som nejedol',
    'Strašne dobré',
  ])('%s is good', (text) => expect(balance(text, 'sk')).toBeGreaterThan(0.4));
  it.each(['Nie je to dobré', 'Nie veľmi chutné', 'Nič moc', 'Nebola milá', 'Bez ochoty', 'Nikdy viac'])('%s is bad', (text) =>
    expect(balance(text, 'sk')).toBeLessThan(-0.4),
  );
  it('ends at a comma', () => expect(balance('Bez váhania, super', 'sk')).toBeGreaterThan(1));
});

describe('denial in Turkish', () => {
  it.each([
    'Hiç fena değil',
    'Hiçbir sorun yaşamadım',
    'Pişman olmadım',
    'Sorunsuz teslimat',
    'Bundan iyisi olamaz',
    'Basarimiz ortada',
  ])('%s is good', (text) => expect(balance(text, 'tr')).toBeGreaterThan(0.4));
  it.each(['Memnun kalmadım', 'Hiç iyi değil', 'Ne hızlı ne temiz', 'Lezzetsiz', 'Beğenemedik', 'Hiçbir şekilde beğenmedim'])(
    '%s is bad',
    (text) => expect(balance(text, 'tr')).toBeLessThan(-0.4),
  );
  it('tells admiration from neither and nor', () => expect(balance('Ne güzel', 'tr')).toBeGreaterThan(1));
});

describe('denial in English', () => {
  it.each([
    'Not only fast but friendly',
    'Could not be happier',
    'Never been happier',
    'No problems',
    "Isn't it lovely",
    'Nothing short of amazing',
  ])('%s is good', (text) => expect(balance(text, 'en')).toBeGreaterThan(0.4));
  it.each(['Not good', 'Far from clean', 'Anything but helpful', 'Used to be great', 'Never again', 'Could not be worse'])(
    '%s is bad',
    (text) => expect(balance(text, 'en')).toBeLessThan(-0.4),
  );
});
