/** Of many conditions, tells which one the fewest mentions fulfil: from the next rows in order, and from what PostgreSQL knows of all of them. */
import { Injectable } from '@nestjs/common';
import { CommonValues, type Tested } from '../database/common-values.js';
import { Database } from '../database/database.js';
import {
  onlyUsed,
  partsOf,
  placeAfter,
  sqlOf,
  stretchOf,
  wordOf,
  type MentionSearch,
  type Place,
  type Test,
} from './mention-search.js';

/** So many of the next rows are looked through before anything else is tried; they tell how rare each condition is. */
export const NEAR = 1000;

export interface Sample {
  /** How often each test holds. */
  counts: number[];
  /** The last row that was looked at; null: there were fewer. */
  last: Place | null;
  /** The time of the first one. */
  top: string;
  /** The time of the first post of all. */
  earliest: string;
}

/** The condition that the fewest rows fulfil: how many of the sample, and which share of all as far as is known. */
export interface Rarest {
  test: Test;
  near: number;
  share: number;
  /** Whether PostgreSQL counts it among what is common. */
  isKnown: boolean;
}

@Injectable()
export class RarestTest {
  constructor(
    private readonly db: Database,
    private readonly common: CommonValues,
  ) {}

  /** @returns what the words ask for, part by part; null: for nothing */
  async partsOf(words: string): Promise<Test[] | null> {
    const asked = await this.db.one<{ query: string }>(`select websearch_to_tsquery('simple', $1)::text as query`, [words]);
    if (!asked?.query) return null;
    return partsOf(asked.query).map((part) => ({ sql: part, by: 'gin', column: 'words', elements: [wordOf(part)] }));
  }

  /** How often each test holds in the rows that have just been walked. */
  async sample(search: MentionSearch, tests: readonly Test[], after: Place | undefined): Promise<Sample> {
    const { params, next } = stretchOf(search, after);
    const counts = tests.map((test, i) => `count(*) filter (where ${sqlOf(test, params)})::int as c${i}`);
    const [row] = await this.db.query<Record<`c${number}`, number> & { last: Place | null; top: string; earliest: string }>(
      ...onlyUsed(
        `select ${[...counts, 'max(m.posted_at)::text as top'].join(', ')}, (select min(posted_at)::text from mention) as earliest,
         (${placeAfter(next, NEAR)}) as last
       from (select * from mention m ${next} limit ${NEAR}) m`,
        params,
      ),
    );
    if (!row) throw new Error('a sample answered nothing');
    return { ...row, counts: tests.map((_, i) => row[`c${i}`] ?? 0) };
  }

  /** Shares are those of the sample, or of all of the table where its statistics know more. */
  async rarest(tests: readonly Test[], { counts }: Sample): Promise<Rarest | undefined> {
    const known = await this.common.shares();
    const all = tests.map((test, i) => {
      const share = shareOf(test, known);
      const near = counts[i] ?? 0;
      return { test, near, share: Math.max((near + 1) / NEAR, share), isKnown: share > 0 };
    });
    return all.sort((a, b) => a.share - b.share)[0];
  }

  /** @returns the rarest of those whose index is in the order of the list, where it is known to be rarer than `share` */
  async seldom(tests: readonly Test[], share: number): Promise<Test | undefined> {
    const ordered = tests.filter((test) => test.by === 'ordered');
    if (ordered.length === 0) return undefined;
    const known = await this.common.shares();
    const all = ordered
      .map((test) => ({ test, share: shareOf(test, known) }))
      .filter((one) => one.share > 0 && one.share < share);
    return all.sort((a, b) => a.share - b.share)[0]?.test;
  }
}

/** 0: not known. */
const shareOf = ({ column, elements }: Test, known: (column: Tested, value: string) => number): number =>
  Math.max(0, ...elements.map((element) => known(column, element)));
