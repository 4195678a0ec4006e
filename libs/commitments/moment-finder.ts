/** Reads one time at a place in a reply: a span, a day, an hour, a part of a day. */
import type { Locale } from '#libs/contracts/words.js';
import { phrasesOf, phraseAt } from '#libs/reply-text/phrases.js';
import type { Word } from '#libs/reply-text/read-words.js';
import { TIME_WORDS, type DayWord, type PartOfDay, type TimeWords, type Unit } from './lists/time-words.js';
import { PART_ENDS, type Day, type Moment } from './moment.js';

type Phrases = ReturnType<typeof phrasesOf>;
type Named<Name extends string> = readonly (readonly [Name, Phrases])[];
interface Hit {
  readonly to: number;
  readonly moment: Moment;
}

interface Language {
  readonly weekdays: Named<string>;
  readonly months: Named<string>;
  readonly units: Named<Unit>;
  readonly days: Named<DayWord>;
  readonly parts: Named<PartOfDay>;
  readonly amounts: Readonly<Record<string, number>>;
  readonly next: Phrases;
  readonly ahead: Phrases;
  readonly behind: Phrases;
  readonly hour: Phrases;
  readonly clock: Phrases;
  readonly past: Phrases;
}

const named = <Name extends string>(lists: Readonly<Record<Name, string>>) =>
  (Object.entries(lists) as [Name, string][]).map(([name, list]) => [name, phrasesOf(list)] as const);
const numbered = (lists: readonly string[]) => lists.map((list, i) => [String(i + 1), phrasesOf(list)] as const);

function languageOf(words: TimeWords): Language {
  const { weekdays, months, units, days, parts, amounts, ...rest } = words;
  return {
    weekdays: numbered(weekdays),
    months: numbered(months),
    units: named(units),
    days: named(days),
    parts: named(parts),
    amounts,
    next: phrasesOf(rest.next),
    ahead: phrasesOf(rest.ahead),
    behind: phrasesOf(rest.behind),
    hour: phrasesOf(rest.hour),
    clock: phrasesOf(rest.clock),
    past: phrasesOf(rest.past),
  };
}
const LANGUAGES = { en: languageOf(TIME_WORDS.en), tr: languageOf(TIME_WORDS.tr), sk: languageOf(TIME_WORDS.sk) };
/** Joins the two ends of a range; the later one counts. */
const RANGE = new Set(['to', 'or', 'az', 'alebo', 'ila', 'veya', 'ile']);
/** Slovak "2 hodiny" is a span, "15. hodiny" an hour: these figures take the plural that looks like it. */
const FEW = [2, 3, 4];

export class MomentFinder {
  private readonly lists: Language;

  constructor(
    private readonly words: readonly Word[],
    private readonly language: Locale,
  ) {
    this.lists = LANGUAGES[language];
  }

  /** @returns the time that begins at this word, and the index after it; null when none does */
  at(at: number): Hit | null {
    return this.span(at) ?? this.written(at) ?? this.monthDay(at) ?? this.named(at) ?? this.hour(at);
  }

  /** Whether the words next to a time say that it lies behind. */
  isPast(from: number, to: number): boolean {
    const { past } = this.lists;
    const before = this.words[from - 1]?.sentence === this.words[from]?.sentence && phraseAt(this.words, past, from - 1) !== -1;
    const after = this.words[to]?.sentence === this.words[from]?.sentence && phraseAt(this.words, past, to) !== -1;
    return before || after;
  }

  /** "within 24 hours", "2 gün içinde", "do dvoch pracovných dní" */
  private span(at: number): Hit | null {
    const ahead = phraseAt(this.words, this.lists.ahead, at);
    const amount = this.amount(ahead === -1 ? at : ahead);
    const unit = this.name(this.lists.units, amount ? amount.to : ahead);
    if (!unit || (!amount && this.language !== 'sk')) return null;
    const span = { amount: amount?.value ?? 1, unit: unit.name };
    if (this.language === 'sk' && this.isHour(span, unit.to)) return null;
    const behind = phraseAt(this.words, this.lists.behind, unit.to);
    return ahead === -1 && behind === -1 ? null : { to: Math.max(unit.to, behind), moment: { span } };
  }

  private isHour({ amount, unit }: { amount: number; unit: Unit }, to: number): boolean {
    const word = this.words[to - 1]?.folded;
    if (unit !== 'hour' || amount >= 24 || this.words[to - 2]?.kind !== 'number') return false;
    return word === 'hod' || word === 'h' || (word === 'hodiny' && !FEW.includes(amount));
  }

