/** The closed lists of words that the desk, its API and its pages share. Meanings: docs/GLOSSARY.md. */
import { z } from 'zod';

export const ROLES = ['administrator', 'manager', 'responder', 'viewer'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const LOCALES = ['en', 'tr', 'sk'] as const;
export const Locale = z.enum(LOCALES);
export type Locale = z.infer<typeof Locale>;

export const SOURCE_KINDS = [
  'feed',
  'x',
  'bluesky',
  'mastodon',
  'telegram',
  'hackernews',
  'appstore',
  'reddit',
  'meta',
  'youtube',
  'email',
  'webhook',
  'replay',
] as const;
export const SourceKind = z.enum(SOURCE_KINDS);
export type SourceKind = z.infer<typeof SourceKind>;

export const WATCH_KINDS = ['company', 'brand', 'product', 'person', 'competitor', 'topic'] as const;
export const WatchKind = z.enum(WATCH_KINDS);
export type WatchKind = z.infer<typeof WatchKind>;

export const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;
export const Sentiment = z.enum(SENTIMENTS);
export type Sentiment = z.infer<typeof Sentiment>;

export const INTENTS = ['complaint', 'question', 'request', 'praise', 'news', 'spam', 'other'] as const;
export const Intent = z.enum(INTENTS);
export type Intent = z.infer<typeof Intent>;

export const RISK_LEVELS = ['low', 'medium', 'high'] as const;
export const RiskLevel = z.enum(RISK_LEVELS);
export type RiskLevel = z.infer<typeof RiskLevel>;

export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
export const Priority = z.enum(PRIORITIES);
export type Priority = z.infer<typeof Priority>;

export const CASE_STATUSES = ['open', 'claimed', 'resolved'] as const;
export const CaseStatus = z.enum(CASE_STATUSES);
export type CaseStatus = z.infer<typeof CaseStatus>;

export const OUTCOMES = ['solved', 'answered', 'thanked', 'no-answer-needed', 'not-ours', 'spam', 'unsolved'] as const;
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof Outcome>;

export const CLOCK_KINDS = [
  'acknowledge', 'human-response', 'next-update', 'promised-date', 'resolve', 'follow-up', 'manager-involved',
] as const; // prettier-ignore
export const ClockKind = z.enum(CLOCK_KINDS);
export type ClockKind = z.infer<typeof ClockKind>;

export const CLOCK_STATES = ['running', 'warned', 'paused', 'breached', 'met', 'met-late', 'cancelled'] as const;
export const ClockState = z.enum(CLOCK_STATES);
export type ClockState = z.infer<typeof ClockState>;

/** How a poll ended. Never just "nothing new": see docs/add-a-connector.md. */
export const POLL_OUTCOMES = ['ok', 'empty', 'throttled', 'forbidden', 'truncated', 'schema-changed', 'unreachable'] as const;
export const PollOutcome = z.enum(POLL_OUTCOMES);
export type PollOutcome = z.infer<typeof PollOutcome>;

export const SOURCE_HEALTH = ['new', 'listening', 'degraded', 'blind', 'off'] as const;
export const SourceHealth = z.enum(SOURCE_HEALTH);
export type SourceHealth = z.infer<typeof SourceHealth>;

/** Why a source does not hear well: how its polls end, or what the desk found without one. */
export const HEALTH_REASONS = ['throttled', 'forbidden', 'truncated', 'schema-changed', 'unreachable', 'silent', 'not-asked', 'desk-down', 'cap', 'host-down'] as const; // prettier-ignore
export const HealthReason = z.enum(HEALTH_REASONS);
export type HealthReason = z.infer<typeof HealthReason>;

export const REPLY_KINDS = ['acknowledgement', 'reply'] as const;
export const ReplyKind = z.enum(REPLY_KINDS);
export type ReplyKind = z.infer<typeof ReplyKind>;
/** Who can read a reply: everybody who passes by, or its reader alone. */
export const VISIBILITIES = ['public', 'private'] as const;
export const Visibility = z.enum(VISIBILITIES);
export type Visibility = z.infer<typeof Visibility>;

/** `awaiting`: a second person approves it first; `unknown`: the network may or may not have taken it, being settled; `parked`: a person must decide; `by-hand`: sent outside the desk. */
export const REPLY_STATES = [
  'awaiting',
  'waiting',
  'sending',
  'unknown',
  'sent',
  'by-hand',
  'refused',
  'parked',
  'cancelled',
] as const;
export const ReplyState = z.enum(REPLY_STATES);
export type ReplyState = z.infer<typeof ReplyState>;

export const ACTIVITY_KINDS = [
  'opened', 'mention-joined', 'mention-edited', 'mention-deleted', 'claimed', 'released', 'claim-lapsed', 'noted', 'acknowledged', 'answered', 'reply-queued', 'reply-cancelled',
  'reply-refused', 'reply-parked', 'reply-approved', 'reply-sent-back', 'resolved', 'reopened', 'clock-warned', 'clock-breached', 'escalated', 'corrected', 'rescored',
  'clock-unacceptable', 'waiting', 'resumed', 'promised', 'followed-up', 'manager-joined', 'excluded', 'included', 'withdrawn',
] as const; // prettier-ignore
export const ActivityKind = z.enum(ACTIVITY_KINDS);
export type ActivityKind = z.infer<typeof ActivityKind>;

/** What a person may do to a case right now; the page draws its buttons from these. */
export const CASE_ACTIONS = ['claim', 'take-over', 'release', 'acknowledge', 'reply', 'note', 'resolve', 'reopen',
  'wait', 'resume', 'promise', 'follow-up', 'exclude', 'include',
] as const; // prettier-ignore
export const CaseAction = z.enum(CASE_ACTIONS);
export type CaseAction = z.infer<typeof CaseAction>;

export const MENTION_STATES = ['heard', 'not-ours', 'spam', 'deleted'] as const;
export const MentionState = z.enum(MENTION_STATES);
export type MentionState = z.infer<typeof MentionState>;
