/**
 * How every verb on one case runs: it is read in one statement, unless this process has just had it in hand, the verb decides, and one
 * statement stores what it decided, if nobody changed the case meanwhile; else all of it is done again with what now stands. No lock is held
 * while one thinks (docs/decisions/0035 and 0041).
 */
import { Injectable } from '@nestjs/common';
import type { CaseView } from '#libs/contracts/views/case.js';
import { factsOfLines } from '../clocks/case-facts.js';
import { ProjectClocks, type Judged } from '../clocks/project-clocks.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { DeskError } from '../platform/errors.js';
import { CaseInHand } from './case-in-hand.js';
import { CaseMemory, type ReadMark } from './case-memory.js';
import { readingOf } from './case-reading.js';
import { CaseReads } from './case-reads.js';
import { toCaseView } from './case-view.js';
import { StoreChanges } from './store-changes.js';
import { wholeAfter } from './whole-after.js';

/** Who is overtaken tries again: each time somebody else has got something done. */
const MOST_TRIES = 50;

/**
 * What a verb decides by. `record`: the case alone, no clock is moved; `facts`: with what its clocks are judged by; `sending`: with all that
 * decides whether and how the customer may be answered, which changes without the case, so it is never taken from memory.
 */
export type DecidesBy = 'record' | 'facts' | 'sending';

type Decide = (hand: CaseInHand) => 'done before' | void;

@Injectable()
export class WorkOnCase {
  constructor(
    private readonly reads: CaseReads,
    private readonly changes: StoreChanges,
    private readonly clock: Clock,
    private readonly clocks: ProjectClocks,
    private readonly memory: CaseMemory,
  ) {}

  /**
   * @param decide changes nothing but what it is given; it may be called again. It may find that all of it was done before
   * @returns the whole case as it stands afterwards
   * @throws DeskError not-found, and whatever `decide` throws
   */
  async run(caseId: string, by: Responder, decidesBy: DecidesBy, decide: Decide): Promise<CaseView> {
    const known = decidesBy === 'sending' ? null : this.memory.recall(caseId, by);
    const remembered = known && decidedBy(new CaseInHand(readingOf(known.whole), by, this.clock.now()), decide);
    const quick = remembered && (await this.store(remembered, decidesBy, known.mark));
    if (quick) return quick;
    if (remembered) this.memory.forget(caseId);
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const now = this.clock.now();
      const mark = this.memory.mark();
      const hand = new CaseInHand(readingOf(await this.reads.run(caseId, by, now)), by, now);
      if (decide(hand) === 'done before') return toCaseView(hand.read.whole, by, now);
      const view = await this.store(hand, decidesBy, mark);
      if (view) return view;
    }
    throw new Error(`case ${caseId} changes too fast to be worked on`);
  }

  /** @returns null when the case was changed by somebody else since it was read */
  private async store(hand: CaseInHand, decidesBy: DecidesBy, mark: ReadMark): Promise<CaseView | null> {
    const judged = decidesBy === 'record' ? null : await this.judge(hand);
    const changed = await this.changes.run({ hand, judged });
    if (!changed) return null;
    const whole = wholeAfter(hand, judged, changed);
    this.memory.remember(whole, hand.by, mark);
    return toCaseView(whole, hand.by, hand.now);
  }

  /** By the facts that were read and those of the verb. */
  private async judge({ read, lines, now }: CaseInHand): Promise<Judged> {
    const { facts, clocks, promiseIds, id, teamId } = read;
    const added = lines.map((line) => ({ ...line, id: '', caseId: id, byPerson: line.personId !== null }));
    return this.clocks.judge({ id, teamId, promiseIds }, factsOfLines([...facts, ...added]), clocks, now);
  }
}

/** @returns null where a case as it is remembered refuses, or has nothing left to do: only a case as it stands may say so */
function decidedBy(hand: CaseInHand, decide: Decide): CaseInHand | null {
  try {
    return decide(hand) === 'done before' ? null : hand;
  } catch (error) {
    if (error instanceof DeskError) return null;
    throw error;
  }
}
