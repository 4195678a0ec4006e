/** Personal data that has no place in a public reply: e-mail, phone, card, bank account, identity numbers. Checked by their own check digits. */
import type { ToneHint } from '#libs/contracts/http/tone.js';

const MAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu;
const DIGITS = /(?<![\p{L}\p{N}.,:/-])\+?\(?\d(?:[ ()/.-]{0,2}\d){8,18}(?![\p{L}\p{N}])/gu;
/** A phone number as written: with a country code, or a trunk 0 and nine or ten digits after it. */
const PHONE = /^(?:\+|00)\d{9,14}$|^0[1-9]\d{8,9}$/;

/** @returns a hint for each piece of personal data in the text */
export function findPersonalData(text: string): ToneHint[] {
  const found = [...text.matchAll(MAIL), ...[...text.matchAll(IBAN)].filter(([raw]) => isIban(raw))];
  const numbers = [...text.matchAll(DIGITS)].filter(([raw]) => isPersonal(raw));
  return [...found, ...numbers].map(({ 0: words, index }) => ({
    rule: 'personal-data',
    start: index,
    end: index + words.length,
    words,
  }));
}

function isPersonal(raw: string): boolean {
  const plain = raw.replaceAll(/[ ()/.-]/g, '');
  const digits = plain.replace('+', '');
  return PHONE.test(plain) || (digits.length >= 13 && isCard(digits)) || isTurkishIdentity(digits) || isBirthNumber(raw, digits);
}

/** Check digit of card numbers: ISO/IEC 7812, Luhn. */
function isCard(digits: string): boolean {
  let sum = 0;
  [...digits].reverse().forEach((digit, i) => {
    const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return digits.length <= 19 && sum % 10 === 0 && !/^0/.test(digits);
}

/** ISO 13616: the first four characters to the end, letters as 10 to 35, remainder 1 by 97. */
function isIban(raw: string): boolean {
  const plain = raw.replaceAll(' ', '');
  const digits = (plain.slice(4) + plain.slice(0, 4)).replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return plain.length >= 15 && BigInt(digits) % 97n === 1n;
}

/** T.C. kimlik no: eleven digits, of which the tenth and the eleventh are check digits (NVİ). */
function isTurkishIdentity(digits: string): boolean {
  if (!/^[1-9]\d{10}$/.test(digits)) return false;
  const d = [...digits].map(Number);
  const at = (...places: number[]) => places.reduce((sum, place) => sum + (d[place] ?? 0), 0);
  const tenth = (((at(0, 2, 4, 6, 8) * 7 - at(1, 3, 5, 7)) % 10) + 10) % 10;
  return d[9] === tenth && d[10] === (at(0, 1, 2, 3, 4, 5, 6, 7, 8) + tenth) % 10;
}

/** Rodné číslo: YYMMDD/XXXX, divisible by 11 (Act 301/1995); written without the slash it is told from other numbers by that alone. */
function isBirthNumber(raw: string, digits: string): boolean {
  if (!/^\d{6}\/?\d{4}$/.test(raw)) return false;
  const month = Number(digits.slice(2, 4)) % 50;
  const day = Number(digits.slice(4, 6));
  return Number(digits) % 11 === 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
