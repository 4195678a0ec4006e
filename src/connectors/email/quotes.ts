/** What a mail says itself: the earlier mail below it, and the signature, are taken off. */

/**
 * The line by which a mail program introduces the mail that is answered. A real one has a date or an address in it, so that a sentence of
 * the customer's is not taken for one.
 */
const INTRODUCTIONS = [
  /^on\s.{5,200}\swrote:$/iu,
  /^.{5,200}\starihinde\s.{0,150}yazdı\s*:$/iu,
  /^.{5,200}\s(şunu |şunları )?yazdı\s*:$/iu,
  /^(dňa|dne|v|po|ut|st|št|pi|so|ne)[\s,.].{5,200}\s(napísal|napísala|napísal\(a\)|napsal|napsala|napsal\(a\))\s*:$/iu,
  /^am\s.{5,200}\sschrieb\s?.{0,100}:$/iu,
  /^le\s.{5,200}\sa écrit\s*:$/iu,
];
const DIVIDERS = [
  /^-{2,}\s*(original message|orijinal (ileti|mesaj)|özgün ileti|pôvodná správa|původní zpráva|ursprüngliche nachricht|forwarded message|iletilen ileti|preposlaná správa)\s*-{2,}$/i,
  /^_{10,}$/,
];
/** Outlook puts the head of the mail instead: two of these lines one after the other. */
const HEAD =
  /^\*?(from|sent|to|subject|kimden|gönderen|gönderildi|gönderme tarihi|kime|konu|od|odoslané|komu|predmet|von|gesendet|an|betreff)\*?:\s*\S/i;

/** @returns the mail's own words; the whole text when nothing would be left */
export function ownWords(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const end = lines.findIndex((_, at) => isEnd(lines, at));
  const own = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !line.startsWith('>'));
  const words = tidy(own.join('\n'));
  return words === '' ? tidy(lines.map((line) => line.replace(/^(>\s?)+/, '')).join('\n')) : words;
}

function isEnd(lines: string[], at: number): boolean {
  const line = (lines[at] ?? '').trim();
  if (line === '--') return true;
  if (DIVIDERS.some((divider) => divider.test(line))) return true;
  if (HEAD.test(line) && HEAD.test((lines[at + 1] ?? '').trim()) && at > 0) return true;
  // Mail programs break long introductions into two or three lines, and begin them after an empty one.
  const begins = at === 0 || (lines[at - 1] ?? '').trim() === '' || /[<@]|\d{4}/.test(line);
  const filled = [1, 2, 3].map((count) => lines.slice(at, at + count)).filter((some) => some.every((one) => one.trim() !== ''));
  return begins && filled.some((some) => introduces(some.join(' ').trim()));
}

function introduces(line: string): boolean {
  return line.length <= 400 && /\d|@/.test(line) && INTRODUCTIONS.some((introduction) => introduction.test(line));
}

function tidy(text: string): string {
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
