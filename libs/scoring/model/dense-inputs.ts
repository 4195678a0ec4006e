/** The handful of figures both classifiers read beside hashed features: tone, marks, shape, cues and signals. */
import { INTENT_CUES } from '../intent/cues.js';
import { SIGNALS, type Signal } from '../scores.js';
import type { Tone } from '../sentiment/lexicon-tone.js';
import type { Token } from '../text/tokens.js';

const CUED = Object.keys(INTENT_CUES);

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
  ...CUED.map((intent) => `cue ${intent}`),
  ...SIGNALS.map((signal) => `signal ${signal}`),
];

const FIRST = new Set(
  "i my me we our us i'm i've im ive mine ben benim bana beni biz bizim bize bizi mi ma mne ja moj moja moje nam nas som sme mam".split(
    ' ',
  ),
);
const SECOND = new Set('you your u ur yours yall siz sizin size sizi sen senin vas vam vasa vase vasu vy ste vasej'.split(' '));

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

function shapeInputs(tokens: readonly Token[]): number[] {
  const words = tokens.filter((token) => token.kind === 'word');
  const marks = tokens.filter((token) => token.kind === 'mark');
  const count = (kind: Token['kind']): number => tokens.filter((token) => token.kind === kind).length;
  const loud = words.filter((word) => word.capitals && word.raw.length > 2).length;
  return [
    some(marks.some((mark) => mark.raw.includes('?'))),
    some(marks.some((mark) => mark.raw.includes('!'))),
    some(marks.some((mark) => mark.raw.startsWith('..') || mark.raw === '…')),
    words.length > 0 ? loud / words.length : 0,
    some(words.some((word) => word.stretched)),
    some(count('link') > 0),
    some(tokens.at(-1)?.kind === 'link'),
    some(tokens[0]?.kind === 'handle'),
    Math.min(1, count('handle') / 3),
    Math.min(1, count('tag') / 4),
    some(words.length < 6),
    some(words.length > 20),
    some(count('number') > 0),
    some(marks.filter((mark) => mark.raw === '"').length > 1),
    some(words[0]?.folded === 'rt'),
    soft(3 * words.filter((word) => FIRST.has(word.folded)).length),
    soft(3 * words.filter((word) => SECOND.has(word.folded)).length),
  ];
}

/** Takes what is known of a post before the classifiers, returns their dense inputs in the order of DENSE_NAMES. */
export function denseInputs(
  tokens: readonly Token[],
  tone: Tone,
  cues: ReadonlyMap<string, number>,
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
