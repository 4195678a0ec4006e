/**
 * How every verb on one case runs: it is read in one statement, the verb decides, and one statement stores what it decided, if nobody changed
 * the case meanwhile; else all of it is done again with what now stands. Two round trips, no lock held while one thinks (docs/decisions/0035).
 */
import { Injectable } from '@nestjs/common';
import type { CaseView } from '#libs/contracts/views/case.js';
import { factsOfLines } from '../clocks/case-facts.js';
import { ProjectClocks, type Judged } from '../clocks/project-clocks.js';
import { Database } from '../database/database.js';
import type { CasePageRow } from '../database/views/case-page.js';
import type { ReadForAnswer, ReadRecord, Reads } from '../database/views/case-reading.js';
import { OutboxWake } from '../outbox/wake.js';
import type { Responder } from '../platform/access/responder.js';
import { Clock } from '../platform/clock.js';
import { CaseInHand } from './case-in-hand.js';
import { changeOf, eventsOf, storedEvents, type Changed } from './case-change.js';
import { toCaseView } from './case-view.js';
import { readCase } from './read-case.js';

/** Who is overtaken tries again: each time somebody else has got something done. */
const MOST_TRIES = 50;

@Injectable()
export class WorkOnCase {
  constructor(
    private readonly db: Database,
    private readonly wake: OutboxWake,
    private readonly clock: Clock,
    private readonly clocks: ProjectClocks,
  ) {}

  /**
   * @param needs what `decide` is shown of the case
   * @param decide changes nothing but what it is given; it may be called again. It may find that all of it was done before
   * @returns the whole case as it stands afterwards
   * @throws DeskError not-found, and whatever `decide` throws
   */
  async run<N extends keyof Reads>(
    caseId: string,
    by: Responder,
    needs: N,
    decide: (hand: CaseInHand<Reads[N]>) => 'done before' | void,
  ): Promise<CaseView> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const read = await readCase(this.db, needs, caseId, by);
      const hand = new CaseInHand<Reads[N]>(read, by, this.clock.now());
      const view = decide(hand) === 'done before' ? await this.page(hand) : await this.store(hand);
      if (view) return view;
    }
    throw new Error(`case ${caseId} changes too fast to be worked on`);
  }

  private async page({ read, by, now }: CaseInHand): Promise<CaseView | null> {
    const row = await this.db.one<{ page: CasePageRow }>(`select case_page($1, $2, $3) as page`, [read.id, now, by.teamIds]);
    return row ? toCaseView(row.page, by, now) : null;
  }

  /** @returns null when the case was changed by somebody else since it was read */
  private async store(hand: CaseInHand<ReadRecord>): Promise<CaseView | null> {
    const judged = await this.judge(hand);
    const { told } = this.wake;
    const events = eventsOf(hand, judged);
    const changed = await this.db.one<Changed & { page: CasePageRow | null }>(
      `select first_seq, is_next, stored_reply, fresh_clocks, page from change_case($1)`,
      [JSON.stringify({ ...changeOf(hand, judged), events, told })],
    );
    if (!changed?.page) return null;
    if (events.length > 0) this.wake.offer({ events: storedEvents(events, changed, hand.now), told, next: changed.is_next });
    const { standing } = hand.read as Partial<ReadForAnswer>;
    return toCaseView(changed.page, hand.by, hand.now, standing);
  }

  /** By the facts that were read and those of the verb. */
  private async judge({ read, lines, now }: CaseInHand<ReadRecord>): Promise<Judged | null> {
    if (!('facts' in read)) return null;
    const { facts, clocks, promiseIds, id, teamId } = read as Reads['facts'];
    const added = lines.map((line) => ({ ...line, id: '', caseId: id, byPerson: line.personId !== null }));
    return this.clocks.judge({ id, teamId, promiseIds }, factsOfLines([...facts, ...added]), clocks, now);
  }
}
