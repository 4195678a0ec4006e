/** Web alerts, whose feeds keep to rules of their own. */
import { decodeHtml, htmlToText } from './plain-text.js';
import type { FeedReading } from './feed-reading.js';

/** True for the feed of a web alert, by its address or by the ids of its entries. */
export function isAlert(feedUrl: string, feed: Pick<FeedReading, 'entries'>): boolean {
  const url = URL.parse(feedUrl);
  if (url && /^(www\.)?google\.[a-z.]{2,6}$/.test(url.hostname) && url.pathname.startsWith('/alerts/')) return true;
  return feed.entries.length > 0 && feed.entries.every((entry) => /^tag:google\.com,\d{4}:googlealerts\//.test(entry.id ?? ''));
}

/** Alerts escape their texts twice; what is still escaped after reading is read once more. */
export function unescapedAgain(text: string): string {
  if (/&lt;\/?[a-z]/i.test(text) || /<\/?(b|em|i|br)>/i.test(text)) return htmlToText(decodeHtml(text)).text;
  return /&(#\d+|#x[\da-f]+|amp|quot|apos|nbsp|lt|gt|hellip|[lr][sd]quo|[nm]dash);/i.test(text)
    ? decodeHtml(text).replace(/\u00a0/g, ' ')
    : text;
}
