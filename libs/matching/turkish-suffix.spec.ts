import { describe, expect, it } from '@jest/globals';
import { fold } from './fold.js';
import { isTurkishSuffix, soundOf } from './turkish-suffix.js';

describe('isTurkishSuffix', () => {
  it.each([
    ['Turkcell', 'e in den de le i ler lerin lerde liler deki dekiler siz ci nin', 'nin'],
    ['Migros', 'a un tan dan ta la u lar larin taki takiler lu suz cu', ''],
    ['Alza', 'ya nin dan da yla yi lar daki', ''],
    ['Bankası', 'na nin ndan nda yla ni ndaki nca', ''],
    ['Vodafone', 'a un dan da e den in u', ''],
    ['Arçelik', 'ten te e in i le ler', ''],
  ])('after %s', (name, tails, notTails) => {
    const refused = new Set(notTails.split(' ').filter(Boolean));
    for (const tail of tails.split(' ')) {
      expect([tail, isTurkishSuffix(tail, soundOf(name), false)]).toEqual([tail, !refused.has(tail)]);
    }
  });

  it.each([
    ['Migros', 'e'],
    ['Migros', 'ten'],
    ['Turkcell', 'a'],
    ['Turkcell', 'xyz'],
    ['Migros', 'koppa'],
    ['Alza', 'im4'],
    ['Turkcell', ''],
    ['Turkcell', 'lerlerlerlerlerler'],
  ])('not after %s: %s', (name, tail) => {
    expect(isTurkishSuffix(tail, soundOf(name), false)).toBe(false);
  });

  it('forgives sounds after an apostrophe', () => {
    expect(isTurkishSuffix('ten', soundOf('Migros'), true)).toBe(true);
    expect(isTurkishSuffix('nın'.replace('ı', 'i'), soundOf('Apple'), true)).toBe(true);
    expect(isTurkishSuffix('xyz', soundOf('Migros'), true)).toBe(false);
  });

  it('works on folded letters', () => {
    expect(fold('ışığından')).toBe('isigindan');
  });
});
