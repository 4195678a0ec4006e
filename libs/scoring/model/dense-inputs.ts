/** The handful of figures both classifiers read beside hashed features: tone, marks, shape, cues and signals. */
import { INTENT_CUES } from '../intent/cues.js';
import { SIGNALS, type Intent } from '../scores.js';
import type { Tone } from '../sentiment/lexicon-tone.js';
import type { FoundCue, FoundSignal } from '../signals/find-signals.js';
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

interface ToneSums {
  strongest: number;
  weakest: number;
  last: number;
  emojiPositive: number;
  emojiNegative: number;
}

function toneSums({ hits }: Tone): ToneSums {
  const sums: ToneSums = { strongest: 0, weakest: 0, last: 0, emojiPositive: 0, emojiNegative: 0 };
  for (const { kind, weight } of hits) {
    if (kind === 'word') {
      sums.strongest = Math.max(sums.strongest, weight);
      sums.weakest = Math.min(sums.weakest, weight);
      sums.last = weight;
    } else if (weight > 0) sums.emojiPositive += weight;
    else sums.emojiNegative -= weight;
  }
  return sums;
}

function addTone(inputs: number[], tone: Tone): void {
  const { strongest, weakest, last, emojiPositive, emojiNegative } = toneSums(tone);
  const balance = tone.positive - tone.negative;
  inputs.push(
    soft(tone.positive),
    soft(tone.negative),
    balance / (Math.abs(balance) + 3),
    Math.abs(balance) < 0.5 ? 0 : Math.sign(balance),
    some(tone.hits.length === 0),
    strongest / 4,
    -weakest / 4,
    Math.max(-1, Math.min(1, last / 4)),
    soft(emojiPositive),
    soft(emojiNegative),
  );
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
  const lists = listsOf(token);
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

function addShape(inputs: number[], tokens: readonly Token[]): void {
  const shape = shapeOf(tokens);
  inputs.push(
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
  );
  for (const count of shape.listed) inputs.push(soft(2 * count));
  inputs.push(some(shape.asks));
}

/** Takes what is known of a post before the classifiers, returns their dense inputs in the order of DENSE_NAMES. */
export function denseInputs(
  tokens: readonly Token[],
  tone: Tone,
  cues: readonly FoundCue[],
  signals: readonly FoundSignal[],
): number[] {
  const inputs = [1];
  addTone(inputs, tone);
  addShape(inputs, tokens);
  for (const intent of CUED) {
    let found = 0;
    for (const cue of cues) if (cue.intent === intent) found += 1;
    inputs.push(soft(2 * found));
  }
  for (const name of SIGNALS) inputs.push(some(signals.some(({ signal }) => signal === name)));
  return inputs;
}
