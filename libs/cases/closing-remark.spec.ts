import { expect, it } from '@jest/globals';
import { isClosingRemark } from './closing-remark.js';

const calm = { sentiment: 'positive', intent: 'praise', urgency: 0, riskLevel: 'low' } as const;
const closes = (text: string, judged: Partial<Parameters<typeof isClosingRemark>[1]> = {}) =>
  isClosingRemark(text, { ...calm, ...judged });

it('knows thanks in the languages we serve', () => {
  for (const text of [
    'Thanks!', '@AnadoluHat thank you so much for your help, it works now 🙏', 'ok great, cheers', 'Teşekkürler', 'çok teşekkür ederim, sorun çözüldü',
    'SAĞ OLUN', 'tamamdır iyi günler', 'Ďakujem veľmi pekne za rýchlu odpoveď', 'díky, už to funguje', '@x @y Super, vďaka https://t.co/x',
  ]) expect([text, closes(text)]).toEqual([text, true]);
}); // prettier-ignore

it('hears what asks for more', () => {
  for (const text of [
    'Thanks, but it is still broken', 'thanks for nothing', 'ok when?', 'Teşekkürler ama hâlâ çalışmıyor', 'tamam peki ne zaman', 'Ďakujem, ale stále nič',
    'díky moc, lenže účet mám zase zlý', '', '🙏', '@AnadoluHat', 'help', 'my order again',
  ]) expect([text, closes(text)]).toEqual([text, false]);
  expect(closes('Thanks', { sentiment: 'negative' })).toBe(false);
  expect(closes('Thanks', { intent: 'complaint' })).toBe(false);
  expect(closes('Thanks', { riskLevel: 'high' })).toBe(false);
}); // prettier-ignore
