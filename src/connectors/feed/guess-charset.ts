/** Guesses the encoding of bytes that are neither UTF-8 nor what they were declared to be, by the letters they would spell. */

/** Letters beyond ASCII that texts in each encoding really use; what else appears speaks against it. */
const LETTERS: [charset: string, languages: string[], letters: string][] = [
  ['windows-1252', ['de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'no', 'nb', 'fi', 'is'], 'áàâãäåæçéèêëíìîïñóòôõöøœúùûüßÿ'],
  ['windows-1254', ['tr', 'az'], 'çğıöşüâîûİ'],
  ['windows-1250', ['sk', 'cs', 'pl', 'hu', 'hr', 'sl', 'ro'], 'áäčďéěíĺľňóôöőŕřšťúůűüýžąćęłńśźżđăâîşţ'],
  ['windows-1251', ['ru', 'uk', 'bg', 'sr', 'mk', 'be'], 'абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ'],
  ['koi8-r', ['ru'], 'абвгдежзийклмнопрстуфхцчшщъыьэюяё'],
  ['windows-1253', ['el'], 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ'],
  ['windows-1255', ['he'], 'אבגדהוזחטיךכלםמןנסעףפץצקרשת'],
  ['windows-1256', ['ar', 'fa'], 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي'],
  ['windows-874', ['th'], 'กขคงจฉชซญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอะาำเแโใไ่้'],
];
const PUNCTUATION = '‘’“”„…–—•€«»©®™ §°·';

const EAST_ASIAN: [charset: string, language: string, letters: RegExp][] = [
  ['shift_jis', 'ja', /[\u3040-\u30ff\u4e00-\u9fff\u3000-\u3002]/],
  ['euc-jp', 'ja', /[\u3040-\u30ff]/],
  ['euc-kr', 'ko', /[\uac00-\ud7a3]/],
  ['big5', 'zh', /[\u4e00-\u9fff\u3000-\u3002\uff0c]/],
  ['gbk', 'zh', /[\u4e00-\u9fff\u3000-\u3002\uff0c]/],
];

const SAMPLE = 20_000;

/** @param language two letters, preferred where the bytes leave a choice; @returns a WHATWG name */
export function guessCharset(bytes: Uint8Array, language: string | null): string {
  const sample = bytes.length <= SAMPLE ? bytes : aroundFirstLetters(bytes);
  let best = { charset: 'windows-1252', score: -Infinity };
  for (const [charset, languages, letters] of LETTERS) {
    const score = letterScore(sample, charset, letters) + (language && languages.includes(language) ? 0.25 : 0);
    if (score > best.score) best = { charset, score };
  }
  for (const [charset, tongue, letters] of EAST_ASIAN) {
    const score = eastAsianScore(sample, charset, letters) + (language === tongue ? 0.25 : 0);
    if (score > best.score) best = { charset, score };
  }
  return best.charset;
}

function aroundFirstLetters(bytes: Uint8Array): Uint8Array {
  const first = Math.max(0, bytes.findIndex((byte) => byte >= 0x80) - 100);
  return bytes.subarray(first, first + SAMPLE);
}

/** −1 to 1: the share of characters beyond ASCII that are letters of the languages, less the share that are not. */
function letterScore(sample: Uint8Array, charset: string, letters: string): number {
  const known = new Set([...letters, ...letters.toUpperCase(), ...letters.toLocaleUpperCase('tr')]);
  let good = 0;
  let all = 0;
  let before = ' ';
  for (const char of new TextDecoder(charset).decode(sample)) {
    if (char.charCodeAt(0) >= 0x80) {
      all += 1;
      if (known.has(char)) good += fitsCase(before, char) ? 1 : -0.5;
      else good += PUNCTUATION.includes(char) ? 0.5 : -1;
    }
    before = char;
  }
  return all === 0 ? 0 : good / all;
}

/** Capitals in the middle of a small word betray the wrong table: KOI8-R swaps the cases of windows-1251. */
function fitsCase(before: string, char: string): boolean {
  const capital = char !== char.toLowerCase();
  return !(capital && before !== before.toUpperCase() && before === before.toLowerCase());
}

function eastAsianScore(sample: Uint8Array, charset: string, letters: RegExp): number {
  const beyond = [...new TextDecoder(charset).decode(sample)].filter((char) => char.charCodeAt(0) >= 0x80);
  if (beyond.length === 0) return 0;
  const bad = beyond.filter((char) => char === '\ufffd').length;
  const good = beyond.filter((char) => letters.test(char)).length;
  return (good - bad * 4) / beyond.length + (good > 2 ? 0.1 : 0);
}
