/** Every event of the desk: what it carries. Ids only; whoever handles one reads the rest. */
import type { MentionRow } from '../database/views/mention-views.js';
import type { CaseCard } from '#libs/contracts/views/case.js';
import type { ActivityKind, ClockKind } from '#libs/contracts/words.js';

/** A clock of a case that fired. `episode` counts the runs of this kind of clock on the case. */
export interface ClockFired {
  clockId: string;
  caseId: string;
  kind: ClockKind;
  dueAt: string;
  episode: number;
  /** null: it ran before there were standards. */
  standardId: string | null;
}

export interface DeskEvents {
  'case.changed': { caseId: string; why: ActivityKind };
  'mention.heard': { mentionId: string };
  'mention.changed': { mentionId: string };
  'reply.changed': { replyId: string };
  'clock.warned': ClockFired;
  'clock.breached': ClockFired;
  'clock.unacceptable': ClockFired;
  'escalation.raised': { escalationId: string };
  'notice.given': { noticeId: string; personId: string };
  'presence.changed': { caseId: string };
  'source.changed': { sourceId: string };
  /** A source went blind: told once an episode. */
  'source.blind': { sourceId: string; alarmId: string };
  /** It hears again. */
  'source.sighted': { sourceId: string; alarmId: string };
  /** A watch is louder than usual, or an own account is left alone: told once an alarm. */
  'alarm.early': { earlyAlarmId: string };
  /** Such an alarm was raised, or somebody has taken it on. */
  'alarm.changed': { earlyAlarmId: string };
  'watch.changed': { watchId: string };
  'person.changed': { personId: string };
  'settings.changed': { what: string };
  /** Acknowledgements wait for their moment. */
  'acknowledgement.due': { count: number };
  'automation.changed': { stopped: boolean };
}

export type DeskEventName = keyof DeskEvents;

/** One row of the outbox. */
export interface StoredEvent<K extends DeskEventName = DeskEventName> {
  seq: number;
  kind: K;
  at: Date;
  /** Teams that may hear of it; empty: not a matter of one team. */
  teamIds: string[];
  payload: DeskEvents[K];
  /** The mention it is about, where this process has just stored it: nobody here need read it again. */
  mention?: MentionRow | undefined;
  /** The case that has just opened, likewise. */
  card?: CaseCard | undefined;
}
