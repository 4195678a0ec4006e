import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkTone, type Draft } from './tone.js';

const marek = { name: 'Marek Novák', handle: 'marek_n', angry: true };
const draft = (language: string, text: string, more: Partial<Draft> = {}): Draft => ({ text, language, kind: 'reply', customer: marek, isPublic: true, ...more }); // prettier-ignore
const rules = (language: string, text: string, more: Partial<Draft> = {}) =>
  checkTone(draft(language, text, more)).map(({ rule }) => rule);

describe('the tone check', () => {
  it.each([
    ['en', 'Hi Marek, we are sorry about the delay. We will call you by 15:00.'],
    ['tr', 'Merhaba Marek Bey, yaşadığınız gecikme için özür dileriz. Yarın saat 15’e kadar sizi arayacağız.'],
    ['sk', 'Dobrý deň, Marek, mrzí nás to. Zavoláme vám do stredy.'],
    ['sk', 'Dobrý deň, pán Novák, ospravedlňujeme sa za meškanie. Kuriér príde zajtra do 12:00, SMS s IČO a IBAN netreba.'],
  ])('lets a good reply be: %s %s', (language, text) => expect(rules(language, text)).toEqual([]));

  it.each([
    ['en', 'Sorry, but you should have read the label.', 'blame'],
    ['tr', 'Özür dileriz, şartları okumamışsınız.', 'blame'],
    ['sk', 'Mrzí nás to, zadali ste nesprávny PIN.', 'blame'],
    ['en', 'Sorry, there is nothing we can do.', 'defensive'],
    ['tr', 'Üzgünüz, bu bizden kaynaklanmıyor.', 'defensive'],
    ['sk', 'Mrzí nás to, nie je to naša chyba.', 'defensive'],
    ['en', 'Sorry, it is company policy.', 'policy'],
    ['tr', 'Üzgünüz, şirket politikamız gereği böyle.', 'policy'],
    ['sk', 'Mrzí nás to, podľa našich pravidiel to nejde.', 'policy'],
    ['en', 'Wow, thanks. Sorry 🙄', 'sarcasm'],
    ['tr', 'Özür dileriz, dünyanın sonu değil.', 'sarcasm'],
    ['sk', 'Mrzí nás to, ale svet sa nezrúti.', 'sarcasm'],
    ['en', 'WE ARE SORRY about this.', 'shouting'],
    ['tr', 'ÖZÜR DİLERİZ!!!', 'shouting'],
    ['sk', 'Mrzí nás to!!', 'shouting'],
    ['en', 'We are sorry if you were offended.', 'empty-apology'],
    ['tr', 'Böyle hissettiğiniz için üzgünüz.', 'empty-apology'],
    ['sk', 'Mrzí nás, že to tak vnímate.', 'empty-apology'],
    ['en', 'Your parcel is on its way.', 'missing-apology'],
    ['tr', 'Kargonuz yolda.', 'missing-apology'],
    ['sk', 'Nie je to naša chyba. Zásielka je na ceste.', 'missing-apology'],
    ['en', 'Sorry, {name}, our fault.', 'unfilled-slot'],
    ['tr', 'Sayın [MÜŞTERİ ADI], özür dileriz.', 'unfilled-slot'],
    ['sk', 'Mrzí nás to, %meno%.', 'unfilled-slot'],
    ['en', 'Hi Priya, sorry about this.', 'wrong-name'],
    ['tr', 'Ece Hanım, çok üzgünüz.', 'wrong-name'],
    ['sk', 'Dobrý deň, pani Kováčová, mrzí nás to.', 'wrong-name'],
    ['en', 'Sorry about this. We will get back to you soon.', 'promise-without-date'],
    ['tr', 'Özür dileriz, en kısa sürede size döneceğiz.', 'promise-without-date'],
    ['sk', 'Mrzí nás to, ozveme sa čo najskôr.', 'promise-without-date'],
    ['en', 'Sorry, is marek@post.sk still right?', 'personal-data'],
    ['tr', 'Üzgünüz, 0532 123 45 67 numaranız mı?', 'personal-data'],
    ['sk', 'Mrzí nás to, peniaze posielame na SK31 1200 0000 1987 4263 7541.', 'personal-data'],
    ['en', 'Sorry, we refund to card 4111 1111 1111 1111.', 'personal-data'],
  ])('%s: %s → %s', (language, text, rule) => expect(rules(language, text)).toContain(rule));

  it('says where', () => {
    const text = 'Hi Marek, sorry. It is company policy.';
    const [hint] = checkTone(draft('en', text));
    expect(hint).toEqual({ rule: 'policy', start: 23, end: 37, words: 'company policy' });
    expect(text.slice(23, 37)).toBe('company policy');
  });

  it('asks for an apology only where one is owed, and looks for personal data only in public', () => {
    expect(rules('en', 'Your parcel is on its way.', { kind: 'acknowledgement' })).toEqual([]);
    expect(rules('en', 'Your parcel is on its way.', { customer: { ...marek, angry: false } })).toEqual([]);
    expect(rules('en', 'Sorry, is marek@post.sk still right?', { isPublic: false })).toEqual([]);
  });

  it('takes order numbers, dates, sums and links for what they are', () => {
    expect(rules('en', 'Sorry. Order 4071 2298 3310, 24.11.2026 15:00, 1 249,90 €, https://example.org/a/1234567890')).toEqual(
      [],
    );
  });

  it('never throws, never points outside the text, and is the same twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('en', 'tr', 'sk', 'cs', 'de', 'unknown'),
        fc.string({ unit: 'binary', maxLength: 300 }),
        (language, text) => {
          const hints = checkTone(draft(language, text));
          for (const { start, end, words } of hints) expect(text.slice(start, end)).toBe(words);
          expect(checkTone(draft(language, text))).toEqual(hints);
        },
      ),
    );
  });
});
