/** Reads promises out of a reply: "by Friday", "yarın 15:00'e kadar", "do stredy". A person confirms each before it becomes a clock. */
import type { Locale } from '#libs/contracts/words.js';
import { phraseAt, phrasesOf } from '#libs/reply-text/phrases.js';
import { readWords, type Word } from '#libs/reply-text/read-words.js';
import { CUES, type Cues } from './lists/promise-cues.js';
import { dueOf } from './moment.js';
import { findTimes, type TimeExpression } from './time-expressions.js';

/** A promise that stands in a reply. */
export interface Commitment {
  /** Place of the time in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The time as written. */
  readonly words: string;
  /** The last instant at which it is kept. */
  readonly dueAt: Date;
}

interface Ready {
  readonly promise: ReturnType<typeof phrasesOf>;
  readonly other: ReturnType<typeof phrasesOf>;
  readonly none: ReturnType<typeof phrasesOf>;
  readonly cues: Cues;
}
const ready = (cues: Cues): Ready => ({
  promise: phrasesOf(cues.promise),
  other: phrasesOf(cues.other),
  none: phrasesOf(cues.none),
  cues,
});
const READY: Readonly<Record<Locale, Ready>> = { en: ready(CUES.en), tr: ready(CUES.tr), sk: ready(CUES.sk) };
const SHORTEST_STEM = 3;
/** Conditions and questions to the customer open a part of the sentence that ends at its comma. */
const OPENING: readonly Locale[] = ['en', 'sk'];

/**
 * @param text the reply as it would be sent
 * @param language it is written in
 * @param now when it is written
 * @param zone IANA name of the zone its times are meant in
 * @returns each promise with a time that lies ahead, in order of the text
 */
export function readCommitments(text: string, language: Locale, now: Date, zone: string): Commitment[] {
  const words = readWords(text);
  return findTimes(words, language)
    .filter((time) => isPromised(words, time, language, text))
    .flatMap((time) => {
      const dueAt = dueOf(time.moment, now, zone);
      const [first, last] = [words[time.from], words[time.to - 1]];
      return dueAt && first && last
        ? [{ start: first.start, end: last.end, words: text.slice(first.start, last.end), dueAt }]
        : [];
    });
}

/** @returns whether any time stands in that sentence, promised or not */
export function namesTime(words: readonly Word[], sentence: number, language: Locale): boolean {
  return findTimes(words, language).some((time) => words[time.from]?.sentence === sentence);
}

function isPromised(words: readonly Word[], time: TimeExpression, language: Locale, text: string): boolean {
  const sentence = words[time.from]?.sentence;
  const cues = words.flatMap((word, at) => (word.sentence === sentence ? cueAt(words, at, READY[language]) : []));
  if (isQuestion(words, time, text)) return false;
  return OPENING.includes(language) ? nearestPromises(words, cues, time) : nextPromises(cues, time);
}

interface Cue {
  readonly at: number;
  readonly to: number;
  readonly promises: boolean;
}

function cueAt(words: readonly Word[], at: number, { promise, other, none, cues }: Ready): Cue[] {
  const folded = words[at]?.folded ?? '';
  const ends = (endings: readonly string[]) =>
    endings.some((ending) => folded.endsWith(ending) && folded.length >= ending.length + SHORTEST_STEM);
  const otherTo = phraseAt(words, other, at);
  if (otherTo !== -1) return [{ at, to: otherTo, promises: false }];
  const promiseTo = phraseAt(words, promise, at);
  if (promiseTo !== -1) return [{ at, to: promiseTo, promises: true }];
  if (phraseAt(words, none, at) !== -1) return [];
  if (ends(cues.otherEndings)) return [{ at, to: at + 1, promises: false }];
  return ends(cues.promiseEndings) ? [{ at, to: at + 1, promises: true }] : [];
}

/** English and Slovak: the cue of the same clause governs, else the nearest one of the sentence. */
function nearestPromises(words: readonly Word[], cues: readonly Cue[], time: TimeExpression): boolean {
  const clause = words[time.from]?.clause;
  const same = cues.filter((cue) => words[cue.at]?.clause === clause);
  const asks = same.find((cue) => !cue.promises);
  const tells = same.filter((cue) => cue.promises);
  if (asks && tells.length > 0) return distance(tells.at(-1) as Cue, time) <= distance(asks, time);
  if (same.length > 0) return !asks;
  const near = [...cues].sort((a, b) => distance(a, time) - distance(b, time))[0];
  return near?.promises ?? false;
}

/** Turkish: the verb comes last, so the first cue after the time governs it. */
function nextPromises(cues: readonly Cue[], time: TimeExpression): boolean {
  const after = cues.find((cue) => cue.at >= time.to);
  return (after ?? cues.findLast((cue) => cue.to <= time.from))?.promises ?? false;
}

function distance(cue: Cue, time: TimeExpression): number {
  return cue.at >= time.to ? cue.at - time.to + 1 : Math.max(0, time.from - cue.to);
}

function isQuestion(words: readonly Word[], time: TimeExpression, text: string): boolean {
  const sentence = words[time.from]?.sentence;
  const last = words.findLast((word) => word.sentence === sentence);
  return last !== undefined && /^\s*[)"”']?\s*\?/.test(text.slice(last.end, last.end + 4));
}
