/** The first words to a customer: we know, a person looks into it. In their language, in varying wordings, with their name if they gave one. */
import type { Locale } from '#libs/contracts/words.js';
import { LOCALES } from '#libs/contracts/words.js';

/** Several wordings each: X suspends accounts that send one text over and over (see docs/decisions). `{hi}` is the greeting. */
const WORDINGS: Record<Locale, readonly string[]> = {
  en: [
    '{hi}, we have seen this and are looking into it. A person will write to you.',
    '{hi}, thank you for telling us. We are looking into it now and will be in touch.',
    '{hi}, we are aware of this and checking it. You will hear from one of us.',
  ],
  tr: [
    '{hi}, mesajınızı gördük, inceliyoruz. Bir arkadaşımız size yazacak.',
    '{hi}, bize bildirdiğiniz için teşekkürler. Şu anda bakıyoruz, size döneceğiz.',
    '{hi}, durumdan haberdarız ve inceliyoruz. Ekibimizden biri size yazacak.',
  ],
  sk: [
    '{hi}, vieme o tom a už to preverujeme. Niekto z nás sa vám ozve.',
    '{hi}, ďakujeme, že ste nám napísali. Pozeráme sa na to a ozveme sa vám.',
    '{hi}, vašu správu sme videli a riešime ju. Človek z nášho tímu vám napíše.',
  ],
};
const GREETING: Record<Locale, { named: string; unnamed: string }> = {
  en: { named: 'Hi {name}', unnamed: 'Hello' },
  tr: { named: 'Merhaba {name}', unnamed: 'Merhaba' },
  sk: { named: 'Dobrý deň, {name}', unnamed: 'Dobrý deň' },
};
/** A given name as people write one: letters, not all capitals, perhaps with an apostrophe or hyphen; no brand, no emoji, no number. */
const GIVEN_NAME = /^\p{Lu}(?=.*\p{Ll})[\p{L}'’-]{1,19}$/u;

/**
 * @param language of the customer's post; one we do not write gets English
 * @param name as the network shows it; only a plain given name is used
 * @param turn any number that differs from case to case: chooses the wording
 * @returns the text, ready to send or to change
 */
export function preparedAcknowledgement(language: string, name: string | null, turn: number): string {
  const wordings = WORDINGS[localeOf(language)];
  return (wordings[Math.abs(turn) % wordings.length] as string).replace('{hi}', greetingIn(language, name));
}

/** @returns a greeting with the given name where there is a plain one; a language we do not write gets English */
export function greetingIn(language: string, name: string | null): string {
  const { named, unnamed } = GREETING[localeOf(language)];
  const given = givenNameOf(name);
  return given === null ? unnamed : named.replace('{name}', given);
}

/** @returns the given name, or null when the name shown is no plain one: a firm, a nickname, an emoji */
export function givenNameOf(name: string | null): string | null {
  const given = name?.trim().split(/\s+/)[0] ?? '';
  return GIVEN_NAME.test(given) ? given : null;
}

/** @returns the wordings that come with the desk, to begin a rule with; `{hi}` is the greeting */
export function preparedWordings(locale: Locale): readonly string[] {
  return WORDINGS[locale];
}

const localeOf = (language: string): Locale => LOCALES.find((l) => l === language) ?? 'en';
