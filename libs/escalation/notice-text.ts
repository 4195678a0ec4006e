/** What a notice says, in the reader's language: short enough for a phone's lock screen. */
import type { EscalationTrigger } from '#libs/contracts/http/ladders.js';
import type { Loudness, Neglect } from '#libs/contracts/views/foresight.js';
import type { Locale } from '#libs/contracts/words.js';

export interface NoticeFacts {
  trigger: EscalationTrigger;
  /** Null for a blind source, and for what is seen early. */
  caseId: string | null;
  /** The customer, the source, the watch, or the account. */
  who: string;
  /** The customer's words, the source's last message, or the colleague's reason. */
  words: string;
  /** What is unusual, or how an account is left alone, in numbers. */
  early?: Loudness | Neglect | null;
  /** Who raised it by hand. */
  by: string | null;
  /** Where to look; null when the desk does not know its own address. */
  url: string | null;
}

export interface NoticeText {
  subject: string;
  body: string;
}

const TITLES: Readonly<Record<Locale, Readonly<Record<EscalationTrigger, string>>>> = {
  en: {
    'clock-warned': 'Time is running out',
    'clock-breached': 'Promise broken',
    'clock-unacceptable': 'Unacceptably late',
    'risk-high': 'High risk',
    'by-hand': 'Raised by {by}',
    'source-blind': 'A source is blind',
    unusual: 'Louder than usual',
    neglected: 'Nobody tends an account',
  },
  tr: {
    'clock-warned': 'Süre doluyor',
    'clock-breached': 'Söz tutulmadı',
    'clock-unacceptable': 'Kabul edilemez gecikme',
    'risk-high': 'Yüksek risk',
    'by-hand': '{by} yükseltti',
    'source-blind': 'Bir kaynak kör',
    unusual: 'Her zamankinden gürültülü',
    neglected: 'Bir hesaba kimse bakmıyor',
  },
  sk: {
    'clock-warned': 'Čas sa kráti',
    'clock-breached': 'Sľub nedodržaný',
    'clock-unacceptable': 'Neprijateľné meškanie',
    'risk-high': 'Vysoké riziko',
    'by-hand': 'Zdvihol(a) {by}',
    'source-blind': 'Zdroj nepočuje',
    unusual: 'Hlučnejšie než zvyčajne',
    neglected: 'O účet sa nikto nestará',
  },
};
const CASE: Readonly<Record<Locale, string>> = { en: 'case {id}', tr: 'vaka {id}', sk: 'prípad {id}' };
const WHY: Readonly<Record<Locale, string>> = {
  en: 'You are told because an escalation ladder of your desk names you.',
  tr: 'Bu ileti, masanızın yükseltme basamaklarında adınız geçtiği için gönderildi.',
  sk: 'Správu ste dostali, lebo ste na eskalačnom rebríku vášho pultu.',
};
/** Short, and right whatever the numbers. */
const EARLY: Readonly<Record<Locale, { seen: Record<Loudness['of'], string>; waiting: string }>> = {
  en: { seen: { all: 'Posts: {seen}, usual: {usual}', negative: 'Negative posts: {seen}, usual: {usual}' }, waiting: 'Cases that have waited for over a day: {n}' },
  tr: { seen: { all: 'Gönderi: {seen}, olağanı: {usual}', negative: 'Olumsuz gönderi: {seen}, olağanı: {usual}' }, waiting: 'Bir günden uzun bekleyen vaka: {n}' },
  sk: { seen: { all: 'Príspevky: {seen}, zvyčajne: {usual}', negative: 'Negatívne príspevky: {seen}, zvyčajne: {usual}' }, waiting: 'Prípady, ktoré čakajú dlhšie než deň: {n}' },
}; // prettier-ignore
const LONGEST_WORDS = 300;

/** @returns subject and body as plain text; words from outside are cut and kept on one line */
export function noticeText(facts: NoticeFacts, locale: Locale): NoticeText {
  const title = TITLES[locale][facts.trigger].replace('{by}', oneLine(facts.by ?? '–'));
  const where = facts.caseId === null ? '' : `, ${CASE[locale].replace('{id}', facts.caseId)}`;
  const subject = `${title}: ${oneLine(facts.who)}${where}`;
  const body = [facts.early ? earlyWords(facts.early, locale) : oneLine(facts.words), facts.url ?? '', WHY[locale]]
    .filter((line) => line !== '')
    .join('\n\n');
  return { subject, body };
}

function earlyWords(early: Loudness | Neglect, locale: Locale): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const say = (words: string, values: Record<string, number>) =>
    words.replace(/\{(\w+)\}/g, (_, name: string) => number.format(values[name] ?? 0));
  const { seen, waiting } = EARLY[locale];
  return 'seen' in early ? say(seen[early.of], { seen: early.seen, usual: early.expected }) : say(waiting, { n: early.waiting });
}

function oneLine(words: string): string {
  const line = words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return line.length > LONGEST_WORDS ? `${line.slice(0, LONGEST_WORDS - 1).toWellFormed()}…` : line;
}
