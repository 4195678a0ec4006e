/** What a term of a watch is taken for: a name, with the help a name gets, or plain words. */

import type { Query, TextTerm } from './query.js';
import { ALL_LANGUAGES, type InflectedLanguage, type WatchOptions } from './watch-options.js';

export interface TermNature {
  /** It names someone or something; where it may be an ordinary word, it needs evidence. */
  name: boolean;
  suffixes: boolean;
  joined: boolean;
  misspelt: boolean;
  languages: readonly InflectedLanguage[];
}

const NAME_LIKE = /\p{Lu}|\p{L}\p{N}|\p{N}\p{L}/u;

/**
 * The nature of a term: its own options first, then the watch's, then the defaults. A capital or a digit makes a name;
 * in the watch of a brand or person a query of one term is a name however it is written; a topic has plain words.
 */
export function natureOf(term: TextTerm, query: Query, options: WatchOptions): TermNature {
  const name =
    term.options.name ??
    (options.kind !== 'topic' && (NAME_LIKE.test(term.text) || (options.kind !== undefined && query === term)));
  const help = !term.exact && !term.prefix;
  return {
    name,
    suffixes: help && (term.options.suffixes ?? options.suffixes ?? true),
    joined: help && (term.options.joined ?? options.joined ?? true),
    misspelt: help && (term.options.misspelt ?? options.misspelt ?? (name && options.kind !== 'person')),
    languages: options.languages ?? ALL_LANGUAGES,
  };
}
