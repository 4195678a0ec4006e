import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fillSlots, unknownSlots, type SlotValues } from './fill-slots.js';

const now = new Date('2026-11-22T10:00:00Z');
const values: SlotValues = {
  language: 'en',
  name: 'Priya Nair',
  handle: '@priya',
  opening: { at: new Date('2026-11-22T12:30:00Z'), zone: 'Europe/Istanbul' },
  now,
  incident: 'Lines in Ankara are down.',
};

describe('slots of an acknowledgement', () => {
  it.each<[string, Partial<SlotValues>, unknown]>([
    ['{hi}, we have seen this.', {}, { text: 'Hi Priya, we have seen this.' }],
    ['{hi}, vieme o tom.', { language: 'sk', name: 'ACME s.r.o.' }, { text: 'Dobrý deň, vieme o tom.' }],
    ['{name|there}, hello', { name: '★ deniz ★' }, { text: 'there, hello' }],
    ['{name}, hello', { name: '★ deniz ★' }, { unfilled: 'name' }],
    ['{handle} we look', {}, { text: '@priya we look' }],
    ['{handle} we look', { handle: null }, { unfilled: 'handle' }],
    ['We write by {opening}.', {}, { text: 'We write by 15:30.' }],
    [
      'We open {opening}.',
      { opening: { at: new Date('2026-11-23T05:30:00Z'), zone: 'Europe/Istanbul' } },
      { text: 'We open Monday 08:30.' },
    ],
    [
      '{opening} açığız',
      { language: 'tr', opening: { at: new Date('2026-11-23T05:30:00Z'), zone: 'Europe/Istanbul' } },
      { text: 'Pazartesi 08:30 açığız' },
    ],
    ['We open {opening}.', { opening: null }, { unfilled: 'opening' }],
    ['We open {opening|soon}.', { opening: null }, { text: 'We open soon.' }],
    ['{incident}', { incident: null }, { unfilled: 'incident' }],
    ['{incident} {hi}', {}, { text: 'Lines in Ankara are down. Hi Priya' }],
    ['{surname}', {}, { unfilled: 'surname' }],
  ])('%s with %j', (wording, change, filled) => {
    expect(fillSlots(wording, { ...values, ...change })).toEqual(filled);
  });

  it('names slots that nobody knows', () => expect(unknownSlots('{hi} {surname} {name|x}')).toEqual(['surname']));

  it('never sends a brace of a slot', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), (wording, name) => {
        const filled = fillSlots(`{hi} ${wording}`, { ...values, name });
        return 'unfilled' in filled || !filled.text.includes('{hi}');
      }),
    );
  });
});
