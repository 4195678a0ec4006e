/** The page's languages, each by its own name. */
import type { Locale } from '#libs/contracts/words.js';

export type LocaleName = Locale;
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', tr: 'Türkçe', sk: 'Slovenčina' };
