/** The words of promises in the languages of the desk. {percent} and {time} stand heavy in the sentence; {what} says of which cases. */
import type { StandardTerms } from './http/standards.js';
import type { ClockKind, Intent, Locale, Priority } from './words.js';

interface SentenceWords {
  promise: Record<ClockKind, string>;
  /** Of what, by intent; `any` when the standard is for all of them. In the case that the sentences need. */
  what: Record<Intent | 'any', string>;
  network: string;
  list: [comma: string, or: string];
  unit: Record<'second' | 'minute' | 'hour' | 'day', (n: number) => string>;
  businessTime: string;
  aroundTheClock: string;
  unacceptable: string;
  unacceptableDate: string;
  counted: string;
  paused: string;
  emergencies: string;
  personOnly: string;
  about: string;
  heardBy: string;
  languages: string;
  priorities: string;
  tiers: string;
  followers: string;
  priority: Record<Priority, string>;
  /** Said when more than the managers are told. */
  told: string;
  tell: Record<StandardTerms['tell'][number], string>;
  and: string;
}

const few = (n: number, one: string, many: string) => (n === 1 ? one : many);

export const SENTENCES: Record<Locale, SentenceWords> = {
  en: {
    promise: {
      acknowledge: 'We acknowledge {percent} of {what} within {time}',
      'human-response': 'A person answers {percent} of {what} within {time}',
      'next-update': 'In {percent} of {what} we write again within {time}',
      'promised-date': 'We keep {percent} of the dates we promise in {what}',
      resolve: 'We resolve {percent} of {what} within {time}',
      'follow-up': 'After {percent} of {what} we ask within {time} whether all is well',
      'manager-involved': 'In {percent} of escalated {what} a manager takes part within {time}',
    },
    what: { any: 'cases', complaint: 'complaints', question: 'questions', request: 'requests', praise: 'praise', news: 'news', spam: 'spam', other: 'other posts' },
    network: '{what} on {network}',
    list: [', ', ' or '],
    unit: {
      second: (n) => few(n, 'second', 'seconds'), minute: (n) => few(n, 'minute', 'minutes'),
      hour: (n) => few(n, 'hour', 'hours'), day: (n) => few(n, 'day', 'days'),
    },
    businessTime: 'of open time in “{calendar}”',
    aroundTheClock: 'around the clock',
    unacceptable: 'unacceptable after {time}',
    unacceptableDate: 'unacceptable {time} after the date',
    counted: 'counted over {time}',
    paused: 'stands still while we wait for the customer',
    emergencies: 'around the clock when a post says {words}',
    personOnly: 'automatic messages do not count',
    about: 'about {names}',
    heardBy: 'heard by {names}',
    languages: 'in {names}',
    priorities: 'priority: {names}',
    tiers: 'from customers of tier {names}',
    followers: 'from customers with at least {count} followers',
    priority: { urgent: 'urgent', high: 'high', normal: 'normal', low: 'low' },
    told: 'when it is late, {names} are told',
    tell: { owner: 'whoever has the case', team: 'all responders of the team', managers: 'managers' },
    and: ' and ',
  },
  tr: {
    promise: {
      acknowledge: '{what}, {percent} oranında {time} içinde alındı yanıtı alır',
      'human-response': '{what}, {percent} oranında {time} içinde bir çalışandan yanıt alır',
      'next-update': '{what} açık kaldıkça, {percent} oranında {time} içinde yeniden yazarız',
      'promised-date': '{what} için söz verdiğimiz tarihlere {percent} oranında uyarız',
      resolve: '{what}, {percent} oranında {time} içinde çözülür',
      'follow-up': '{what} çözüldükten sonra, {percent} oranında {time} içinde her şey yolunda mı diye sorarız',
      'manager-involved': 'Üst makama taşınan {what} için, {percent} oranında {time} içinde bir yönetici devreye girer',
    },
    what: { any: 'vakalar', complaint: 'şikâyetler', question: 'sorular', request: 'talepler', praise: 'övgüler', news: 'haberler', spam: 'istenmeyen gönderiler', other: 'diğer gönderiler' },
    network: '{network} üzerindeki {what}',
    list: [', ', ' veya '],
    unit: { second: () => 'saniye', minute: () => 'dakika', hour: () => 'saat', day: () => 'gün' },
    businessTime: '“{calendar}” takvimindeki açık saatlerle',
    aroundTheClock: 'günün her saatinde',
    unacceptable: '{time} sonra kabul edilemez',
    unacceptableDate: 'tarihten {time} sonra kabul edilemez',
    counted: '{time} üzerinden sayılır',
    paused: 'müşteriyi beklerken durur',
    emergencies: 'gönderide {words} geçerse günün her saatinde',
    personOnly: 'otomatik mesajlar sayılmaz',
    about: 'konu: {names}',
    heardBy: 'kaynak: {names}',
    languages: 'dil: {names}',
    priorities: 'öncelik: {names}',
    tiers: 'müşteri sınıfı: {names}',
    followers: 'en az {count} takipçisi olan müşterilerden',
    priority: { urgent: 'acil', high: 'yüksek', normal: 'normal', low: 'düşük' },
    told: 'gecikirse bildirilir: {names}',
    tell: { owner: 'vakayı üstlenen', team: 'ekipteki tüm yanıtlayanlar', managers: 'yöneticiler' },
    and: ' ve ',
  },
  sk: {
    promise: {
      acknowledge: 'Prijatie {percent} {what} potvrdíme do {time}',
      'human-response': 'Na {percent} {what} odpovie človek do {time}',
      'next-update': 'Pri {percent} {what} sa znova ozveme do {time}',
      'promised-date': 'Pri riešení {what} dodržíme {percent} sľúbených termínov',
      resolve: '{percent} {what} vyriešime do {time}',
      'follow-up': 'Po vyriešení sa pri {percent} {what} do {time} opýtame, či je všetko v poriadku',
      'manager-involved': 'Pri {percent} eskalovaných {what} sa do {time} zapojí vedúci',
    },
    what: { any: 'prípadov', complaint: 'sťažností', question: 'otázok', request: 'žiadostí', praise: 'pochvál', news: 'správ', spam: 'nevyžiadaných príspevkov', other: 'ostatných príspevkov' },
    network: '{what} na sieti {network}',
    list: [', ', ' alebo '],
    unit: {
      second: (n) => few(n, 'sekundy', 'sekúnd'), minute: (n) => few(n, 'minúty', 'minút'),
      hour: (n) => few(n, 'hodiny', 'hodín'), day: (n) => few(n, 'dňa', 'dní'),
    },
    businessTime: 'otvoreného času podľa kalendára „{calendar}“',
    aroundTheClock: 'nepretržite',
    unacceptable: 'neprijateľné od uplynutia {time}',
    unacceptableDate: 'neprijateľné od uplynutia {time} po termíne',
    counted: 'počíta sa za obdobie {time}',
    paused: 'stojí, kým čakáme na zákazníka',
    emergencies: 'nepretržite, ak príspevok obsahuje {words}',
    personOnly: 'automatické správy sa nepočítajú',
    about: 'o čom: {names}',
    heardBy: 'zdroj: {names}',
    languages: 'jazyk: {names}',
    priorities: 'priorita: {names}',
    tiers: 'úroveň zákazníka: {names}',
    followers: 'od zákazníkov s aspoň {count} sledovateľmi',
    priority: { urgent: 'naliehavá', high: 'vysoká', normal: 'bežná', low: 'nízka' },
    told: 'pri meškaní sa to dozvie {names}',
    tell: { owner: 'ten, kto prípad rieši', team: 'každý, kto v tíme odpovedá', managers: 'vedúci' },
    and: ' a ',
  },
}; // prettier-ignore
