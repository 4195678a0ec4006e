import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { detectLanguage } from './detect-language.js';

const codeOf = (text: string, hint?: string): string => detectLanguage(tokenize(text), hint).code;

describe('detectLanguage', () => {
  it.each([
    ['where is my order, it should have been here on Monday', 'en'],
    ['siparişim nerede, pazartesi gelmesi gerekiyordu', 'tr'],
    ['kde je moja objednávka, mala prísť v pondelok', 'sk'],
    ['wo ist meine Bestellung, sie sollte am Montag kommen', 'de'],
    ['où est ma commande, elle devait arriver lundi', 'fr'],
    ['dónde está mi pedido, tenía que llegar el lunes', 'es'],
  ])('%s is %s', (text, code) => expect(codeOf(text)).toBe(code));

  it('keeps Slovak and Czech apart by their own letters and words', () => {
    expect(codeOf('Ďakujem veľmi pekne, bol som spokojný')).toBe('sk');
    expect(codeOf('Děkuji moc, byl jsem spokojený, ale příště už ne')).toBe('cs');
  });

  it.each(['', '   ', '!!!', '123 456', '@anna @peter', 'https://example.org', '👍👍'])('%j is unknown', (text) => {
    expect(detectLanguage(tokenize(text))).toEqual({ code: 'unknown', confidence: 0 });
  });

  it('is never sure of one short word', () => {
    expect(detectLanguage(tokenize('no')).confidence).toBeLessThan(0.5);
    expect(detectLanguage(tokenize('super')).confidence).toBeLessThan(0.9);
  });

  it('takes the hint when the text does not say, and not against the text', () => {
    expect(codeOf('ok 👍', 'sk')).toBe('sk');
    expect(codeOf('my parcel has not arrived and nobody answers the phone', 'tr')).toBe('en');
  });

  it('ignores hints that are no language', () => {
    expect(codeOf('👍', 'und')).toBe('unknown');
    expect(codeOf('👍', '!!')).toBe('unknown');
  });
});
