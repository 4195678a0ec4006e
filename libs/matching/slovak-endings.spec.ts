import { describe, expect, it } from '@jest/globals';
import { fold } from './fold.js';
import { slovakStems } from './slovak-endings.js';

function declines(name: string, form: string): boolean {
  const folded = fold(form);
  return slovakStems(fold(name), name).some(
    ({ stem, pattern }) => folded.startsWith(stem) && pattern.endings.has(folded.slice(stem.length)),
  );
}

describe('slovakStems', () => {
  it.each([
    ['Alza', 'Alzy Alze Alzu Alzou'],
    ['Sporiteľňa', 'Sporiteľne Sporiteľni Sporiteľňu Sporiteľňou'],
    ['Slovenská', 'Slovenskej Slovenskú Slovenskou'],
    ['Nováková', 'Novákovej Novákovú Novákovou'],
    ['Zlatý', 'Zlatého Zlatému Zlatom Zlatým'],
    ['Bažant', 'Bažanta Bažantovi Bažantom Bažanty'],
    ['Peter', 'Petra Petrovi Petrom'],
    ['Marek', 'Marka Marekom'],
    ['Lidl', 'Lidla Lidlu Lidli Lidlom'],
    ['Kaufland', 'Kauflandu Kauflande Kauflandom'],
    ['Tesco', 'Tesca Tescu Tescom'],
    ['Orange', 'Orangeu Orangeom Orangu'],
    ['Markíza', 'Markízy Markíze Markízu Markízou'],
    ['4ka', '4ky 4ke 4ku 4kou'],
  ])('declines %s', (name, forms) => {
    for (const form of forms.split(' ')) expect([form, declines(name, form)]).toEqual([form, true]);
  });

  it.each([
    ['Alza', 'Alzheimera'],
    ['Nováková', 'Novotnej'],
    ['Lidl', 'Lidlovka'],
    ['Peter', 'Petržalka'],
    ['Union', 'únik'],
  ])('%s does not become %s', (name, form) => {
    expect(declines(name, form)).toBe(false);
  });
});
