/** One watch made ready to be answered: its query with every word replaced by its number. */

import type { WordCollector } from './compiled-words.js';
import { fold } from './fold.js';
import { bareLink } from './post-names.js';
import { spellingsOf, type SpellingForm } from './name-variants.js';
import type { FieldTerm, HandleTerm, Query, TagTerm, TextTerm } from './query.js';
import { natureOf, type TermNature } from './term-nature.js';
import type { WatchContext } from './watch-context.js';
import type { WatchOptions } from './watch-options.js';

export interface PlannedSpelling {
  form: SpellingForm;
  slop: number;
  words: number[];
}

export interface WordsNode {
  kind: 'words';
  term: TextTerm;
  nature: TermNature;
  /** Its words as it is written, folded. */
  written: readonly string[];
  spellings: PlannedSpelling[];
}

export interface NamedNode {
  kind: 'named';
  term: HandleTerm | TagTerm | FieldTerm;
  number: number;
}

export type PlanNode =
  | { kind: 'and' | 'or'; parts: PlanNode[] }
  | { kind: 'not'; part: PlanNode }
  | { kind: 'near'; left: PlanNode; right: PlanNode; distance: number }
  | WordsNode
  | NamedNode;

export interface WatchPlan {
  root: PlanNode;
  options: WatchOptions;
}

/** A plan that a post has woken, with all that is read from its options once. */
export interface WokenPlan extends WatchPlan {
  context: WatchContext;
}

const BREAK = /[\s-]/;
const BREAKS = /[\s-]+/;

/** Plans a watch, numbering words that are new to the collector. */
export function planWatch(watch: { query: Query; options?: WatchOptions }, collector: WordCollector): WatchPlan {
  const options = watch.options ?? {};
  const plan = (query: Query): PlanNode => {
    switch (query.kind) {
      case 'and':
      case 'or':
        return { kind: query.kind, parts: query.parts.map(plan) };
      case 'not':
        return { kind: 'not', part: plan(query.part) };
      case 'near':
        return { ...query, left: plan(query.left), right: plan(query.right) };
      case 'text':
        return planWords(query, natureOf(query, watch.query, options), collector);
      default:
        return { kind: 'named', term: query, number: collector.addNamed(nameOf(query)) };
    }
  };
  return { root: plan(watch.query), options };
}

function planWords(term: TextTerm, nature: TermNature, collector: WordCollector): WordsNode {
  const written = BREAK.test(term.text) ? term.text.split(BREAKS) : [term.text];
  const asked = spellingsOf(term.text, term.slop, nature.joined);
  const spellings = asked.map(({ form, slop, words }): PlannedSpelling => {
    const spell = (i: number) =>
      words.length === written.length
        ? (written[i] as string)
        : form === 'together'
          ? (written.at(-1) as string)
          : (words[i] as string);
    const numbers = words.map((word, i) => {
      const last = i === words.length - 1;
      const split = nature.name && nature.joined && words.length === 1 && form === 'as-written';
      const { suffixes, misspelt, languages } = nature;
      return collector.add({ word, spelling: spell(i), prefix: term.prefix && last, suffixes, misspelt, split, languages });
    });
    return { form, slop, words: numbers };
  });
  return { kind: 'words', term, nature, written: asked[0]?.words ?? [], spellings };
}

/** The name by which handles, tags and fields are looked up. */
function nameOf(term: HandleTerm | TagTerm | FieldTerm): string {
  if (term.kind === 'handle') return `@${fold(term.text)}`;
  if (term.kind === 'tag') return `#${fold(term.text)}`;
  return term.field === 'site' ? `site:${bareLink(term.value)}` : `${term.field}:${fold(term.value)}`;
}
