/** From a post as its network gave it to a mention ready to be stored: matched, scored, triaged, with the clocks it would start. */
import { createHash } from 'node:crypto';
import { needsAnswer, priorityOf } from '#libs/cases/triage.js';
import { isClosingRemark } from '#libs/cases/closing-remark.js';
import { emergencyWordsIn } from '#libs/cases/emergency-words.js';
import { fold } from '#libs/matching/fold.js';
import type { WatchMatch } from '#libs/matching/match-posts.js';
import type { CaseTraits } from '#libs/sla/match-standards.js';
import { fingerprint } from '#libs/scoring/fingerprint.js';
import type { ScorablePost, Scores } from '#libs/scoring/score-post.js';
import { openingClocks } from '../clocks/opening-clocks.js';
import type { MadePromise } from '../clocks/promises.js';
import type { IncomingPost } from '../connectors/incoming-post.js';
import type { ActiveWatch } from '../watches/active-watches.js';

export interface Matched {
  post: IncomingPost;
  network: string;
  matches: { match: WatchMatch; watch: ActiveWatch }[];
}

/** What the desk has learned and promised by now. */
export interface PostRules {
  score(post: ScorablePost): Scores;
  /** How much a text concerns us by what was learned, in [0, 1]; undefined: nothing was learned of it. */
  concern?(text: string, lang: string): number | undefined;
  /** What a case like that is promised when it opens now. */
  planFor(traits: CaseTraits): MadePromise[];
  /** In which tier whoever wrote is; null: in none. */
  tierOf?(network: string, author: IncomingPost['author']): string | null;
  /** Every emergency word of the standards in force. */
  emergencyWords(): readonly string[];
  /** Older posts open no case; left out: all do. */
  casesFrom?: Date;
}

/** Reasons of a match that are kept with the mention, and letters of each. */
const KEPT_REASONS = 6;
const REASON_LENGTH = 80;
/** A card shows this much of a post. */
const PREVIEW_LENGTH = 400;
/** PostgreSQL's tsvector may hold 1 MB; the words beyond this length are not searched. */
export const SEARCHED_LENGTH = 20_000;

/**
 * @param matched a post with its matches, the most relevant first; that watch's team works the case
 * @param rules how it is scored, and what a case is promised
 * @param fetchedAt when we got it
 * @param sourceId where it came from
 */
export function preparePost({ post, network, matches: found }: Matched, rules: PostRules, fetchedAt: Date, sourceId: string) {
  const { score, concern, casesFrom } = rules;
  const { matches, ours } = weighLearned(found, concern?.(post.text, post.lang ?? ''));
  const first = matches[0];
  // What was posted before the source was connected is history, and a repost adds no word to its original.
  const answerable = post.repostOf === undefined && (casesFrom === undefined || post.postedAt >= casesFrom);
  if (!first) throw new Error('a prepared post has a match');
  const { scores, judged } = judge(post, matches, score);
  const needs = ours && answerable && needsAnswer(judged, first.watch.kind);
  const priority = priorityOf(judged);
  const posted = asPosted(post, network, fetchedAt);
  const emergency = emergencyWordsIn(rules.emergencyWords(), posted.words);
  const lang = scores.language.code;
  const of = asked(post, network, rules);
  const traits = { ...of, watchId: first.watch.id, sourceId, language: lang, intent: judged.intent, priority };
  return {
    ...posted,
    ...judged,
    ...asMatched(matches),
    lang,
    sentimentScore: scores.sentiment.score,
    risk: scores.risk.score,
    scores,
    needs,
    priority,
    tier: of.tier,
    preview: previewOf(post.text, lang, first.match),
    ...asPromised(needs ? rules.planFor(traits) : [], posted.postedAt, emergency),
    fact: factOf(needs, needs && isClosingRemark(post.text, judged), emergency),
  };
}

/** What a standard may ask of whoever wrote, and where. */
function asked({ author }: IncomingPost, network: string, { tierOf }: PostRules) {
  return { network, followers: author.followers, tier: tierOf?.(network, author) ?? null };
}

function asPromised(promises: MadePromise[], postedAt: Date, emergency: string[]) {
  return { promiseIds: promises.map((p) => p.id), clocks: openingClocks(promises, postedAt, emergency) };
}

/**
 * What was learned moves the relevance of every match, as log-odds add up. A post that falls below its watch's threshold by that is kept as a
 * mention and opens no case: people said of such posts that they are not ours, and may say otherwise.
 */
