/**
 * What the watches ask for, in X's language: a rule of the stream and a part of the search for each. Where X cannot ask as exactly, it is
 * asked for more, and our own matching sorts it out; what X cannot be asked for at all is said.
 */
import { fold } from '#libs/matching/fold.js';
import type { Note } from '#libs/contracts/notes.js';
import type { FieldTerm, Query, TextTerm } from '#libs/matching/query.js';
import type { WatchedQuery } from '../polls.js';
import { note } from '../explained.js';

/** Source: X developer documentation, "Search operators". */
const HANDLE = /^\w{1,15}$/;
const BARE = /^[\p{L}\p{N}_]+$/u;
/** So many watches are named in what is said; the others are counted. */
const NAMED = 3;

/** A watch as X can be asked for it: alternatives, each of which stands for itself. */
export interface ToldWatch {
  id: string;
  alternatives: string[];
}

/** What X is asked because of the watches. */
export interface WatchSearches {
  rules: { value: string; tag: string }[];
  searches: string[];
  /** What X cannot be asked for. */
  said: Note[];
}

/** `all`: every post of X; `none`: no post of X; `lost`: X has no words for it. */
type Told = { is: 'text'; alternatives: string[] } | { is: 'all' | 'none' | 'lost' };

/** @returns the watches that X can be asked for, and what it cannot be asked for */
export function tellWatches(watched: readonly WatchedQuery[]): Pick<WatchSearches, 'said'> & { watches: ToldWatch[] } {
  const watches: ToldWatch[] = [];
  const missing: string[] = [];
  const wordless: string[] = [];
  for (const { id, name, query } of watched) {
    const lost = new Set<string>();
    const told = tell(query, lost);
    if (told.is === 'text') watches.push({ id, alternatives: told.alternatives });
    if (lost.size > 0) missing.push(`“${name}” (${[...lost].join(', ')})`);
    else if (told.is === 'all' || told.is === 'lost') wordless.push(`“${name}”`);
  }
  const said = [
    ...(missing.length === 0 ? [] : [note('x-not-askable', { watches: listed(missing) })]),
    ...(wordless.length === 0 ? [] : [note('x-no-words', { watches: listed(wordless) })]),
  ];
  return { watches, said };
}

/** @returns the first few, and how many there are beside them */
export function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  return names.slice(0, NAMED).join('; ') + (more > 0 ? `; +${more}` : '');
}

/** @param lost gets what X has no words for and is missed by that */
function tell(query: Query, lost: Set<string>): Told {
  switch (query.kind) {
    case 'or':
      return either(query.parts.map((part) => tell(part, lost)));
    case 'and':
      return both(query.parts, lost);
    case 'near':
      return both([query.left, query.right], lost); // wherever they stand: more than was asked for
    case 'not':
      return { is: 'all' };
    case 'text':
      return query.prefix ? losing(query.term || `${query.text}*`, lost) : { is: 'text', alternatives: wordsOf(query) };
    case 'handle':
      return HANDLE.test(query.text) ? text(`@${query.text}`) : { is: 'none' };
    case 'tag':
      return BARE.test(query.text) ? text(`#${query.text}`) : losing(`#${query.text}`, lost);
    default:
      return field(query, lost);
  }
}

const text = (words: string): Told => ({ is: 'text', alternatives: [words] });

function losing(what: string, lost: Set<string>): Told {
  lost.add(what);
  return { is: 'lost' };
}

function either(parts: readonly Told[]): Told {
  if (parts.some(({ is }) => is === 'all')) return { is: 'all' };
  const alternatives = parts.flatMap((part) => (part.is === 'text' ? part.alternatives : []));
  if (alternatives.length > 0) return { is: 'text', alternatives: [...new Set(alternatives)] };
  return { is: parts.some(({ is }) => is === 'lost') ? 'lost' : 'none' };
}

/** What is lost of a group is asked for without it: the other parts find it, and more. */
function both(parts: readonly Query[], lost: Set<string>): Told {
  const inner = new Set<string>();
  const told = parts.map((part) => tell(part, inner));
  if (told.some(({ is }) => is === 'none')) return { is: 'none' };
  const asked = told.flatMap((part) => (part.is === 'text' ? [grouped(part.alternatives)] : []));
  // Alternatives that are lost inside a part are missed; a part that is lost as a whole is not.
  const missed = parts.some((part, i) => told[i]?.is === 'text' && part.kind === 'or');
  if (missed || asked.length === 0) for (const one of inner) lost.add(one);
  if (asked.length === 0) return { is: told.some(({ is }) => is === 'lost') ? 'lost' : 'all' };
  return text([...asked, ...parts.flatMap(withoutIt)].join(' '));
}

/** What is excluded is only told where X excludes no more than we do: a plain word. */
function withoutIt(query: Query): string[] {
  if (query.kind !== 'not' || query.part.kind !== 'text') return [];
  const { prefix, slop, exact, text: words } = query.part;
  return prefix || exact || slop > 0 || !BARE.test(words) ? [] : [`-${words}`];
}

const grouped = (alternatives: readonly string[]) =>
  alternatives.length === 1 ? (alternatives[0] as string) : `(${alternatives.join(' OR ')})`;

/** As it is written and without its accents: X tells them apart, we do not. */
function wordsOf({ text: words, exact, slop }: TextTerm): string[] {
  const plain = words.replace(/["“”„«»\\]/gu, ' ').trim();
  const spellings = exact ? [plain] : [...new Set([plain.toLowerCase(), fold(plain)])];
  return spellings.map((spelling) => (slop > 0 ? spelling.split(/\s+/).map(quoted).join(' ') : quoted(spelling)));
}

const quoted = (words: string) => (BARE.test(words) ? words : `"${words}"`);

function field({ field: name, value }: FieldTerm, lost: Set<string>): Told {
  if (name === 'author') return HANDLE.test(value) ? text(`from:${value}`) : losing(`author:${value}`, lost);
  if (name === 'site') return text(`url:"${value.replace(/["\\]/g, '')}"`);
  if (name === 'from') return { is: value.toLowerCase() === 'x' ? 'all' : 'none' };
  return { is: 'all' }; // which language a post is in, we judge ourselves
}
