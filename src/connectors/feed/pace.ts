/** When to ask again: what the server said, and what the feed itself wishes. */
import { parseFeedDate } from './dates.js';
import type { FeedPace } from './feed-reading.js';

const DAY = 86_400;

/** Retry-After (RFC 9110 10.2.3), in seconds or as a date; at most a day, undefined when it says nothing that can be read. */
export function retryAfter(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text)), DAY);
  const date = /[a-z]/i.test(text) ? parseFeedDate(text) : null;
  return date === null ? undefined : Math.min(Math.max(Math.ceil((date.getTime() - now.getTime()) / 1_000), 0), DAY);
}

/** Seconds until the feed wishes to be asked again: its ttl, moved past its hours and days of rest (GMT). Undefined when any time will do. */
export function restSeconds(pace: FeedPace, intervalSeconds: number, now: Date): number | undefined {
  const ttl = Math.min((pace.ttlMinutes ?? 0) * 60, DAY);
  const next = Math.max(ttl, intervalSeconds);
  const hours = new Set(pace.skipHours);
  const days = new Set(pace.skipDays);
  let seconds = next;
  for (let step = 0; step < 24 * 7 && hours.size < 24 && days.size < 7; step += 1) {
    const at = new Date(now.getTime() + seconds * 1_000);
    if (!hours.has(at.getUTCHours()) && !days.has(at.getUTCDay())) break;
    seconds += 3_600 - (Math.floor(at.getTime() / 1_000) % 3_600);
  }
  return seconds > intervalSeconds ? Math.ceil(seconds) : undefined;
}
