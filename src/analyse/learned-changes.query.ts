/** What learning changed: the newest mentions, read with what was learned and without. */
import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import type { LearnedChange, LearnedChanges } from '#libs/contracts/http/learning.js';
import { Database } from '../database/database.js';
import type { Responder } from '../platform/access/responder.js';
import { elapsedMs } from '../platform/clock.js';
import { Scorer } from './scorer.js';

/** Mentions that are read, and how long that may take. */
const MOST_MENTIONS = 1000;
const LONGEST_MS = 3000;
/** After so long others get their turn. */
const TURN_MS = 20;
const SAMPLES = 20;
const SAMPLE_LENGTH = 300;

interface Row {
  id: string;
  text: string;
  lang: string;
}

@Injectable()
export class LearnedChangesQuery {
  constructor(
    private readonly db: Database,
    private readonly scorer: Scorer,
  ) {}

  /** What people corrected themselves counts too: it shows that the desk learned it. */
  async run(by: Responder): Promise<LearnedChanges> {
    const rows = await this.db.query<Row>(
      `select id, text, lang from mention where team_ids && $1::bigint[] and state <> 'deleted' order by id desc limit ${MOST_MENTIONS}`,
      [by.teamIds],
    );
    const sum: LearnedChanges = { looked: 0, sentiment: 0, intent: 0, samples: [] };
    const started = elapsedMs();
    let turn = started;
    for (const row of rows) {
      note(sum, this.compare(row));
      if (elapsedMs() - turn < TURN_MS) continue;
      if (elapsedMs() - started > LONGEST_MS) break;
      await setImmediate();
      turn = elapsedMs();
    }
    return sum;
  }

  private compare({ id, text, lang }: Row): LearnedChange {
    const post = { text, langHint: lang === 'unknown' ? undefined : lang };
    const [before, after] = [this.scorer.scoreUnlearned(post), this.scorer.score(post)];
    return {
      mentionId: id,
      text: text.slice(0, SAMPLE_LENGTH),
      sentiment: differing(before.sentiment.label, after.sentiment.label),
      intent: differing(before.intent.label, after.intent.label),
    };
  }
}

const differing = <T>(before: T, after: T) => (before === after ? null : { before, after });

function note(sum: LearnedChanges, change: LearnedChange): void {
  sum.looked++;
  if (change.sentiment) sum.sentiment++;
  if (change.intent) sum.intent++;
  if ((change.sentiment || change.intent) && sum.samples.length < SAMPLES) sum.samples.push(change);
}
