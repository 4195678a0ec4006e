/** Why a standard is none: it has no number, contradicts itself, or cannot be kept whatever anybody does. */
import type { StandardFault, StandardTerms } from '#libs/contracts/http/standards.js';
import type { BusinessCalendar } from '#libs/time/business-calendar.js';

const DAY_SECONDS = 86_400;
const MESSAGES: Record<StandardFault['code'], string> = {
  'no-time': 'It names no time: say within how long.',
  'no-share': 'It names no share: say how many of a hundred are to be in time.',
  'perfect-at-once': 'Every case within no time cannot be kept: give it time, or a smaller share.',
  'unacceptable-too-soon': 'It would be unacceptable before it is late: the limit must lie after the target.',
  'longer-than-window': 'The target is longer than the time over which it is counted: no case would ever be late in it.',
  'calendar-never-opens': 'Its calendar is not open long enough in the time over which it is counted: it would never be due.',
  'calendar-gone': 'Its calendar is not there any more: choose another.',
  'opens-no-case': 'It is for spam only, and spam opens no case.',
};

/**
 * @param calendar of the standard; undefined when it should have one and that is gone
 * @param now in ms
 * @returns every reason against it; an empty list: it can be promised
 */
export function faultsOf(terms: StandardTerms, calendar: BusinessCalendar | null | undefined, now: number): StandardFault[] {
  const { clock, targetSeconds: target, unacceptableSeconds: limit, percent, windowDays, scope } = terms;
  const dated = clock === 'promised-date';
  const windowSeconds = windowDays * DAY_SECONDS;
  const found: [StandardFault['code'], string, boolean][] = [
    ['no-share', 'percent', percent === 0],
    ['perfect-at-once', 'targetSeconds', !dated && percent === 100 && target === 0],
    ['no-time', 'targetSeconds', !dated && target === 0 && percent !== 100],
    ['unacceptable-too-soon', 'unacceptableSeconds', limit !== null && (dated ? limit === 0 : limit <= target)],
    ['longer-than-window', 'targetSeconds', !dated && target > windowSeconds],
    ['calendar-gone', 'calendarId', calendar === undefined],
    ['calendar-never-opens', 'calendarId', !!calendar && !dated && calendar.openMs(now, now + windowSeconds * 1000) < Math.max(1, target) * 1000],
    ['opens-no-case', 'scope.intents', scope.intents.length > 0 && scope.intents.every((i) => i === 'spam')],
  ]; // prettier-ignore
  return found.filter(([, , wrong]) => wrong).map(([code, at]) => ({ code, at, message: MESSAGES[code] }));
}
