/** Turns outbox events into what travels to clients: whole cards and views, each with the rooms that may hear it. */
import { Injectable } from '@nestjs/common';
import { LIVE_AUDIENCE, type LiveEventName, type ServerToClient } from '#libs/contracts/live-events.js';
import { ROLES } from '#libs/contracts/words.js';
import { Database } from '../database/database.js';
import { caseCards, iso } from '../database/views/case-cards.js';
import { escalationViews } from '../database/views/escalation-views.js';
import { mentionRows, toMentionView, type MentionRow } from '../database/views/mention-views.js';
import { noticeViews } from '../database/views/notice-views.js';
import { peopleAtCases } from '../database/views/presence-views.js';
import { replyViews } from '../database/views/reply-views.js';
import type { DeskEventName, DeskEvents, StoredEvent } from '../outbox/events.js';
import { sourceViews } from '../sources/source.rows.js';

export interface LiveMessage {
  name: LiveEventName;
  rooms: string[];
  seq: number;
  payload: Parameters<ServerToClient[LiveEventName]>[0];
}

type Views = Awaited<ReturnType<RenderEvents['load']>>;
const NO_VIEWS: Views = {
  cases: new Map(),
  mentions: new Map(),
  replies: new Map(),
  escalations: new Map(),
  sources: new Map(),
  people: new Map(),
  notices: new Map(),
};

@Injectable()
export class RenderEvents {
  constructor(private readonly db: Database) {}

  /**
   * @param events in order
   * @returns messages in order; of several changes of one case in a batch only the last travels
   */
  async run(events: readonly StoredEvent[]): Promise<LiveMessage[]> {
    const lastChange = new Map(
      events.filter((e) => e.kind === 'case.changed').map((e) => [(e.payload as DeskEvents['case.changed']).caseId, e.seq]),
    );
    const wanted = events.filter(
      (e) => e.kind !== 'case.changed' || lastChange.get((e.payload as DeskEvents['case.changed']).caseId) === e.seq,
    );
    return messages(wanted, await this.load(wanted));
  }

  /** @returns at once, the messages of the events that bring along what they are about; the others are left for `run` */
  atOnce(events: readonly StoredEvent[]): { ready: LiveMessage[]; rest: readonly StoredEvent[] } {
    const end = events.findIndex((e) => e.mention === undefined && e.card === undefined);
    const first = end === -1 ? events : events.slice(0, end);
    return { ready: messages(first, NO_VIEWS), rest: events.slice(first.length) };
  }

  private async load(events: readonly StoredEvent[]) {
    const ids = <K extends DeskEventName>(kind: K, key: keyof DeskEvents[K]) => [
      ...new Set(
        events.filter((e) => e.kind === kind && !e.mention && !e.card).map((e) => String((e.payload as DeskEvents[K])[key])),
      ),
    ];
    const latest = events.reduce((at, event) => (event.at > at ? event.at : at), new Date(0));
    const [cases, mentions, replies, escalations, sources, people, notices] = await Promise.all([
      caseCards(this.db, ids('case.changed', 'caseId')),
      mentionRows(this.db, [...ids('mention.heard', 'mentionId'), ...ids('mention.changed', 'mentionId')]),
      replyViews(this.db, ids('reply.changed', 'replyId')),
      escalationViews(this.db, ids('escalation.raised', 'escalationId')),
      sourceViews(this.db, ids('source.changed', 'sourceId')),
      peopleAtCases(this.db, ids('presence.changed', 'caseId'), latest),
      noticeViews(this.db, ids('notice.given', 'noticeId')),
    ]);
    return { cases, mentions, replies, escalations, sources, people, notices };
  }
}

function messages(events: readonly StoredEvent[], views: Views): LiveMessage[] {
  return events.flatMap(byTeam).flatMap((event) => {
    const payload = body(event, views);
    return payload
      ? { name: event.kind as LiveEventName, rooms: roomsOf(event), seq: event.seq, payload: payload as LiveMessage['payload'] }
      : [];
  });
}

/** Rooms a signed-in client stands in, by role and team; only the server puts it there. */
export function roomsFor(who: { id: string; roles: readonly string[]; teamIds: readonly string[] }): string[] {
  return [
    `person:${who.id}`,
    ...who.roles.map((role) => `role:${role}`),
    ...who.teamIds.flatMap((team) => [`team:${team}`, ...who.roles.map((role) => `team:${team}:${role}`)]),
  ];
}

/** @returns the rooms that hear an event; a matter of a team never leaves it */
export function roomsOf(event: Pick<StoredEvent, 'kind' | 'teamIds' | 'payload'>): string[] {
  if (event.kind === 'notice.given') return [`person:${(event.payload as DeskEvents['notice.given']).personId}`];
  const audience = LIVE_AUDIENCE[event.kind as LiveEventName] as readonly string[] | undefined;
  if (!audience) return [];
  const everyRole = ROLES.every((role) => audience.includes(role));
  if (event.teamIds.length === 0) return audience.map((role) => `role:${role}`);
  return event.teamIds.flatMap((team) => (everyRole ? [`team:${team}`] : audience.map((role) => `team:${team}:${role}`)));
}

/** @returns the message's body; undefined when the thing is gone by now, or is nothing for clients */
function body(event: StoredEvent, views: Views): object | undefined {
  const envelope = { seq: event.seq, at: iso(event.at) };
  const p = event.payload as DeskEvents[DeskEventName] & Record<string, string>;
  switch (event.kind) {
    case 'case.changed':
      return withView('case', event.card ?? views.cases.get(String(p['caseId'])), { ...envelope, why: p['why'] });
    case 'mention.heard':
    case 'mention.changed':
      return withView('mention', mentionFor(event, event.mention ?? views.mentions.get(String(p['mentionId']))), envelope);
    case 'reply.changed':
      return withView('reply', views.replies.get(String(p['replyId'])), envelope);
    case 'escalation.raised':
      return withView('escalation', views.escalations.get(String(p['escalationId'])), envelope);
    case 'source.changed':
      return withView('source', views.sources.get(String(p['sourceId'])), envelope);
    case 'notice.given':
      return withView('notice', views.notices.get(String(p['noticeId'])), envelope);
    case 'presence.changed':
      return { ...envelope, caseId: p['caseId'], people: views.people.get(String(p['caseId'])) ?? [] };
    case 'clock.warned':
    case 'clock.breached':
    case 'clock.unacceptable':
      return { ...envelope, caseId: p['caseId'], clock: p['kind'], dueAt: p['dueAt'] };
    default:
      return plainBody(event.kind, p, envelope);
  }
}

/** What says everything by itself. */
function plainBody(kind: DeskEventName, p: Record<string, unknown>, envelope: object): object | undefined {
  if (kind === 'automation.changed') return { ...envelope, stopped: p['stopped'] };
  if (kind === 'alarm.changed') return { ...envelope, alarmId: p['earlyAlarmId'] };
  return kind === 'watch.changed' ? { ...envelope, watchId: p['watchId'] } : undefined;
}

/** A mention that several teams heard travels to each with that team's own matches and case only. */
function byTeam(event: StoredEvent): StoredEvent[] {
  const aboutMention = event.kind === 'mention.heard' || event.kind === 'mention.changed';
  return aboutMention ? event.teamIds.map((team) => ({ ...event, teamIds: [team] })) : [event];
}

function mentionFor({ teamIds }: StoredEvent, row: MentionRow | undefined): object | undefined {
  return row && toMentionView(row, teamIds);
}

function withView(name: string, view: object | undefined, rest: object): object | undefined {
  return view && { ...rest, [name]: view };
}
