/** The words of time in the three languages, folded: days, months, numbers, units, parts of a day. A star leaves the ending open. */
import type { Locale } from '#libs/contracts/words.js';

export type Unit = 'minute' | 'hour' | 'day' | 'business-day' | 'week' | 'month';
export type DayWord = 'today' | 'tomorrow' | 'day-after-tomorrow' | 'this-week' | 'next-week' | 'this-month' | 'weekend';
/** Part of a day by the last minute it stands for, as hours and minutes. */
export type PartOfDay = 'noon' | 'morning' | 'afternoon' | 'working-day' | 'evening' | 'end-of-day';

export interface TimeWords {
  /** Monday first. */
  weekdays: readonly string[];
  /** January first. */
  months: readonly string[];
  /** Numbers as words. */
  amounts: Readonly<Record<string, number>>;
  units: Readonly<Record<Unit, string>>;
  days: Readonly<Record<DayWord, string>>;
  parts: Readonly<Record<PartOfDay, string>>;
  /** Says that a weekday is the one of next week. */
  next: string;
  /** Stands before a duration that lies ahead. */
  ahead: string;
  /** Stands after a duration that lies ahead. */
  behind: string;
  /** Stands before a bare number that is an hour of the day. */
  hour: string;
  /** Stands after a number that is an hour of the day. */
  clock: string;
  /** Says of a duration that it lies behind us, or is none of ours. */
  past: string;
}

const ENGLISH: TimeWords = {
  weekdays: [
    'monday|mondays|mon',
    'tuesday|tue|tues',
    'wednesday|wed',
    'thursday|thu|thur|thurs',
    'friday|fri',
    'saturday',
    'sunday',
  ],
  months: [
    'january|jan', 'february|feb', 'march', 'april|apr', 'may', 'june|jun', 'july|jul', 'august|aug', 'september|sept|sep',
    'october|oct', 'november|nov', 'december|dec',
  ], // prettier-ignore
  amounts: {
    a: 1, an: 1, one: 1, two: 2, couple: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12,
    fifteen: 15, twenty: 20, thirty: 30, fourteen: 14, half: 0.5,
  }, // prettier-ignore
  units: {
    minute: 'minute|minutes|min|mins',
    hour: 'hour|hours|hr|hrs|h',
    'business-day': 'business day|days, working day|days, bank working day|days, weekday|weekdays',
    day: 'day|days',
    week: 'week|weeks',
    month: 'month|months',
  },
  days: {
    today:
      'today|tonight, this evening|afternoon|morning, end of the day, end of day, close of business, end of business, eod|cob',
    tomorrow: 'tomorrow|tmrw|tomorrows',
    'day-after-tomorrow': 'day after tomorrow',
    'this-week': 'end of this|the week, end of week, this week, later this week',
    'next-week': 'next week, end of next week, early next week',
    'this-month': 'end of this|the month, end of month, month end, this month',
    weekend: 'the weekend, this weekend',
  },
  parts: {
    noon: 'noon|midday|lunchtime',
    morning: 'morning',
    afternoon: 'afternoon',
    'working-day': 'close of business, end of business, end of the working|business day, end of working|business hours, cob',
    evening: 'evening',
    'end-of-day': 'tonight|midnight, end of the day, end of day, eod',
  },
  next: 'next',
  ahead:
    'within, in, in the next|coming, over the next|coming, inside, less than, no later than, at most, up to, no more than, the next',
  behind: 'from now, at the latest, at most',
  hour: '',
  clock: "am|pm, a m, p m, o'clock",
  past: 'ago|last|past|earlier|since|previous|yesterday',
};

const TURKISH: TimeWords = {
  weekdays: [
    "pazartesi|pazartesiye|pazartesinden|pazartesi'ye|pazartesiden", "sali|saliya|sali'ya", "carsamba|carsambaya|carsamba'ya", "persembe|persembeye|persembe'ye",
    "cuma|cumaya|cuma'ya|cumadan", "cumartesi|cumartesiye|cumartesi'ye", "pazar|pazara|pazar'a",
  ], // prettier-ignore
  months: [
    'ocak*', 'subat*', 'mart|martta|marta|mart\'ta|mart\'a', 'nisan*', 'mayis*', 'haziran*', 'temmuz*', 'agustos*', 'eylul*', 'ekim|ekime|ekimde|ekim\'e|ekim\'de', 'kasim*', 'aralik*',
  ], // prettier-ignore
  amounts: {
    bir: 1, iki: 2, uc: 3, dort: 4, bes: 5, alti: 6, yedi: 7, sekiz: 8, dokuz: 9, on: 10, yirmi: 20, otuz: 30, yarim: 0.5, bucuk: 0.5,
  }, // prettier-ignore
  units: {
    minute: 'dakika|dakikaya|dakikada|dk',
    hour: 'saat|saate|saatte|saati|saatlik',
    'business-day': 'is gunu|gun|gunune|gununde, mesai gunu',
    day: 'gun|gune|gunde|gunu|gunluk',
    week: 'hafta|haftaya|haftada',
    month: 'ay|aya|ayda',
  },
  days: {
    today:
      'bugun|bugunku|bugune|aksama|aksamustu, bu aksam|gece|sabah, aksam saatlerine|saatlerinde, gun sonu|sonuna|sonunda, gun icinde|icerisinde, mesai bitimi|bitimine|bitiminde|sonuna|sonunda|bitmeden',
    tomorrow: 'yarin|yarina|yarinki',
    'day-after-tomorrow': 'obur gun, yarindan sonra, ertesi gun',
    'this-week': 'hafta sonu|sonuna kadar, bu hafta, hafta bitmeden, hafta icinde|icerisinde, haftanin sonuna',
    'next-week': 'haftaya|onumuzdeki hafta, gelecek|onumuzdeki hafta, haftaya kadar',
    'this-month': 'ay sonu|sonuna|sonunda, bu ay, ayin sonuna',
    weekend: 'hafta sonunda, hafta sonu',
  },
  parts: {
    noon: 'ogle|ogleye|oglene|oglen|ogleden once',
    morning: 'sabah|sabaha|sabahtan|sabahleyin',
    afternoon: 'ogleden sonra|sonraya',
    'working-day': 'mesai bitimi|bitimine|bitiminde|sonuna|sonunda|bitmeden, mesai saati|saatleri bitimine|sonuna',
    evening: 'aksam|aksama|aksamustu|aksamina',
    'end-of-day': 'gece|geceye, gun sonu|sonuna|sonunda, gece yarisi*',
  },
  next: 'gelecek|onumuzdeki|haftaya',
  ahead: 'en gec, onumuzdeki, en fazla',
  behind: 'icinde|icerisinde|sonra|icin, icinde|icerisinde',
  hour: 'saat',
  clock: '',
  past: 'once|onceki|gecen|gectigimiz|beri|dunku|dun',
};

