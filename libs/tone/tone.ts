/** The tone check: reads a reply before it goes out and says what may hurt, where and why. It explains and suggests; it never rewrites. */
import { LOCALES, type Locale } from '#libs/contracts/words.js';
import type { ToneHint, ToneRule } from '#libs/contracts/http/tone.js';
import { namesTime } from '#libs/commitments/read-commitments.js';
import { findPhrases, phrasesOf, type PhraseFound } from '#libs/reply-text/phrases.js';
import { readWords, type Word } from '#libs/reply-text/read-words.js';
import { ENGLISH } from './lists/english.js';
import { SLOVAK } from './lists/slovak.js';
import { TURKISH } from './lists/turkish.js';
import { addressedName, isTheirs } from './names.js';
import { findPersonalData } from './personal-data.js';
import { findShouting } from './shouting.js';
import { findSlots } from './slots.js';
import type { ToneLists } from './tone-lists.js';

export interface Draft {
  text: string;
  /** Two letters; a language we have no lists for is checked for slots and shouting only. */
  language: string;
  /** An acknowledgement need not apologise yet. */
  kind: 'acknowledgement' | 'reply';
  customer: { name: string | null; handle: string | null; angry: boolean };
  /** Everybody can read it. */
  isPublic: boolean;
}

type Phrases = ReturnType<typeof phrasesOf>;
type Lists = Readonly<Record<keyof ToneLists, Phrases>>;

const ready = (lists: ToneLists): Lists =>
  Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, phrasesOf(list as string)])) as unknown as Lists;
const WRITTEN: Readonly<Record<Locale, ToneLists>> = { en: ENGLISH, tr: TURKISH, sk: SLOVAK };
/** Of the languages that were asked for. */
const LISTS = new Map<Locale, Lists>();

function listsOf(language: Locale): Lists {
  const lists = LISTS.get(language) ?? ready(WRITTEN[language]);
  LISTS.set(language, lists);
  return lists;
}

/** Rules that are lists of phrases. */
const LISTED = [
  ['blame', 'blame', 'notBlame'],
  ['defensive', 'defensive', 'notDefensive'],
  ['policy', 'policy'],
  ['sarcasm', 'sarcasm'],
  ['empty-apology', 'emptyApology'],
] as const satisfies readonly (readonly [ToneRule, keyof ToneLists, (keyof ToneLists)?])[];
/** Laughing or rolling eyes at a customer, in every language. */
const MOCKING_EMOJI = /🙄|😂|🤣|😏|🤡|🤦|💅|🙃/gu;

/**
 * @returns what may hurt, in order of the text; `start` and `end` are UTF-16 places, both 0 when the hint is about the whole reply
 */
export function checkTone(draft: Draft): ToneHint[] {
  const words = readWords(draft.text);
  const language = LOCALES.find((locale) => locale === (draft.language === 'cs' ? 'sk' : draft.language));
  const hints = [...findSlots(draft.text), ...findShouting(draft.text, words), ...mocking(draft.text)];
  if (draft.isPublic) hints.push(...findPersonalData(draft.text));
  if (language) hints.push(...ofLanguage(draft, words, language));
  return once(hints).sort((a, b) => a.start - b.start || a.rule.localeCompare(b.rule));
}

function ofLanguage(draft: Draft, words: readonly Word[], language: Locale): ToneHint[] {
  const lists = listsOf(language);
  const hint = (rule: ToneRule, { from, to }: PhraseFound) => hintAt(rule, draft.text, words, from, to);
  const hints = LISTED.flatMap(([rule, list, unless]) =>
    foundUnless(words, lists[list], unless && lists[unless]).map((found) => hint(rule, found)),
  );
  const vague = findPhrases(words, lists.promise).find((found) => isVague(words, found, language));
  if (vague) hints.push(hint('promise-without-date', vague));
  const name = addressedName(words, lists, language, draft.text);
  if (name && !isTheirs(name, words, draft.customer)) hints.push(hint('wrong-name', name));
  if (lacksApology(draft, words, lists)) hints.push({ rule: 'missing-apology', start: 0, end: 0, words: '' });
  return hints;
}

/** The listed phrases that do not lie within what only looks like them. */
function foundUnless(words: readonly Word[], listed: Phrases, unless?: Phrases): PhraseFound[] {
  const found = findPhrases(words, listed);
  if (!unless || found.length === 0) return found;
  const innocent = findPhrases(words, unless);
  return found.filter((one) => !innocent.some((other) => other.from < one.to && one.from < other.to));
}

/** A promise is dated by its own sentence or by one next to it: "We will write to you. You hear from us by 15:00." */
function isVague(words: readonly Word[], { from }: PhraseFound, language: Locale): boolean {
  const sentence = words[from]?.sentence ?? 0;
  return ![sentence - 1, sentence, sentence + 1].some((one) => namesTime(words, one, language));
}

/** "Not our fault" holds the words of an apology and is none. */
function lacksApology({ kind, customer }: Draft, words: readonly Word[], lists: Lists): boolean {
  if (kind !== 'reply' || !customer.angry || words.length === 0) return false;
  const denied = foundUnless(words, lists.defensive, lists.notDefensive);
  return findPhrases(words, lists.apology).every((said) => denied.some((no) => no.from < said.to && said.from < no.to));
}

function hintAt(rule: ToneRule, text: string, words: readonly Word[], from: number, to: number): ToneHint {
  const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
  return { rule, start, end, words: text.slice(start, end) };
}

function mocking(text: string): ToneHint[] {
  return [...text.matchAll(MOCKING_EMOJI)].map(({ 0: words, index }) => ({ rule: 'sarcasm', start: index, end: index + words.length, words })); // prettier-ignore
}

/** One hint a rule and place: the longest of those that overlap. */
function once(hints: readonly ToneHint[]): ToneHint[] {
  const covers = (a: ToneHint, b: ToneHint) => a.rule === b.rule && a.start < b.end && b.start < a.end;
  const longer = (a: ToneHint, b: ToneHint) => a.end - a.start > b.end - b.start;
  return hints.filter((hint, i) => !hints.some((other, j) => i !== j && covers(hint, other) && (longer(other, hint) || (!longer(hint, other) && j < i)))); // prettier-ignore
}
