/**
 * How well the tone check and the promise reader do on replies that were annotated without looking at their lists: precision and recall for each
 * rule, and for promises with the exact instant. `npm run bench:replies`
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCommitments } from '#libs/commitments/read-commitments.js';
import { TONE_RULES, type ToneRule } from '#libs/contracts/http/tone.js';
import { LOCALES, type Locale } from '#libs/contracts/words.js';
import { checkTone, type Draft } from '#libs/tone/tone.js';

interface Line {
  text: string;
  kind: Draft['kind'];
  customer: Draft['customer'];
  tone: ToneRule[];
  due: string[];
}

/** When and where the replies of the sets are written. */
const NOW = new Date('2026-11-18T09:30:00Z');
const ZONES: Readonly<Record<Locale, string>> = { en: 'Europe/Bratislava', tr: 'Europe/Istanbul', sk: 'Europe/Bratislava' };
/** From dist/bench to the sets in the repository. */
const SETS = fileURLToPath(new URL('../../libs/tone/measured/', import.meta.url));

class Score {
  private hit = 0;
  private extra = 0;
  private missed = 0;

  add(found: readonly string[], wanted: readonly string[]): void {
    this.hit += wanted.filter((one) => found.includes(one)).length;
    this.missed += wanted.filter((one) => !found.includes(one)).length;
    this.extra += found.filter((one) => !wanted.includes(one)).length;
  }

  get row(): string {
    const share = (n: number, of: number) => (of === 0 ? '–' : (n / of).toFixed(2).replace(/^0/, ''));
    return `${share(this.hit, this.hit + this.extra)} | ${share(this.hit, this.hit + this.missed)} | ${this.hit + this.missed}`;
  }
}

const verbose = process.argv.includes('--show');
const lines = Object.fromEntries(LOCALES.map((locale) => [locale, read(locale)])) as Record<Locale, Line[]>;
console.log(`| | ${LOCALES.map((l) => `${l} precision | recall | n`).join(' | ')} |`);
console.log(`| --- |${' --- |'.repeat(LOCALES.length * 3)}`);
for (const rule of TONE_RULES)
  row(rule, (line, locale) => [tone(line, locale).includes(rule) ? [rule] : [], line.tone.filter((one) => one === rule)]);
row('any hint', (line, locale) => [tone(line, locale).length > 0 ? ['any'] : [], line.tone.length > 0 ? ['any'] : []]);
row('promises, to the second', (line, locale) => [promises(line, locale), line.due]);
console.log(`replies: ${LOCALES.map((l) => `${l} ${lines[l].length}`).join(', ')}`);

function row(name: string, compare: (line: Line, locale: Locale) => [string[], string[]]): void {
  const cells = LOCALES.map((locale) => {
    const score = new Score();
    for (const line of lines[locale]) {
      const [found, wanted] = compare(line, locale);
      score.add(found, wanted);
      if (verbose && found.join() !== wanted.join())
        console.log(`${locale} ${name}: found [${found.join()}] wanted [${wanted.join()}] ${line.text}`);
    }
    return score.row;
  });
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}

function tone({ text, kind, customer }: Line, language: Locale): ToneRule[] {
  return [...new Set(checkTone({ text, kind, customer, language, isPublic: true }).map(({ rule }) => rule))];
}

function promises({ text }: Line, locale: Locale): string[] {
  return readCommitments(text, locale, NOW, ZONES[locale]).map(({ dueAt }) => dueAt.toISOString());
}

function read(locale: Locale): Line[] {
  const raw = readFileSync(`${SETS}${locale}.jsonl`, 'utf8');
  return raw
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}
