import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DELICATE_TOPICS } from './delicate-topics.js';
import { findDelicate } from './find-delicate.js';

const topicsOf = (text: string, handle?: string): readonly string[] => findDelicate(text, handle).map(({ topic }) => topic);

describe('delicate matters', () => {
  it.each([
    ['My mother passed away last week and you keep sending her bills', 'bereavement'],
    ['I lost my husband in May, please close his account', 'bereavement'],
    ['Annem vefat etti, hattını kapatmıyorsunuz', 'bereavement'],
    ['Geçen ay babamı kaybettik, hâlâ fatura geliyor', 'bereavement'],
    ['Otec zomrel a vy mu stále posielate faktúry', 'bereavement'],
    ['Neviem zrušiť zmluvu po nebohej mame', 'bereavement'],
    ['The kettle exploded and I burned my hand, got stitches', 'injury'],
    ['Ocak patladı, eşim yaralandı', 'injury'],
    ['Po vašom jedle som skončila v nemocnici', 'injury'],
    ['no internet and my 3 year old daughter has an online doctor', 'minors'],
    ['6 aylık bebeğimle soğukta bekledik', 'minors'],
    ['s mesačným bábätkom sme bez kúrenia', 'minors'],
    ['still under the rubble and your lines are down after the earthquake', 'disaster'],
    ['depremde hatlarınız çekmedi', 'disaster'],
    ['po povodni nefunguje sieť', 'disaster'],
    ['Thanks for nothing, three hours on hold', 'sarcasm'],
    ['Best provider ever /s', 'sarcasm'],
    ['wonderful, down again 🙄', 'sarcasm'],
    ['Bravo gerçekten, yine kesildi', 'sarcasm'],
    ['no super, zase nič nejde', 'sarcasm'],
    ['This is an automated message. Do not reply to this.', 'bot'],
    ['Talebiniz alınmıştır, en kısa sürede size dönüş yapılacaktır', 'bot'],
    ['Vašu požiadavku sme prijali. Neodpovedajte na túto správu.', 'bot'],
  ])('%s → %s', (text, topic) => expect(topicsOf(text)).toContain(topic));

  it.each([
    'My internet has been down for three days, please fix it',
    'Faturam yanlış geldi, düzeltin lütfen',
    'Internet nefunguje už tri dni, prosím o opravu',
    'Great service, thank you all',
    'Objednávka neprišla, kde je balík?',
    'Kargom nerede, üç gündür bekliyorum',
  ])('%s raises none', (text) => expect(topicsOf(text)).toEqual([]));

  it('knows a machine by its name', () => {
    expect(topicsOf('hello there', 'support_bot')).toEqual(['bot']);
    expect(topicsOf('hello there', 'abbot')).toEqual([]);
  });

  it('names each topic once, for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const topics = topicsOf(text);
        return new Set(topics).size === topics.length && topics.every((t) => DELICATE_TOPICS.some((known) => known === t));
      }),
    );
  });
});
