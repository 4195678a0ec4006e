import { describe, expect, it } from '@jest/globals';
import { scorePost } from '../score-post.js';
import { PhraseIndex } from './phrases.js';

const signalsOf = (text: string): readonly string[] => scorePost({ text }).signals;

describe('signals', () => {
  it.each([
    ['Can I please talk to a real person and not a bot', 'wants-person'],
    ['Robotla konuşmak istemiyorum, gerçek bir insanla görüşmek istiyorum', 'wants-person'],
    ['Chcem hovoriť s človekom, nie s automatom', 'wants-person'],
    ['STOP', 'stop'],
    ['please stop messaging me', 'stop'],
    ['Bana yazmayın artık', 'stop'],
    ['Prestaňte mi písať', 'stop'],
    ['my dad collapsed in your shop, call 911', 'emergency'],
    ['asansörde mahsur kaldık, yardım edin', 'emergency'],
    ['v sklade je požiar, zavolajte hasičov', 'emergency'],
    ['i know where you live, watch your back', 'threat'],
    ['dükkanı yakarım bak', 'threat'],
    ['ešte to oľutujete, nájdem si vás', 'threat'],
    ['I want to end my life', 'self-harm'],
    ['my lawyer will be in touch', 'legal'],
    ['tüketici hakem heyetine başvuracağım', 'legal'],
    ['obraciam sa na obchodnú inšpekciu', 'legal'],
    ['journalist here, working on a story about your refunds', 'press'],
    ['haberini yapacağız, açıklama istiyoruz', 'press'],
    ['som redaktorka, prosím o stanovisko', 'press'],
    ['found glass in my soup, this is dangerous', 'safety'],
    ['yemekten zehirlendik', 'safety'],
    ['v šaláte bola plesňivá zelenina, prišlo mi zle', 'safety'],
    ['you leaked my personal data, GDPR', 'data-protection'],
    ['kişisel verilerim sızdırılmış, KVKK', 'data-protection'],
    ['unikli mi osobné údaje', 'data-protection'],
    ['you promised to call back on Monday', 'broken-promise'],
    ['söz verdiniz aramadınız', 'broken-promise'],
    ['sľúbili ste, že sa ozvete', 'broken-promise'],
  ])('%s → %s', (text, signal) => expect(signalsOf(text)).toContain(signal));

  it.each(['Lovely breakfast and a great view', 'Yarın hava güzel olacak', 'Zajtra idem do práce'])('%s raises none', (text) => {
    expect(signalsOf(text)).toEqual([]);
  });

  it('gives the words of the post as reason', () => {
    const { reasons } = scorePost({ text: 'I will take legal action' }).risk;
    expect(reasons.find(({ code }) => code === 'signal.legal')?.words).toBe('legal action');
  });

  it('refuses an entry too short to be left open', () => {
    expect(() => new PhraseIndex<string>().add('x', 'ab*')).toThrow(RangeError);
  });
});
