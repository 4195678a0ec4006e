/** What happens in the desk is raised where a ladder asks for it; a broken promise always reaches the managers of its team. */
import { Injectable } from '@nestjs/common';
import type { EscalationTrigger } from '#libs/contracts/http/ladders.js';
import type { Tx } from '../database/database.js';
import { DurableReaders, type DurableReader } from '../outbox/durable-readers.js';
import type { ClockFired, DeskEventName, DeskEvents, StoredEvent } from '../outbox/events.js';
import { Clock } from '../platform/clock.js';
import { crashPoint } from '../platform/crash-point.js';
import { raise, raiseAll, type ToRaise } from './raise.js';

/** How long high risk may wait. */
const PAUSE_MS = 1000;
const AT_ONCE = 500;
/** What cannot wait for the next look. High risk can: a second later is soon enough, and cases open all the time. */
const PRESSING: readonly DeskEventName[] = [
  'clock.warned',
  'clock.breached',
  'clock.unacceptable',
  'source.blind',
  'alarm.early',
];
const CLOCKS: Partial<Record<DeskEventName, { trigger: EscalationTrigger; word: string }>> = {
  'clock.warned': { trigger: 'clock-warned', word: 'warning' },
  'clock.breached': { trigger: 'clock-breached', word: 'breach' },
  'clock.unacceptable': { trigger: 'clock-unacceptable', word: 'unacceptable' },
};
/** A case may become risky when it opens and when the customer writes again. */
const MAY_RAISE_RISK: readonly string[] = ['opened', 'mention-joined'];

@Injectable()
export class RaiseOnEvents {
  private readonly reader: DurableReader;

  constructor(
    private readonly clock: Clock,
    readers: DurableReaders,
  ) {
    this.reader = readers.open({
      name: 'escalations',
      kinds: [...PRESSING, 'case.changed'],
      most: AT_ONCE,
      pauseMs: PAUSE_MS,
      isPressing: (e) => PRESSING.includes(e.kind),
      handle: (tx, events) => this.raiseAll(tx, events),
    });
  }

  /** @returns how many events were looked at */
  run(): Promise<number> {
    return this.reader.run();
  }

  /** What is about cases goes in one step, so that they are locked once, in the order in which everybody locks them. */
  private async raiseAll(tx: Tx, events: readonly StoredEvent[]): Promise<void> {
    const now = this.clock.now();
    const clocks = events.flatMap(brokenOrNear);
    const ofCases = [...clocks, ...(await risksOf(tx, events))];
    if (ofCases.length > 0) await raiseAll(tx, ofCases, now);
    if (clocks.length > 0) crashPoint('escalations.before-raise');
    for (const event of events) await this.handle(tx, event, now);
  }

  private async handle(tx: Tx, event: StoredEvent, now: Date): Promise<void> {
    if (event.kind === 'source.blind') {
      const { alarmId } = event.payload as DeskEvents['source.blind'];
      const there = await tx.one(`select 1 from source_alarm where id = $1`, [alarmId]);
      if (there) await raise(tx, { trigger: 'source-blind', reason: 'source-blind', alarmId }, now);
    } else if (event.kind === 'alarm.early') await this.raiseEarly(tx, event.payload as DeskEvents['alarm.early'], now);
  }

  private async raiseEarly(tx: Tx, { earlyAlarmId }: DeskEvents['alarm.early'], now: Date): Promise<void> {
    const alarm = await tx.one<{ teamId: string; trigger: 'unusual' | 'neglected' }>(
      `select team_id as "teamId", case when watch_id is null then 'neglected' else 'unusual' end as trigger from early_alarm where id = $1`,
      [earlyAlarmId],
    );
    if (alarm) await raise(tx, { ...alarm, reason: alarm.trigger, earlyAlarmId }, now);
  }
}

/** One question for all cases of a batch: most are of no high risk, and listening to them stays cheap. */
async function risksOf(tx: Tx, events: readonly StoredEvent[]): Promise<ToRaise[]> {
  const caseIds = new Set(events.filter(mayRaiseRisk).map((event) => (event.payload as DeskEvents['case.changed']).caseId));
  if (caseIds.size === 0) return [];
  const high = await tx.query<{ id: string }>(
    `select id from desk_case where id = any($1::bigint[]) and risk_level = 'high' and status <> 'resolved' order by id`,
    [[...caseIds]],
  );
  return high.map(({ id }) => ({ trigger: 'risk-high', reason: 'risk-high', caseId: id }));
}

/** @returns what is raised for a clock that fired; nothing for other events */
function brokenOrNear({ kind: event, payload }: StoredEvent): ToRaise[] {
  const fired = CLOCKS[event];
  if (!fired) return [];
  const { caseId, clockId, kind, dueAt } = payload as ClockFired;
  return [{ trigger: fired.trigger, reason: `${fired.word}:${kind}`, caseId, clockId, data: { clock: kind, dueAt } }];
}

function mayRaiseRisk({ kind, payload }: StoredEvent): boolean {
  return kind === 'case.changed' && MAY_RAISE_RISK.includes((payload as DeskEvents['case.changed']).why);
}
