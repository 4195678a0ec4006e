/** A case: the card that stands in a queue and travels live, and the whole case with its timeline. */
import { z } from 'zod';
import { LENGTH_RULES } from '../reply-length.js';
import { Id, Instant, TextRange } from '../values.js';
import {
  ActivityKind,
  CaseAction,
  CaseStatus,
  ClockKind,
  ClockState,
  Intent,
  Outcome,
  Priority,
  ReplyKind,
  ReplyState,
  RiskLevel,
  Sentiment,
  Visibility,
} from '../words.js';
import { PermissionView } from '../permission.js';
import { DraftView, PeopleAtCase } from '../http/composing.js';
import { ImageLimits, ReplyImageView } from '../http/images.js';
import { AuthorView, MentionView } from './mention.js';
import { PersonRef } from './people.js';

export const ClockView = z
  .object({
    id: Id,
    kind: ClockKind,
    startedAt: Instant,
    warnAt: Instant,
    dueAt: Instant,
    unacceptableAt: Instant.nullable(),
    pausedAt: Instant.nullable().meta({ description: 'since when it stands still; its times are then as if it ran on' }),
    state: ClockState,
    stoppedAt: Instant.nullable(),
  })
  .meta({ id: 'ClockView' });
export type ClockView = z.infer<typeof ClockView>;

export const CaseCard = z
  .object({
    id: Id,
    teamId: Id,
    status: CaseStatus,
    priority: Priority,
    network: z.string(),
    source: z.object({ id: Id, name: z.string(), kind: z.string() }),
    watch: z.object({ id: Id, name: z.string() }),
    author: AuthorView,
    preview: z.object({ text: z.string(), lang: z.string(), ranges: z.array(TextRange) }),
    mentionCount: z.int(),
    sentiment: z.object({ score: z.number(), label: Sentiment }),
    intent: Intent,
    urgency: z.number(),
    risk: z.object({ score: z.number(), level: RiskLevel }),
    owner: PersonRef.nullable(),
    leaseUntil: Instant.nullable(),
    postedAt: Instant,
    openedAt: Instant,
    lastMentionAt: Instant,
    firstSeenAt: Instant.nullable(),
    acknowledgedAt: Instant.nullable(),
    answeredAt: Instant.nullable(),
    escalatedAt: Instant.nullable(),
    breachedAt: Instant.nullable(),
    pausedAt: Instant.nullable().meta({ description: 'since when it waits for the customer' }),
    excludedAt: Instant.nullable().meta({ description: 'since when it is out of the count' }),
    resolvedAt: Instant.nullable(),
    outcome: Outcome.nullable(),
    tier: z.string().nullable().meta({ description: 'tier of the customer when the case opened' }),
    clock: ClockView.nullable().meta({ description: 'the clock that matters most: the open one that is due next' }),
    version: z.int().meta({ description: 'grows with every change of the case' }),
  })
  .meta({ id: 'CaseCard' });
export type CaseCard = z.infer<typeof CaseCard>;

export const ReplyView = z
  .object({
    id: Id,
    caseId: Id,
    kind: ReplyKind,
    text: z.string(),
    by: PersonRef.nullable(),
    state: ReplyState,
    visibility: Visibility,
    images: z.array(ReplyImageView),
    as: z.string().nullable().meta({ description: 'the account it is sent as' }),
    createdAt: Instant,
    sendAfter: Instant.meta({ description: 'until then it can be taken back' }),
    sentAt: Instant.nullable(),
    url: z.string().nullable(),
    problem: z.string().nullable(),
    attempts: z.int(),
    automatic: z.boolean().meta({ description: 'a rule sent it, not a person' }),
  })
  .meta({ id: 'ReplyView' });
export type ReplyView = z.infer<typeof ReplyView>;

export const TimelineItem = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('post'), at: Instant, mention: MentionView }),
    z.object({ type: z.literal('reply'), at: Instant, reply: ReplyView }),
    z.object({ type: z.literal('note'), id: Id, at: Instant, by: PersonRef.nullable(), text: z.string() }),
    z.object({
      type: z.literal('fact'),
      id: Id,
      at: Instant,
      by: PersonRef.nullable(),
      kind: ActivityKind,
      data: z.record(z.string(), z.unknown()),
    }),
  ])
  .meta({ id: 'TimelineItem' });
export type TimelineItem = z.infer<typeof TimelineItem>;

/** Where an answer would go, and within which rules of the network. */
export const ReplyChannel = z
  .object({
    delivery: z.enum(['network', 'by-hand']),
    as: z.string().nullable(),
    visibilities: z
      .array(Visibility)
      .min(1)
      .meta({ description: 'who can read an answer: what network and permission allow for this post, the usual first' }),
    maxLength: z.int().nullable().meta({ description: 'in the network’s own counting; null: no limit' }),
    maxLengthPrivately: z.int().nullable().meta({ description: 'the same for a private answer' }),
    lengthRule: z.enum(LENGTH_RULES),
    images: ImageLimits.nullable().meta({ description: 'pictures this network takes; null: none from the desk yet' }),
    postUrl: z.string().nullable(),
    reason: z.string().nullable().meta({ description: 'why it is by hand: a stable key' }),
  })
  .meta({ id: 'ReplyChannel' });
export type ReplyChannel = z.infer<typeof ReplyChannel>;

export const CaseView = z
  .object({
    card: CaseCard,
    clocks: z.array(ClockView),
    timeline: z.array(TimelineItem),
    customer: z.object({
      author: AuthorView,
      caseCount: z.int(),
      openCount: z.int(),
      tier: z.string().nullable().meta({ description: 'the tier they are in now' }),
      firstHeardAt: Instant.nullable(),
    }),
    channel: ReplyChannel,
    permissions: z
      .array(PermissionView)
      .meta({ description: 'what may be said here, by whom, and why: one for each kind of message' }),
    acknowledgementText: z.string().meta({ description: 'the prepared text in the customer’s language' }),
    drafts: z.array(DraftView).meta({ description: 'what is being written, by whom; only for those who answer' }),
    people: PeopleAtCase.shape.items.meta({ description: 'who is at the case right now' }),
    allowedActions: z.array(CaseAction),
  })
  .meta({ id: 'CaseView' });
export type CaseView = z.infer<typeof CaseView>;
