/** Finds the times a reply names: days, dates, hours and spans that lie ahead, and what moment each means. */
import type { Locale } from '#libs/contracts/words.js';
import type { Word } from '#libs/reply-text/read-words.js';
import { MomentFinder } from './moment-finder.js';
import type { Moment } from './moment.js';

export interface TimeExpression {
  /** Index of the first and after the last word. */
  readonly from: number;
  readonly to: number;
  readonly moment: Moment;
}

/** A day and an hour are one expression when so few words stand between them: "by Friday, at the latest at 15:00". */
const NEAR = 4;
/** Two days or two hours are a range, of which the later end counts: "between 9:00 and 12:00", "pondelok alebo utorok". */
const RANGE = 2;

/** @returns every time that lies ahead, in order, a day and its hour as one */
export function findTimes(words: readonly Word[], language: Locale): TimeExpression[] {
  const finder = new MomentFinder(words, language);
  const found: TimeExpression[] = [];
  for (let at = 0; at < words.length;) {
    const hit = finder.at(at);
    if (!hit) {
      at += 1;
      continue;
    }
    const next = { from: at, to: hit.to, moment: hit.moment };
    const joined = join(found.at(-1), next, words);
    if (joined) found.splice(-1, 1, joined);
    else found.push(next);
    at = hit.to;
  }
  return found.filter(({ from, to }) => !finder.isPast(from, to));
}

function join(last: TimeExpression | undefined, next: TimeExpression, words: readonly Word[]): TimeExpression | null {
  if (!last || next.from - last.to > NEAR || words[last.from]?.sentence !== words[next.from]?.sentence) return null;
  const [a, b] = [last.moment, next.moment];
  if (a.span !== undefined || b.span !== undefined) return null;
  const same = (a.day !== undefined && b.day !== undefined) || (a.minute !== undefined && b.minute !== undefined);
  if (same && next.from - last.to > RANGE) return null;
  return { from: last.from, to: next.to, moment: { ...a, ...b } };
}
