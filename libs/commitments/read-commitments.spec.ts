import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Locale } from '#libs/contracts/words.js';
import { readCommitments } from './read-commitments.js';

/** A Wednesday, 10:30 in Bratislava. */
const NOW = new Date('2026-11-18T09:30:00Z');
const read = (language: Locale, text: string) =>
  readCommitments(text, language, NOW, 'Europe/Bratislava').map(
    ({ words, dueAt }) => `${words} → ${dueAt.toISOString().slice(0, 16)}`,
  );

describe('promises in replies', () => {
  it.each<[Locale, string, string[]]>([
    ['en', 'We will call you by Friday.', ['Friday → 2026-11-20T22:59']],
    ['en', 'You should have your card tomorrow by 3 pm.', ['tomorrow by 3 pm → 2026-11-19T14:00']],
    ['en', "We'll refund you within 2-3 business days.", ['within 2-3 business days → 2026-11-23T22:59']],
    [
      'en',
      'A colleague will be there on 24 November between 9:00 and 12:00.',
      ['24 November between 9:00 and 12:00 → 2026-11-24T11:00'],
    ],
    ['en', 'If you send us the form by Friday, we will refund you within 24 hours.', ['within 24 hours → 2026-11-19T09:30']],
    ['tr', "Yarın 15:00'e kadar size döneceğiz.", ["Yarın 15:00'e → 2026-11-19T14:00"]],
    ['tr', "Ekibimiz saat 17'ye kadar arayacak.", ["17'ye → 2026-11-18T16:00"]],
    ['tr', 'İadeniz 3 iş günü içinde hesabınıza yatırılacaktır.', ['3 iş günü içinde → 2026-11-23T22:59']],
    ['tr', 'On iki gün içinde teslim edeceğiz.', ['On iki gün içinde → 2026-11-30T22:59']],
    ['sk', 'Ozveme sa vám do stredy.', ['stredy → 2026-11-25T22:59']],
    ['sk', 'Technik príde 24. novembra o 10:00.', ['24. novembra o 10:00 → 2026-11-24T09:00']],
    ['sk', 'Do dvoch hodín to bude opravené.', ['Do dvoch hodín → 2026-11-18T11:30']],
    ['sk', 'Ozveme sa o 15. hodine.', ['15. hodine → 2026-11-18T14:00']],
    ['sk', 'Peniaze vrátime do 5.1.', ['5.1. → 2027-01-05T22:59']],
  ])('%s: %s', (language, text, expected) => expect(read(language, text)).toEqual(expected));

  it.each<[Locale, string]>([
    ['en', 'Please reply by Monday.'],
    ['en', 'We are open until 17:00 today.'],
    ['en', 'We wrote to you on Friday.'],
    ['en', 'Will you be at home tomorrow?'],
    ['en', 'We will refund you on 31 February.'],
    ['tr', 'Belgeleri cuma gününe kadar iletmenizi rica ederiz.'],
    ['tr', 'Mağazamız bugün 22:00’ye kadar açık.'],
    ['tr', 'Geçen cuma aradık.'],
    ['sk', 'Pošlite nám prosím doklady do piatku.'],
    ['sk', 'Pobočka je otvorená do 17:00.'],
    ['sk', 'Písali sme vám minulý piatok.'],
  ])('%s, no promise: %s', (language, text) => expect(read(language, text)).toEqual([]));

  it('counts a day to its last second in the zone of the desk, also when the clock changes', () => {
    const eve = new Date('2026-10-24T10:00:00Z');
    const [promise] = readCommitments('We will call you tomorrow.', 'en', eve, 'Europe/Bratislava');
    expect(promise?.dueAt.toISOString()).toBe('2026-10-25T22:59:59.000Z');
    const [turkish] = readCommitments('Yarın arayacağız.', 'tr', eve, 'Europe/Istanbul');
    expect(turkish?.dueAt.toISOString()).toBe('2026-10-25T20:59:59.000Z');
  });

  it('never throws, and finds only times that lie ahead and stand in the text', () => {
    const words = fc.constantFrom('we', 'will', 'by', 'within', '3', '24', 'hours', 'friday', '15:00', '24.11.', 'tomorrow', 'do', 'stredy', 'ozveme', 'yarın', 'saat', 'içinde', 'arayacağız', '.', ',', '?'); // prettier-ignore
    const texts = fc.oneof(
      fc.array(words, { maxLength: 12 }).map((list) => list.join(' ')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.constantFrom<Locale>('en', 'tr', 'sk'), texts, (language, text) => {
        for (const { start, end, words: found, dueAt } of readCommitments(text, language, NOW, 'Europe/Bratislava')) {
          expect(text.slice(start, end)).toBe(found);
          expect(dueAt.getTime()).toBeGreaterThan(NOW.getTime());
        }
      }),
    );
  });
});
