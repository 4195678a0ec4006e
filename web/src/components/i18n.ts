/** Loads the reader's language, and only that one. */
import { LOCALE_NAMES, type LocaleName } from './locale-names.js';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

const KEPT = 'earshot.locale';
const LOAD = {
  en: () => import('../locales/en.json'),
  tr: () => import('../locales/tr.json'),
  sk: () => import('../locales/sk.json'),
};

/** Starts with the language kept on this device, else the browser's, else English. */
export async function startI18n(): Promise<void> {
  await i18next
    .use(initReactI18next)
    .init({ lng: 'dev', fallbackLng: false, resources: {}, interpolation: { escapeValue: false }, returnNull: false });
  await setLocale(localStorage.getItem(KEPT) ?? navigator.languages.map((tag) => tag.slice(0, 2)).find(isLocale) ?? 'en');
}

/** Changes the page's language; an unknown one becomes English. */
export async function setLocale(wanted: string): Promise<void> {
  const locale = isLocale(wanted) ? wanted : 'en';
  if (!i18next.hasResourceBundle(locale, 'translation'))
    i18next.addResourceBundle(locale, 'translation', (await LOAD[locale]()).default);
  await i18next.changeLanguage(locale);
  localStorage.setItem(KEPT, locale);
  document.documentElement.lang = locale;
}

const isLocale = (tag: string): tag is LocaleName => tag in LOCALE_NAMES;
