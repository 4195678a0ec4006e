import { expect, it } from '@jest/globals';
import { preparedAcknowledgement } from './prepared-text.js';

it('speaks the customer’s language and uses a name only when it is one', () => {
  expect(preparedAcknowledgement('tr', 'Ece Yıldız', 0)).toBe(
    'Merhaba Ece, mesajınızı gördük, inceliyoruz. Bir arkadaşımız size yazacak.',
  );
  expect(preparedAcknowledgement('sk', 'marek_1987', 1)).toMatch(/^Dobrý deň, ďakujeme/);
  expect(preparedAcknowledgement('de', '🔥DEALS🔥', 2)).toMatch(/^Hello, we are aware/);
  expect(preparedAcknowledgement('en', null, 0)).toMatch(/^Hello,/);
});

it('varies the wording and always fits a short post', () => {
  for (const language of ['en', 'tr', 'sk']) {
    const texts = [0, 1, 2].map((turn) => preparedAcknowledgement(language, 'Bartholomew', turn));
    expect(new Set(texts).size).toBe(3);
    for (const text of texts) expect(text.length).toBeLessThan(200);
  }
});
