/** The handful of figures both classifiers read beside hashed features: tone, marks, shape, cues and signals. */
import { INTENT_CUES } from '../intent/cues.js';
import { SIGNALS, type Intent, type Signal } from '../scores.js';
import type { Tone } from '../sentiment/lexicon-tone.js';
import type { Token } from '../text/token.js';
import { ASKING_BIT, FIRST_BIT, LISTS, listsOf, SECOND_BIT } from './listed-words.js';

const CUED = Object.keys(INTENT_CUES) as Intent[];

/** Names of the inputs in their order; the model card lists them. */
export const DENSE_NAMES: readonly string[] = [
  'always',
  'tone positive',
  'tone negative',
  'tone balance',
  'tone balance sign',
  'no tone word',
  'strongest positive',
  'strongest negative',
  'last tone',
  'emoji positive',
  'emoji negative',
  'question mark',
  'exclamation mark',
  'dots',
  'capitals',
  'stretched word',
  'link',
  'link at the end',
  'starts with a handle',
  'handles',
  'tags',
  'few words',
  'many words',
  'number',
  'quoted',
  'repost',
  'first person',
  'second person',
  'time passed',
  'again or still',
  'customer matter',
  'refusal',
  'contact',
  'opens with a question word',
  ...CUED.map((intent) => `cue ${intent}`),
  ...SIGNALS.map((signal) => `signal ${signal}`),
];

const soft = (value: number): number => value / (value + 3);
const some = (flag: boolean): number => (flag ? 1 : 0);

function toneInputs(tone: Tone): number[] {
  const words = tone.hits.filter((hit) => hit.kind === 'word').map((hit) => hit.weight);
  const emoji = tone.hits.filter((hit) => hit.kind === 'emoji').map((hit) => hit.weight);
  const balance = tone.positive - tone.negative;
  const sum = (values: number[], sign: number): number =>
    values.reduce((total, value) => (value * sign > 0 ? total + value * sign : total), 0);
  return [
    soft(tone.positive),
    soft(tone.negative),
    balance / (Math.abs(balance) + 3),
    Math.abs(balance) < 0.5 ? 0 : Math.sign(balance),
    some(tone.hits.length === 0),
    Math.max(0, ...words) / 4,
    Math.max(0, ...words.map((value) => -value)) / 4,
    Math.max(-1, Math.min(1, (words.at(-1) ?? 0) / 4)),
    soft(sum(emoji, 1)),
    soft(sum(emoji, -1)),
  ];
}

interface Shape {
  words: number;
  loud: number;
  stretched: boolean;
  first: number;
  second: number;
  asks: boolean;
  readonly listed: number[];
  question: boolean;
  exclamation: boolean;
  dots: boolean;
  quotes: number;
  readonly kinds: Record<Token['kind'], number>;
}

function addListed(shape: Shape, lists: number): void {
  if (shape.words === 0 && (lists & ASKING_BIT) !== 0) shape.asks = true;
  for (let at = 0; at < LISTS.length; at += 1) if ((lists & (1 << at)) !== 0) shape.listed[at] = (shape.listed[at] as number) + 1;
  if ((lists & FIRST_BIT) !== 0) shape.first += 1;
  if ((lists & SECOND_BIT) !== 0) shape.second += 1;
}

function addWord(shape: Shape, token: Token): void {
  const lists = listsOf(token.folded);
  if (lists !== 0) addListed(shape, lists);
  shape.words += 1;
  if (token.capitals && token.raw.length > 2) shape.loud += 1;
  if (token.stretched) shape.stretched = true;
}

function addMark(shape: Shape, raw: string): void {
  if (raw.includes('?')) shape.question = true;
  if (raw.includes('!')) shape.exclamation = true;
  if (raw.startsWith('..') || raw === '…') shape.dots = true;
  if (raw === '"') shape.quotes += 1;
}

function shapeOf(tokens: readonly Token[]): Shape {
  const kinds = { word: 0, number: 0, handle: 0, tag: 0, link: 0, emoji: 0, emoticon: 0, mark: 0 };
  const shape: Shape = {
    words: 0,
    loud: 0,
    stretched: false,
    first: 0,
    second: 0,
    asks: false,
    listed: LISTS.map(() => 0),
    question: false,
    exclamation: false,
    dots: false,
    quotes: 0,
    kinds,
  };
  for (const token of tokens) {
    kinds[token.kind] += 1;
    if (token.kind === 'word') addWord(shape, token);
    else if (token.kind === 'mark') addMark(shape, token.raw);
  }
  return shape;
}

function shapeInputs(tokens: readonly Token[]): number[] {
  const shape = shapeOf(tokens);
  return [
    some(shape.question),
    some(shape.exclamation),
    some(shape.dots),
    shape.words > 0 ? shape.loud / shape.words : 0,
    some(shape.stretched),
    some(shape.kinds.link > 0),
    some(tokens.at(-1)?.kind === 'link'),
    some(tokens[0]?.kind === 'handle'),
    Math.min(1, shape.kinds.handle / 3),
    Math.min(1, shape.kinds.tag / 4),
    some(shape.words < 6),
    some(shape.words > 20),
    some(shape.kinds.number > 0),
    some(shape.quotes > 1),
    some(tokens[0]?.folded === 'rt'),
    soft(3 * shape.first),
    soft(3 * shape.second),
    ...shape.listed.map((count) => soft(2 * count)),
    some(shape.asks),
  ];
}

/** Takes what is known of a post before the classifiers, returns their dense inputs in the order of DENSE_NAMES. */
export function denseInputs(
  tokens: readonly Token[],
  tone: Tone,
  cues: ReadonlyMap<Intent, number>,
  signals: ReadonlySet<Signal>,
): number[] {
  return [
    1,
    ...toneInputs(tone),
    ...shapeInputs(tokens),
    ...CUED.map((intent) => soft(2 * (cues.get(intent) ?? 0))),
    ...SIGNALS.map((signal) => some(signals.has(signal))),
  ];
}