  private amount(at: number): { value: number; to: number } | null {
    const first = this.oneAmount(at);
    if (!first) return null;
    const joint = this.words[first.to]?.folded ?? '';
    const second = this.oneAmount(RANGE.has(joint) ? first.to + 1 : first.to);
    if (!second) return first;
    // "bir buçuk" and "on iki" add up; of a range the later end counts.
    const adds = second.value < 1 || (first.value >= 10 && second.value < 10 && this.words[at]?.kind === 'word');
    return { value: adds ? first.value + second.value : Math.max(first.value, second.value), to: second.to };
  }

  private oneAmount(at: number): { value: number; to: number } | null {
    const word = this.words[at];
    if (word?.kind === 'number') return { value: Number(word.folded), to: at + 1 };
    const value = word && Object.hasOwn(this.lists.amounts, word.folded) ? this.lists.amounts[word.folded] : undefined;
    if (value === undefined) return null;
    const glue = ['of', 'a', 'an'].includes(this.words[at + 1]?.folded ?? '') && value !== 1 ? 2 : 1;
    return { value, to: at + glue };
  }

  /** 24.11., 24/11, 2026-11-24 */
  private written(at: number): Hit | null {
    const word = this.words[at];
    if (word?.kind !== 'date') return null;
    const [a = 0, b = 0, c] = word.folded.split(/[./-]/).filter(Boolean).map(Number);
    const date = a > 31 ? { year: a, month: b, day: c ?? 0 } : { day: b > 12 ? b : a, month: b > 12 ? a : b, ...yearOf(c) };
    return { to: at + 1, moment: { day: { date } } };
  }

  /** "24 November 2026", "November 24th", "24. novembra" */
  private monthDay(at: number): Hit | null {
    const month = this.name(this.lists.months, at);
    const number = this.words[month ? month.to : at];
    const after = month ?? this.name(this.lists.months, this.pastOrdinal(at + 1));
    if (!after || number?.kind !== 'number' || Number(number.folded) > 31) return null;
    const end = month ? this.pastOrdinal(month.to + 1) : after.to;
    const year = this.words[end]?.kind === 'number' && /^20\d\d$/.test(this.words[end]?.folded ?? '') ? end : -1;
    const date = { day: Number(number.folded), month: Number(after.name), ...yearOf(year === -1 ? undefined : Number(this.words[year]?.folded)) }; // prettier-ignore
    return { to: year === -1 ? end : year + 1, moment: { day: { date } } };
  }

  private pastOrdinal(at: number): number {
    return ['st', 'nd', 'rd', 'th', 'of'].includes(this.words[at]?.folded ?? '') ? this.pastOrdinal(at + 1) : at;
  }

  private named(at: number): Hit | null {
    const next = phraseAt(this.words, this.lists.next, at);
    const weekday = this.name(this.lists.weekdays, next === -1 ? at : next);
    if (weekday) return { to: weekday.to, moment: { day: { weekday: Number(weekday.name), next: next !== -1 } } };
    const day = this.name(this.lists.days, at);
    const part = this.name(this.lists.parts, at);
    const minute = part ? { minute: PART_ENDS[part.name] } : {};
    if (day) return { to: Math.max(day.to, part?.to ?? 0), moment: { day: { word: day.name } satisfies Day, ...minute } };
    return part ? { to: part.to, moment: minute } : null;
  }

  /** "15:00", "by 3 pm", "saat 15'e", "do 15 hod" */
  private hour(at: number): Hit | null {
    const word = this.words[at];
    if (word?.kind === 'time') return this.afternoon(at + 1, minuteOf(word.folded));
    if (word?.kind === 'number' && Number(word.folded) <= 24) {
      const clock = this.afternoon(at + 1, Number(word.folded) * 60);
      if (clock.to > at + 1 || (this.language === 'tr' && phraseAt(this.words, this.lists.hour, at - 1) !== -1)) return clock;
    }
    return null;
  }

  private afternoon(at: number, minute: number): Hit {
    const to = phraseAt(this.words, this.lists.clock, at);
    const later = to !== -1 && this.words[at]?.folded.startsWith('p') && minute < 12 * 60;
    return { to: Math.max(at, to), moment: { minute: Math.min(later ? minute + 12 * 60 : minute, 24 * 60 - 1) } };
  }

  private name<Name extends string>(lists: Named<Name>, at: number): { name: Name; to: number } | null {
    if (at < 0) return null;
    let best: { name: Name; to: number } | null = null;
    for (const [name, phrases] of lists) {
      const to = phraseAt(this.words, phrases, at);
      if (to > (best?.to ?? -1)) best = { name, to };
    }
    return best;
  }
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(/[:.]/).map(Number);
  return hour * 60 + minute;
}

function yearOf(year: number | undefined): { year?: number } {
  if (year === undefined) return {};
  return { year: year < 100 ? 2000 + year : year };
}