const SLOVAK: TimeWords = {
  weekdays: [
    'pondelok|pondelka|pondelku|pondelkom', 'utorok|utorka|utorku|utorkom', 'streda|stredy|stredu|strede', 'stvrtok|stvrtka|stvrtku', 'piatok|piatku|piatka',
    'sobota|soboty|sobotu', 'nedela|nedele|nedelu',
  ], // prettier-ignore
  months: [
    'januar*', 'februar*', 'marec|marca', 'april*', 'maj|maja', 'jun|juna', 'jul|jula', 'august*', 'september|septembra', 'oktober|oktobra', 'november|novembra', 'december|decembra',
  ], // prettier-ignore
  amounts: {
    jeden: 1, jedneho: 1, jedna: 1, jednu: 1, jednej: 1, dva: 2, dve: 2, dvoch: 2, dvaja: 2, tri: 3, troch: 3, styri: 4, styroch: 4, pat: 5, piatich: 5,
    sest: 6, siestich: 6, sedem: 7, siedmich: 7, osem: 8, osmich: 8, devat: 9, deviatich: 9, desat: 10, desiatich: 10, dvanast: 12, dvanastich: 12,
    strnast: 14, strnastich: 14, patnast: 15, patnastich: 15, dvadsat: 20, dvadsiatich: 20, dvadsatstyri: 24, tridsat: 30, tridsiatich: 30,
    styridsatosem: 48, pol: 0.5, polhodiny: 0.5,
  }, // prettier-ignore
  units: {
    minute: 'minuta|minuty|minut|minutu|minutach|min',
    hour: 'hodina|hodiny|hodin|hodinu|hodinach|hod|h|polhodiny|polhodinu',
    'business-day': 'pracovny|pracovne|pracovnych|pracovneho|pracovnom den|dni|dna|dnoch',
    day: 'den|dni|dna|dnoch|dnom',
    week: 'tyzden|tyzdna|tyzdne|tyzdnov|tyzdnoch',
    month: 'mesiac|mesiaca|mesiace|mesiacov',
  },
  days: {
    today:
      'dnes|dneska|dnesok|dnesneho|vecer|poobede|popoludni, este dnes, konca dna, konca dnesneho dna, konca pracovnej doby, v priebehu dna',
    tomorrow: 'zajtra|zajtrajska|zajtrajsok|zajtrajsieho|zajtrajsi',
    'day-after-tomorrow': 'pozajtra|pozajtrajska',
    'this-week': 'konca tyzdna|tohto tyzdna, konca tohto tyzdna, tento tyzden, v tomto tyzdni, tohto tyzdna',
    'next-week': 'buduci|buducom|buduceho tyzden|tyzdni|tyzdna, konca buduceho tyzdna, dalsi tyzden, dalsieho tyzdna',
    'this-month': 'konca mesiaca, konca tohto mesiaca, tento mesiac',
    weekend: 'vikend|vikendu|cez vikend',
  },
  parts: {
    noon: 'obeda|poludnia|na obed|obedom|prave poludnie|poludnim',
    morning: 'rano|rana|doobeda|predpoludnim',
    afternoon: 'poobede|popoludni|popoludnia',
    'working-day': 'konca pracovnej doby, konca pracovneho dna',
    evening: 'vecer|vecera',
    'end-of-day': 'polnoci|polnoc, konca dna, konca dnesneho|zajtrajsieho dna',
  },
  next: 'buduci|buducu|buduceho|buducej|buduceho|dalsi|dalsiu|dalsieho',
  ahead:
    'do, v priebehu, pocas najblizsich, v najblizsich, najneskor do, behom, o, za, najneskor o, v nasledujucich, v priebehu nasledujucich|najblizsich, maximalne do|za',
  behind: 'od tejto chvile',
  hour: '',
  clock: 'hod|h|hodine|hodiny',
  past: 'pred|minuly|minulu|minuleho|minulej|vcera|uplynul*|posledn*|odvtedy|od',
};

export const TIME_WORDS: Readonly<Record<Locale, TimeWords>> = { en: ENGLISH, tr: TURKISH, sk: SLOVAK };
