/** The facts that permission depends on: yes or no, each one sentence that can be checked. */
import type { DelicateTopic } from '#libs/scoring/signals/delicate-topics.js';

export const FACTS = {
  // How the post stands to us.
  'mentions-us': 'the post names our account with @',
  'quotes-us': 'the post quotes a post of ours',
  'answers-us': 'the post answers a post of ours',
  'on-our-place': 'the post stands on our own page, channel, group or listing',
  'private-place': 'the message came in private: mail, or a private chat',
  // What kind of post it is.
  'own-account': 'one of our own accounts wrote it',
  deleted: 'the post is deleted',
  repost: 'the post repeats somebody else’s',
  old: 'the post is older than the limit',
  late: 'we heard it later than the limit after it was posted',
  // Who wrote it.
  'said-stop': 'the author said that we should stop',
  'wants-person': 'the author asked for a person',
  bot: 'another machine wrote it',
  press: 'the author is of the press, or asks for a statement',
  vip: 'the author is on the list of those only people answer, or reaches very many',
  // What it speaks of.
  bereavement: 'it speaks of a death',
  'self-harm': 'it speaks of self-harm',
  injury: 'it speaks of an injury or illness',
  emergency: 'it speaks of an emergency',
  threat: 'it holds a threat',
  minors: 'it concerns a child',
  disaster: 'it speaks of a disaster',
  sarcasm: 'it sounds sarcastic',
  'low-confidence': 'the scorer is not sure what it is',
  // What we did before.
  'automated-in-thread': 'we have answered automatically in this conversation',
  // The account we would answer with, as an administrator declared it.
  'self-serve-plan': 'our account is on a self-serve plan',
  'marked-automated': 'our account is marked as automated and names its operator',
  'place-agrees': 'who runs the place has agreed to automatic answers of ours',
} as const satisfies Record<string, string>;
export type Fact = keyof typeof FACTS;
export const ALL_FACTS = Object.keys(FACTS) as Fact[];

/** From when on a machine leaves a post to people. Seconds, shares and heads. */
export interface PermissionLimits {
  oldAfterSeconds: number;
  lateAfterSeconds: number;
  /** Followers from which an author is answered by people only. */
  vipFollowers: number;
  /** Confidence of the intent below which the scorer counts as unsure, in [0, 1]. */
  leastConfidence: number;
  /** Automatic acknowledgements from one account in an hour; null: as the rules say. */
  perHour: number | null;
}
export const DEFAULT_LIMITS: PermissionLimits = {
  oldAfterSeconds: 24 * 3600,
  lateAfterSeconds: 3600,
  vipFollowers: 50_000,
  leastConfidence: 0.4,
  perHour: null,
};

/** One post, its author, our account and what we did before, as the database has them. */
export interface PostFacts {
  postedAt: Date;
  fetchedAt: Date;
  deleted: boolean;
  repost: boolean;
  ownAccount: boolean;
  mentionsUs: boolean;
  quotesUs: boolean;
  answersUs: boolean;
  onOurPlace: boolean;
  privatePlace: boolean;
  followers: number | null;
  /** What people wrote down about the author. */
  marks: readonly ('press' | 'vip' | 'bot')[];
  saidStop: boolean;
  /** Signals of the scorer. */
  signals: readonly string[];
  topics: readonly DelicateTopic[];
  intentConfidence: number;
  automatedInThread: boolean;
  plan: 'self-serve' | 'enterprise';
  markedAutomated: boolean;
  placeAgrees: boolean;
}

/**
 * @param post as the database has it
 * @param limits in force
 * @param now the moment the message would go out
 * @returns the facts that hold
 */
export function factsOf(post: PostFacts, limits: PermissionLimits, now: Date): Set<Fact> {
  const age = (now.getTime() - post.postedAt.getTime()) / 1000;
  const heardAfter = (post.fetchedAt.getTime() - post.postedAt.getTime()) / 1000;
  const holds = { ...aboutPost(post), ...aboutWords(post, limits), ...aboutAccount(post) };
  const all: Record<Fact, boolean> = { ...holds, old: age > limits.oldAfterSeconds, late: heardAfter > limits.lateAfterSeconds };
  return new Set(ALL_FACTS.filter((fact) => all[fact]));
}

const aboutPost = (post: PostFacts) => ({
  'mentions-us': post.mentionsUs,
  'quotes-us': post.quotesUs,
  'answers-us': post.answersUs,
  'on-our-place': post.onOurPlace,
  'private-place': post.privatePlace,
  'own-account': post.ownAccount,
  deleted: post.deleted,
  repost: post.repost,
  'automated-in-thread': post.automatedInThread,
});

const aboutWords = ({ signals, topics, marks, ...post }: PostFacts, limits: PermissionLimits) => ({
  'said-stop': post.saidStop || signals.includes('stop'),
  'wants-person': signals.includes('wants-person'),
  bot: marks.includes('bot') || topics.includes('bot'),
  press: marks.includes('press') || signals.includes('press'),
  vip: marks.includes('vip') || (post.followers ?? 0) >= limits.vipFollowers,
  bereavement: topics.includes('bereavement'),
  'self-harm': signals.includes('self-harm'),
  injury: topics.includes('injury'),
  emergency: signals.includes('emergency'),
  threat: signals.includes('threat'),
  minors: topics.includes('minors'),
  disaster: topics.includes('disaster'),
  sarcasm: topics.includes('sarcasm'),
  'low-confidence': post.intentConfidence < limits.leastConfidence,
});

const aboutAccount = (post: PostFacts) => ({
  'self-serve-plan': post.plan === 'self-serve',
  'marked-automated': post.markedAutomated,
  'place-agrees': post.placeAgrees,
});
