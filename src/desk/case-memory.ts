/**
 * The last cases that this process read or changed, for a few seconds: who goes on working on a case need not read it again. The version of
 * its row tells, when the next verb is stored, whether it still stands as remembered; what else may change without it is read anew
 * by each verb, or makes this forget (docs/decisions/0041).
 */
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { WholeCase } from '../database/views/whole-case.js';
import type { DeskEventName } from '../outbox/events.js';
import { OutboxTail } from '../outbox/tail.js';
import type { Responder } from '../platform/access/responder.js';
import { elapsedMs } from '../platform/clock.js';

const REMEMBER_MS = 10_000;
const AT_MOST = 200;
/** Long cases are read again: memory is bounded by it. */
const LONGEST = 40;
/** A reply on its way changes without the case. */
const SETTLED = new Set(['by-hand', 'sent', 'cancelled', 'refused']);
/** What a page shows and what does not change the case's row. */
const FORGET: ReadonlySet<DeskEventName> = new Set([
  'mention.changed', 'source.changed', 'watch.changed', 'person.changed', 'settings.changed', 'automation.changed',
]); // prettier-ignore

/** Of when something was read: what was heard of since makes it worth nothing. */
export interface ReadMark {
  generation: number;
  until: number;
}

export interface Remembered {
  whole: WholeCase;
  mark: ReadMark;
}

@Injectable()
export class CaseMemory implements OnModuleDestroy {
  /** By case; insertion order is age. */
  private readonly known = new Map<string, Remembered & { teams: string }>();
  private generation = 0;
  private readonly stopListening: () => void;

  constructor(tail: OutboxTail) {
    this.stopListening = tail.onEvents((events) => {
      if (!events.some(({ kind }) => FORGET.has(kind))) return;
      this.known.clear();
      this.generation++;
    });
  }

  onModuleDestroy(): void {
    this.stopListening();
  }

  /** To be taken before a case is read. */
  mark(): ReadMark {
    return { generation: this.generation, until: elapsedMs() + REMEMBER_MS };
  }

  /** @returns the case as it stood within the last seconds, for somebody of the same teams */
  recall(caseId: string, by: Responder): Remembered | null {
    const found = this.known.get(caseId);
    return found && found.mark.until > elapsedMs() && found.teams === by.teamIds.join() ? found : null;
  }

  /**
   * @param whole as it stands since its row has the version `whole.seen`; nobody changes it afterwards
   * @param mark of when it was read: verbs do not make young what stands around a case
   */
  remember(whole: WholeCase, by: Responder, mark: ReadMark): void {
    const { id } = whole.card;
    this.known.delete(id);
    const { mentions, replies, activity } = whole;
    const long = mentions.length + replies.length + activity.length > LONGEST;
    if (long || mark.generation !== this.generation || replies.some(({ state }) => !SETTLED.has(state))) return;
    this.known.set(id, { whole, mark, teams: by.teamIds.join() });
    for (const [oldest, { mark: m }] of this.known) {
      if (this.known.size <= AT_MOST && m.until > elapsedMs()) return;
      this.known.delete(oldest);
    }
  }

  /** What was remembered of it did not hold any more. */
  forget(caseId: string): void {
    this.known.delete(caseId);
  }
}
