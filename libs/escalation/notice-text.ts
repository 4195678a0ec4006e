/** What a notice says, in the reader's language: short enough for a phone's lock screen. */
import type { EscalationTrigger } from '#libs/contracts/http/ladders.js';
import type { Locale } from '#libs/contracts/words.js';

export interface NoticeFacts {
  trigger: EscalationTrigger;
  /** Null for a blind source. */
  caseId: string | null;
  /** The customer, or the source. */
  who: string;
  /** The customer's words, the source's last message, or the colleague's reason. */
  words: string;
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
  },
  tr: {
    'clock-warned': 'Süre doluyor',
    'clock-breached': 'Söz tutulmadı',
    'clock-unacceptable': 'Kabul edilemez gecikme',
    'risk-high': 'Yüksek risk',
    'by-hand': '{by} yükseltti',
    'source-blind': 'Bir kaynak kör',
  },
  sk: {
    'clock-warned': 'Čas sa kráti',
    'clock-breached': 'Sľub nedodržaný',
    'clock-unacceptable': 'Neprijateľné meškanie',
    'risk-high': 'Vysoké riziko',
    'by-hand': 'Zdvihol(a) {by}',
    'source-blind': 'Zdroj nepočuje',
  },
};
const CASE: Readonly<Record<Locale, string>> = { en: 'case {id}', tr: 'vaka {id}', sk: 'prípad {id}' };
const WHY: Readonly<Record<Locale, string>> = {
  en: 'You are told because an escalation ladder of your desk names you.',
  tr: 'Bu ileti, masanızın yükseltme basamaklarında adınız geçtiği için gönderildi.',
  sk: 'Správu ste dostali, lebo ste na eskalačnom rebríku vášho pultu.',
};
const LONGEST_WORDS = 300;

/** @returns subject and body as plain text; words from outside are cut and kept on one line */
export function noticeText(facts: NoticeFacts, locale: Locale): NoticeText {
  const title = TITLES[locale][facts.trigger].replace('{by}', oneLine(facts.by ?? '–'));
  const where = facts.caseId === null ? '' : `, ${CASE[locale].replace('{id}', facts.caseId)}`;
  const subject = `${title}: ${oneLine(facts.who)}${where}`;
  const body = [oneLine(facts.words), facts.url ?? '', WHY[locale]].filter((line) => line !== '').join('\n\n');
  return { subject, body };
}

function oneLine(words: string): string {
  const line = words.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return line.length > LONGEST_WORDS ? `${line.slice(0, LONGEST_WORDS - 1).toWellFormed()}…` : line;
}
