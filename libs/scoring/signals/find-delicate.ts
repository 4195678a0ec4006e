/** Which delicate matters a post touches: those where a machine keeps silent and a person writes. Rather one too many than one missed. */
import type { Token } from '../text/token.js';
import { tokenize } from '../text/tokens.js';
import { DELICATE_TOPICS, type DelicateTopic } from './delicate-topics.js';
import { ENGLISH_DELICATE } from './delicate-en.js';
import { SLOVAK_DELICATE } from './delicate-sk.js';
import { TURKISH_DELICATE } from './delicate-tr.js';
import { PhraseIndex } from './phrases.js';
import { whenAsked } from '../when-asked.js';

export interface FoundTopic {
  readonly topic: DelicateTopic;
  readonly words: string;
}

type Lists = Readonly<Record<DelicateTopic, string>>;

function indexOf(...lists: readonly Lists[]): PhraseIndex<DelicateTopic> {
  const index = new PhraseIndex<DelicateTopic>();
  for (const list of lists) for (const topic of DELICATE_TOPICS) index.add(topic, list[topic]);
  return index;
}

/** All languages at once: a tragedy told in another language than the scorer took it for is one all the same. */
const EVERY = whenAsked(() => indexOf(ENGLISH_DELICATE, TURKISH_DELICATE, SLOVAK_DELICATE));

/** Signs by which a writer marks sarcasm or the opposite of what is said. */
const SARCASM_TAGS = new Set(['#sarcasm', '#sarcastic', '#ironi', '#irony', '#ironia', '#sarkazmus', '#thanksfornothing']);
const SARCASM_EMOJI = new Set(['🙄', '🙃', '🤡', '👏']);
/** " /s" at the end of a post: the habit of forums. */
const SARCASM_END = /(?:^|\s)\/s\s*$/;

/**
 * @param text of a post
 * @param handle of its author: one that ends in "bot" says what it is
 * @returns each topic once, with the longest words that raised it
 */
export function findDelicate(text: string, handle: string | null = null): FoundTopic[] {
  const tokens = tokenize(text);
  const found = new Map<DelicateTopic, FoundTopic>();
  const keep = (topic: DelicateTopic, words: string) => {
    if (words.length > (found.get(topic)?.words.length ?? 0)) found.set(topic, { topic, words });
  };
  for (const { name, words } of EVERY().find(tokens.filter(isSaid))) keep(name, words);
  for (const { kind, raw } of tokens) if (isWink(kind, raw)) keep('sarcasm', raw);
  if (SARCASM_END.test(text)) keep('sarcasm', '/s');
  if (handle !== null && /(?:^|[_.-])bot$|[a-z]Bot$|^bot[_.-]/.test(handle)) keep('bot', handle);
  return [...found.values()];
}

const isSaid = ({ kind }: Token) => kind === 'word' || kind === 'number';

function isWink(kind: Token['kind'], raw: string): boolean {
  if (kind === 'tag') return SARCASM_TAGS.has(raw.toLowerCase());
  return kind === 'emoji' && SARCASM_EMOJI.has(raw.replace(/[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu, ''));
}
