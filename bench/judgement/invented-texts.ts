/** Invented texts in the shape of posts: not what people say, but how it looks, in the mix of languages of a public network. */

import { ORDINARY_EN } from '#libs/matching/words/ordinary.en.js';
import { ORDINARY_SK } from '#libs/matching/words/ordinary.sk.js';
import { ORDINARY_TR } from '#libs/matching/words/ordinary.tr.js';

interface Tongue {
  lang: string;
  /** Of a hundred posts. */
  share: number;
  words: readonly string[];
  /** Letters that are often written with a sign above or below. */
  marked: Readonly<Record<string, string>>;
}

const list = (words: string) => words.split(' ');
/** Where there is no list of words, words of these syllables. */
const SYLLABLES = list('ca de es la mo nos par que ra ser ta un ver zi gen ich der lich bon tu mar com pre sa lo ne qui ent');
const TONGUES: readonly Tongue[] = [
  { lang: 'en', share: 44, words: list(ORDINARY_EN), marked: {} },
  { lang: 'tr', share: 12, words: list(ORDINARY_TR), marked: { s: 'ş', g: 'ğ', u: 'ü', o: 'ö', i: 'ı', c: 'ç' } },
  {
    lang: 'sk',
    share: 8,
    words: list(ORDINARY_SK),
    marked: { a: 'á', c: 'č', s: 'š', z: 'ž', e: 'é', i: 'í', y: 'ý', l: 'ľ', t: 'ť' },
  },
  { lang: 'pt', share: 12, words: [], marked: { a: 'ã', e: 'é', c: 'ç' } },
  { lang: 'de', share: 6, words: [], marked: { u: 'ü', a: 'ä' } },
  { lang: 'ja', share: 14, words: [], marked: {} },
  { lang: 'ko', share: 4, words: [], marked: {} },
];
const ENDINGS = ['', '', '', 's', 'ing', 'ed', 'ler', 'da', 'ovi', 'ami', 'e'];
const KANA = 'あいうえおかきくけこさしすせそたちつてとなにのはひまもやよらりるれわをんアイスタトラン';
const KANJI = '日本人今年大学生電車朝昼夜食事新仕事写真買物天気良悪見行来時間世界';
const MARK_SHARE = 0.12;

export class TextAuthor {
  constructor(private readonly random: () => number) {}

  /** A post, which speaks of `name` when there is one. */
  post(name?: string): { text: string; lang: string } {
    const tongue = this.tongue(name);
    if (tongue.lang === 'ja') return { text: this.inSigns(KANA + KANJI, 60, ''), lang: 'ja' };
    if (tongue.lang === 'ko') return { text: this.inSigns('', 14, ' '), lang: 'ko' };
    const sentences = Array.from({ length: 1 + this.below(3) }, () => this.sentence(tongue));
    if (name !== undefined) (sentences[0] as string[]).splice(this.below(5), 0, name);
    const text = sentences.map((words) => `${capitalised(words.join(' '))}${this.pick(['.', '.', '.', '!', '?', '…', ''])}`);
    return { text: this.adorned(text.join(this.chance(0.3) ? '\n\n' : ' '), tongue), lang: tongue.lang };
  }

  /** Names stand in languages that are written with letters. */
  private tongue(name: string | undefined): Tongue {
    let at = this.below(name === undefined ? 100 : 82);
    return TONGUES.find(({ share }) => (at -= share) < 0) as Tongue;
  }

  private sentence(tongue: Tongue): string[] {
    return Array.from({ length: 3 + this.below(9) }, (_, i) => {
      const word = this.word(tongue);
      if (i > 0 && this.chance(0.06)) return capitalised(word);
      if (this.chance(0.015)) return word.toUpperCase();
      if (this.chance(0.03)) return this.pick(['2.5', '10', '2026', '&', "don't", 'o’dan', '3:30', '(ok)', '-', '100%']);
      return this.chance(0.06) ? `${word},` : word;
    });
  }

  private word({ words, marked }: Tongue): string {
    const plain =
      words.length > 0
        ? this.pick(words) + this.pick(ENDINGS)
        : Array.from({ length: 1 + this.below(4) }, () => this.pick(SYLLABLES)).join('');
    return plain.replace(/[a-z]/g, (letter) => (this.chance(MARK_SHARE) ? (marked[letter] ?? letter) : letter));
  }

  /** Kana and kanji without spaces, or syllables of Hangul in words of two to five. */
  private inSigns(signs: string, most: number, between: string): string {
    const words = Array.from({ length: 4 + this.below(most) }, () => {
      if (signs === '')
        return String.fromCharCode(...Array.from({ length: 2 + this.below(4) }, () => 0xac00 + this.below(11_000)));
      return this.chance(0.05) ? this.pick(['。', '、', '！', '\n', '笑']) : this.pick([...signs]);
    });
    return this.adorned(words.join(between), undefined);
  }

  private adorned(text: string, tongue: Tongue | undefined): string {
    const word = () => (tongue ? this.word(tongue) : 'photo');
    let adorned = text;
    if (this.chance(0.18)) adorned = `${adorned} ${this.pick(['😡', '🙏', '😂😂', '❤️', '👍🏽', '🇹🇷', '✨'])}`;
    if (this.chance(0.12)) adorned = `${adorned} #${word()}`;
    if (this.chance(0.06)) adorned = `${adorned} #${capitalised(word())}${capitalised(word())}`;
    if (this.chance(0.1)) adorned = `@${word()}.example ${adorned}`;
    if (this.chance(0.12)) adorned = `${adorned} https://${word()}.example/${word()}/${this.below(9999)}?x=${this.below(99)}`;
    return adorned;
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private below(count: number): number {
    return Math.floor(this.random() * count);
  }

  private pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
