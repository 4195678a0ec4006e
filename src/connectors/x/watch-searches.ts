/** Makes rules of the stream and searches of what the watches ask for, within the lengths and numbers that X takes. */
import type { Note } from '#libs/contracts/notes.js';
import type { WatchedQuery } from '../polls.js';
import { note } from '../explained.js';
import { searched } from './lists.js';
import type { XSettings } from './settings.js';
import { RULE_LIMITS } from './stream-rules.js';
import { listed, tellWatches, type ToldWatch, type WatchSearches } from './watch-rules.js';

/** Characters of a recent search. Source: X developer documentation, "Recent search". */
const SEARCH_LENGTH = { 'pay-per-use': 512, enterprise: 4096 } as const;
/** Of the calls of a window (450 of an app in 15 minutes) the searches may need a tenth each time. */
const MOST_SEARCHES = 40;
const FEW_SEARCHES = 20;
const TAG = 'earshot: watch';

const NONE: WatchSearches = { rules: [], searches: [], said: [] };

/** @returns what X is asked because of the watches; nothing unless the settings say so */
export function watchSearches(settings: XSettings, watched: readonly WatchedQuery[] | undefined): WatchSearches {
  if (!settings.fromWatches || watched === undefined) return NONE;
  const { watches, said } = tellWatches(watched);
  const wrapped = (alternatives: readonly string[]) => searched(alternatives.join(' OR '), settings);
  const rules = packed(watches, (one) => wrapped(one).length <= RULE_LIMITS[settings.access].length);
  const searches = searchesOf(watches, (one) => wrapped(one).length <= SEARCH_LENGTH[settings.access]);
  return {
    rules: rules.groups.map(({ id, alternatives, part }) => ({ value: wrapped(alternatives), tag: part === 0 ? `${TAG} ${id}` : `${TAG} ${id}, part ${part + 1}` })),
    searches: searches.groups.slice(0, MOST_SEARCHES).map(({ alternatives }) => wrapped(alternatives)),
    said: [...said, ...notesOnLength(rules.tooLong, searches.tooLong, searches.groups.length)],
  }; // prettier-ignore
}

type Fits = (alternatives: readonly string[]) => boolean;

/** One for each watch, so that a watch that changes lets the others go on where they are; side by side where watches are many. */
function searchesOf(watches: readonly ToldWatch[], fits: Fits) {
  const each = packed(watches, fits);
  if (each.groups.length <= FEW_SEARCHES) return each;
  return packed([{ id: '', alternatives: watches.flatMap(({ alternatives }) => alternatives) }], fits);
}

function notesOnLength(rules: readonly string[], searches: readonly string[], count: number): Note[] {
  const notes: Note[] = [];
  if (rules.length > 0) notes.push(note('x-not-streamed', { what: listed(rules.map(short)) }));
  if (searches.length > 0) notes.push(note('x-not-searched', { what: listed(searches.map(short)) }));
  if (count > MOST_SEARCHES) notes.push(note('x-many-searches', { count, most: MOST_SEARCHES }));
  return notes;
}

const short = (words: string) => (words.length > 60 ? `${words.slice(0, 60)}…` : words);

interface Group extends ToldWatch {
  part: number;
}

/** Alternatives side by side as long as they fit, a new group where they do not. */
function packed(watches: readonly ToldWatch[], fits: Fits): { groups: Group[]; tooLong: string[] } {
  const groups: Group[] = [];
  const tooLong: string[] = [];
  for (const { id, alternatives } of watches) {
    let group: Group | undefined;
    for (const one of new Set(alternatives)) {
      if (!fits([one])) tooLong.push(one);
      else if (group !== undefined && fits([...group.alternatives, one])) group.alternatives.push(one);
      else groups.push((group = { id, alternatives: [one], part: (group?.part ?? -1) + 1 }));
    }
  }
  return { groups, tooLong };
} // prettier-ignore
