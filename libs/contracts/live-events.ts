/** What travels over the socket at namespace /live. Push is a hint, the API is the truth: a client that missed something resumes or refetches. */
import type { PeopleAtCase } from './http/composing.js';
import type { NoticeView } from './http/ladders.js';
import type { CaseCard, ReplyView } from './views/case.js';
import type { MentionView } from './views/mention.js';
import type { SourceView } from './views/source.js';
import type { EscalationView } from './views/watchtower.js';
import type { ActivityKind, ClockKind } from './words.js';

/** Stands on every event. `seq` grows along a client's stream; hand the last one to `resume` after being away. */
export interface LiveEnvelope {
  seq: number;
  /** When it happened: ISO 8601. */
  at: string;
}

export interface ServerToClient {
  /** First word after the handshake. `seq`: everything up to here is in what the API answers from now on. */
  hello: (m: { seq: number; now: string; personId: string }) => void;
  /** Every five seconds, so that clocks on the page follow the server's time and a resume stays short. */
  tick: (m: { seq: number; now: string }) => void;
  'case.changed': (m: LiveEnvelope & { why: ActivityKind; case: CaseCard }) => void;
  'mention.heard': (m: LiveEnvelope & { mention: MentionView }) => void;
  /** Somebody set it aside, or read it differently. */
  'mention.changed': (m: LiveEnvelope & { mention: MentionView }) => void;
  'reply.changed': (m: LiveEnvelope & { reply: ReplyView }) => void;
  /** Something was raised to this person. */
  'notice.given': (m: LiveEnvelope & { notice: NoticeView }) => void;
  /** Somebody came to a case, began or stopped writing, or went. */
  'presence.changed': (m: LiveEnvelope & { caseId: string; people: PeopleAtCase['items'] }) => void;
  'clock.warned': (m: LiveEnvelope & { caseId: string; clock: ClockKind; dueAt: string }) => void;
  'clock.breached': (m: LiveEnvelope & { caseId: string; clock: ClockKind; dueAt: string }) => void;
  'clock.unacceptable': (m: LiveEnvelope & { caseId: string; clock: ClockKind; dueAt: string }) => void;
  'escalation.raised': (m: LiveEnvelope & { escalation: EscalationView }) => void;
  'source.changed': (m: LiveEnvelope & { source: SourceView }) => void;
  'watch.changed': (m: LiveEnvelope & { watchId: string }) => void;
  /** Something is louder than usual or left alone, or somebody has taken that on: ask for it. */
  'alarm.changed': (m: LiveEnvelope & { alarmId: string }) => void;
  /** The one switch was turned, or a storm began or ended: ask for the state. */
  'automation.changed': (m: LiveEnvelope & { stopped: boolean }) => void;
  /** Too much was missed, or it is no longer kept: fetch everything anew. */
  resync: (m: { seq: number }) => void;
  /** The session has ended (signed out, disabled, roles changed). */
  'signed-out': (m: { reason: string }) => void;
}

export interface ClientToServer {
  /** Send what came after `after`; answered when all of it has been sent. */
  resume: (m: { after: number }, done: (answer: { seq: number; sent: number; resync: boolean }) => void) => void;
}

/** Which room hears which event: checked by the role × event matrix test. */
export const LIVE_AUDIENCE = {
  'case.changed': ['administrator', 'manager', 'responder', 'viewer'],
  'mention.heard': ['administrator', 'manager', 'responder', 'viewer'],
  'mention.changed': ['administrator', 'manager', 'responder', 'viewer'],
  'reply.changed': ['administrator', 'manager', 'responder', 'viewer'],
  /** No role: only the person it is for. */
  'notice.given': [],
  'presence.changed': ['administrator', 'manager', 'responder', 'viewer'],
  'clock.warned': ['administrator', 'manager', 'responder', 'viewer'],
  'clock.breached': ['administrator', 'manager', 'responder', 'viewer'],
  'clock.unacceptable': ['administrator', 'manager', 'responder', 'viewer'],
  'escalation.raised': ['manager'],
  'source.changed': ['administrator', 'manager'],
  'watch.changed': ['administrator', 'manager', 'responder', 'viewer'],
  'alarm.changed': ['administrator', 'manager', 'responder', 'viewer'],
  'automation.changed': ['administrator', 'manager', 'responder', 'viewer'],
} as const;
export type LiveEventName = keyof typeof LIVE_AUDIENCE;