function weighLearned(matches: Matched['matches'], learned: number | undefined) {
  if (learned === undefined) return { matches, ours: true };
  const reason = { code: 'match_learned', words: '', weight: oddsOf(learned) };
  const moved = matches.map(({ match, watch }) => {
    const relevance = 1 / (1 + Math.exp(-(oddsOf(match.relevance) + reason.weight)));
    return { match: { ...match, relevance, reasons: [...match.reasons, reason] }, watch };
  });
  return { matches: moved, ours: moved.some(({ match, watch }) => match.relevance >= watch.threshold) };
}

/** Away from certainty, which no odds can move. */
const within = (share: number) => Math.min(0.999, Math.max(0.001, share));
const oddsOf = (share: number) => Math.log(within(share) / (1 - within(share)));

function judge(post: IncomingPost, matches: Matched['matches'], score: PostRules['score']) {
  const staffNamed = matches.some((m) => m.watch.kind === 'person');
  const { followers } = post.author;
  const scores = score({ text: post.text, langHint: post.lang ?? undefined, followers: followers ?? undefined, staffNamed });
  const judged = {
    sentiment: scores.sentiment.label,
    intent: scores.intent.label,
    urgency: scores.urgency.score,
    riskLevel: scores.risk.level,
  };
  return { scores, judged };
}

/** What the case's history tells of the post beside its times: libs/sla judges by it. What is not so is not written. */
function factOf(needs: boolean, closing: boolean, emergency: string[]) {
  return { ...(needs && { needs }), ...(closing && { closing }), ...(emergency.length > 0 && { emergency }) };
}

/** What the network said. */
function asPosted(post: IncomingPost, network: string, fetchedAt: Date) {
  const { externalId, thread, inReplyTo, text, url, extra } = post;
  const words = fold(text.slice(0, SEARCHED_LENGTH));
  return {
    externalId,
    network,
    authorKey: post.author.key,
    thread,
    inReplyTo,
    text,
    url,
    // A post cannot come from the future: its clocks would wait for a time that has not begun.
    postedAt: post.postedAt > fetchedAt ? fetchedAt : post.postedAt,
    fetchedAt,
    extra: extraOf(post, extra),
    words,
    fingerprint: fingerprint(text),
  };
}

/** What is kept beside the words: what else the network said, and which version this is. */
function extraOf({ editedAt, media, reach, repostOf, quoteOf }: IncomingPost, extra: IncomingPost['extra']) {
  const told = { ...extra, ...(editedAt && { editedAt }), ...(media && { media }), ...(reach && { reach }), ...(repostOf && { repostOf }), ...(quoteOf && { quoteOf }) }; // prettier-ignore
  return Object.keys(told).length > 0 ? told : null;
}

/** What it matched, and whose matter it is. */
function asMatched(matches: Matched['matches']) {
  const first = matches[0] as Matched['matches'][number];
  return {
    teamId: first.watch.teamId,
    watchId: first.watch.id,
    teamIds: [...new Set(matches.map((m) => m.watch.teamId))],
    watchIds: matches.map((m) => m.watch.id),
    matches: matches.map(({ match, watch }) => ({
      watchId: watch.id,
      relevance: match.relevance,
      ranges: match.ranges,
      reasons: weightiest(match.reasons),
    })),
  };
}

/** What moved a relevance most; the words are cut, for a reason may rest on a whole link. */
function weightiest(reasons: WatchMatch['reasons']): WatchMatch['reasons'] {
  return [...reasons]
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, KEPT_REASONS)
    .map(({ code, words, weight }) => ({ code, words: words.slice(0, REASON_LENGTH), weight: Math.round(weight * 100) / 100 }));
}

function previewOf(text: string, lang: string, match: WatchMatch) {
  return { text: text.slice(0, PREVIEW_LENGTH), lang, ranges: match.ranges.filter((r) => r.end <= PREVIEW_LENGTH) };
}

export type PreparedPost = ReturnType<typeof preparePost>;

/** A post on its way: as it matched and as it is stored. */
export interface Prepared {
  matched: Matched;
  post: PreparedPost;
}

/** Keys by which posts of one batch find together: the conversation, and the author with the watch; each within its team. */
export function groupKeys(post: PreparedPost): string[] {
  const author = `a\n${post.teamId}\n${post.watchId}\n${post.network}\n${post.authorKey}`;
  return post.thread === null ? [author] : [author, `t\n${post.teamId}\n${post.network}\n${post.thread}`];
}

/** The external id as it is stored: one longer than the index allows is replaced by a digest, the same one every time. */
export function boundedId(given: string): string {
  const externalId = storable('', given) as string;
  return externalId.length <= 512 ? externalId : `sha256:${createHash('sha256').update(externalId).digest('hex')}`;
}

/** PostgreSQL holds neither NUL nor half a surrogate pair: the first goes, the second becomes U+FFFD. */
export function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value;
}
