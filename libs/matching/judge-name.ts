/** Weighs one appearance of a name: how distinctive it is, how it is written, and what stands around it. */

import { judgeCase } from './judge-case.js';
import { judgeSurroundings } from './judge-surroundings.js';
import { isOrdinaryIn, isOrdinary } from './ordinary-words.js';
import type { Span } from './evaluate-plan.js';
import type { ReadPost } from './read-post.js';
import type { Judgement, Ordinariness } from './judgement.js';
import { IN_HANDLE, IN_TAG, IN_URL } from './token-list.js';
import { wordsOf } from './tokenise.js';
import type { WatchContext } from './watch-context.js';
import { ALL_LANGUAGES, type InflectedLanguage, type MatchReason } from './watch-options.js';
import type { WordsNode } from './watch-plan.js';

const START = {
  ordinary: -0.9,
  foreign: -0.2,
  distinctive: 1.5,
  severalWords: 2,
  severalOrdinary: 0.9,
  /** One and two letters, three, four: short names meet many other things. */
  short: [0, -1.2, -1.2, -0.2, 1],
};

const FORM: Record<string, number> = {
  'turkish-apostrophe': 2.5,
  possessive: 0.9,
  apostrophe: 1,
  misspelt: -0.7,
  split: -2.5,
  'in-name': -0.5,
};
const ORDINARY_PLURAL = -2;
const ORDINARY_SUFFIX = -0.9;
const FOREIGN_ENDING = -1.2;
const ORDINARY_SLIP = -3;
const SPELLING = { together: 0.3, apart: -0.9, short: 0, 'as-written': 0 };
const IN_A_NAME = 1;

/** The judgement on one appearance of a name. */
export function judgeName(span: Span, node: WordsNode, read: ReadPost, context: WatchContext): Judgement {
  const words = node.written;
  const ordinariness = ordinarinessOf(span, words, read);
  const start = startOf(words, ordinariness, node.term.text);
  const text = textOf(span, read);
  const reasons: MatchReason[] = [{ code: start < 0 ? 'match_ordinary_word' : 'match_name', words: text, weight: start }];
  reasons.push(...judgeForm(span, read, ordinariness));
  reasons.push(...judgeCase(span, node.term.text, ordinariness, read));
  reasons.push(...judgeSurroundings(span, ordinariness, read));
  reasons.push(...context.reasonsAround(span, read));
  const weighed = reasons.filter((reason) => reason.weight !== 0 || reason.code === 'match_look_alike');
  return { score: weighed.reduce((sum, reason) => sum + reason.weight, 0), reasons: weighed };
}

function textOf(span: Span, read: ReadPost): string {
  const { start, end } = read.rangeOf(span.first, span.last);
  return read.post.text.slice(start, end);
}

function knownLanguage(lang: string | undefined): InflectedLanguage | undefined {
  const short = lang?.slice(0, 2).toLowerCase();
  return ALL_LANGUAGES.find((language) => language === short);
}

/**
 * A name of several words is as ordinary as its least ordinary word, and never fully so: they stand together. Cut short
 * (`Booking` for Booking.com) or apart (`linked in`) a name is as ordinary as what is left of it.
 */
function ordinarinessOf(span: Span, words: readonly string[], read: ReadPost): Ordinariness {
  if (span.spelling === 'short') return 'ordinary';
  const written = span.spelling === 'apart' ? wordsOf(textOf(span, read)) : words;
  const language = knownLanguage(read.post.lang);
  if (!written.every((word) => isOrdinary(word))) return 'distinctive';
  if (written.length > 1) return 'foreign';
  return language === undefined || written.every((word) => isOrdinaryIn(language, word)) ? 'ordinary' : 'foreign';
}

function startOf(words: readonly string[], ordinariness: Ordinariness, spelling: string): number {
  if (words.length > 1 && ordinariness !== 'ordinary')
    return ordinariness === 'foreign' ? START.severalOrdinary : START.severalWords;
  const length = (words[0] as string).length;
  if (ordinariness === 'ordinary' || isOrdinary(words[0] as string)) return START[ordinariness];
  if (/\p{N}/u.test(spelling) && /\p{L}/u.test(spelling) && length > 2) return START.distinctive;
  return START.short[length] ?? START.distinctive;
}

function judgeForm(span: Span, read: ReadPost, ordinariness: Ordinariness): MatchReason[] {
  const reasons: MatchReason[] = [];
  const words = textOf(span, read);
  const form = span.forms.at(-1) ?? 'exact';
  const add = (code: string, weight: number) => reasons.push({ code, words, weight });
  if (FORM[form] !== undefined) add(`match_form_${form.replace('-', '_')}`, FORM[form]);
  if (form === 'plural' && ordinariness !== 'distinctive') add('match_form_plural', ORDINARY_PLURAL);
  if (form === 'turkish' && ordinariness === 'ordinary') add('match_form_without_apostrophe', ORDINARY_SUFFIX);
  if (!fitsLanguage(form, read.post.lang)) add('match_form_of_other_language', FOREIGN_ENDING);
  if (form !== 'exact' && span.spelling === 'as-written' && isOrdinaryToken(span, read)) add('match_other_word', ORDINARY_SLIP);
  if (SPELLING[span.spelling] !== 0) add(`match_written_${span.spelling}`, SPELLING[span.spelling]);
  if ((read.tokens.flags[span.first] as number) & (IN_HANDLE | IN_TAG | IN_URL)) add('match_in_handle_tag_or_link', IN_A_NAME);
  if (/[\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u1d00-\u1d7f]/u.test(words)) add('match_look_alike', 0);
  return reasons;
}

function fitsLanguage(form: string, lang: string | undefined): boolean {
  const language = lang?.slice(0, 2).toLowerCase();
  if (language === undefined || language === '' || language === 'un') return true;
  if (form === 'turkish') return language === 'tr' || language === 'az';
  if (form === 'slovak') return language === 'sk' || language === 'cs';
  return true;
}

/** `Prime` is not a case of Prima, `mile` not one of Mila, when the token is itself a word that people use. */
function isOrdinaryToken(span: Span, read: ReadPost): boolean {
  if (span.first !== span.last || (read.tokens.apostrophe[span.first] as number) > 0) return false;
  const form = span.forms[0];
  if (form !== 'misspelt' && form !== 'slovak' && form !== 'turkish') return false;
  const word = read.word(span.first);
  const language = knownLanguage(read.post.lang);
  return language === undefined || form === 'misspelt' ? isOrdinary(word) : isOrdinaryIn(language, word);
}
