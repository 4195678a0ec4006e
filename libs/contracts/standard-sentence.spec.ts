import { expect, it } from '@jest/globals';
import { StandardTerms } from './http/standards.js';
import { sentenceText, standardSentence } from './standard-sentence.js';
import { CLOCK_KINDS, LOCALES } from './words.js';

const names = {
  watches: { '7': 'Anadolu Hat' },
  sources: {},
  calendars: { '1': 'Office' },
  networks: { x: 'X', bluesky: 'Bluesky' },
};
const terms = (more: object) =>
  StandardTerms.parse({ clock: 'acknowledge', scope: {}, targetSeconds: 900, percent: 90, ...more });

it('reads as people say it, in every language', () => {
  const complaints = terms({ scope: { intents: ['complaint'], networks: ['x'] }, unacceptableSeconds: 3600, calendarId: '1' });
  const said = (l: 'en' | 'tr' | 'sk') => sentenceText(complaints, names, l).replaceAll('\u00a0', ' ');
  expect(said('en')).toBe('We acknowledge 90 % of complaints on X within 15 minutes (of open time in “Office”; unacceptable after 1 hour; counted over 30 days)');
  expect(said('tr')).toBe('X üzerindeki şikâyetler, %90 oranında 15 dakika içinde alındı yanıtı alır (“Office” takvimindeki açık saatlerle; 1 saat sonra kabul edilemez; 30 gün üzerinden sayılır)');
  expect(said('sk')).toBe('Prijatie 90 % sťažností na sieti X potvrdíme do 15 minút (otvoreného času podľa kalendára „Office“; neprijateľné od uplynutia 1 hodiny; počíta sa za obdobie 30 dní)');
}); // prettier-ignore

it('names scope, numbers and units, with the numbers heavy', () => {
  const much = terms({
    clock: 'human-response', targetSeconds: 172_800, percent: 99.5, pausesWhileWaiting: true, emergencyWords: ['fire', 'gas leak'], calendarId: '1',
    scope: { watchIds: ['7', '9'], languages: ['tr', 'sk'], priorities: ['urgent', 'high'], minFollowers: 10_000, intents: ['complaint', 'question'] },
  }); // prettier-ignore
  const { parts, detail } = standardSentence(much, names, 'en');
  expect(parts.filter((p) => p.heavy).map((p) => p.text)).toEqual(['99.5\u00a0%', '48\u00a0hours']);
  expect(detail).toContain(
    'about Anadolu Hat or #9; in Turkish or Slovak; priority: urgent or high; from customers with at least 10,000 followers',
  );
  expect(detail).toContain('around the clock when a post says “fire” or “gas leak”');
  expect(standardSentence({ ...much, calendarId: null }, names, 'sk').parts.at(-1)).toEqual({ text: '2\u00a0dní', heavy: true });
  expect(standardSentence(terms({ scope: { intents: ['request'] } }), names, 'tr').parts[0]?.text).toMatch(/^Talepler, $/);
});

it('says who is told beside the managers, and for which customers it is', () => {
  const told = terms({ tell: ['owner'], scope: { tiers: ['VIP', 'Gold'] } });
  expect(told.tell).toEqual(['owner', 'managers']);
  expect(standardSentence(told, names, 'en').detail).toContain('from customers of tier “VIP” or “Gold”; when it is late, whoever has the case and managers are told');
  expect(standardSentence(told, names, 'tr').detail).toContain('gecikirse bildirilir: vakayı üstlenen ve yöneticiler');
  expect(standardSentence(told, names, 'sk').detail).toContain('pri meškaní sa to dozvie ten, kto prípad rieši a vedúci');
  expect(standardSentence(terms({}), names, 'en').detail).not.toContain('told');
}); // prettier-ignore

it('has a whole sentence for every clock in every language', () => {
  for (const clock of CLOCK_KINDS)
    for (const locale of LOCALES)
      expect(sentenceText(terms({ clock }), names, locale)).toMatch(/^[\p{Lu}\d%][^{}]+ \([^{}]+\)$/u);
});
