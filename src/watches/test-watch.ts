/** Tries a query on texts before it is a watch. */
import { Injectable } from '@nestjs/common';
import type { TestWatch as TestWatchBody, TestWatchAnswer } from '#libs/contracts/http/watches.js';
import { compileWatches, matchPost } from '#libs/matching/match-posts.js';
import { readQuery } from './read-query.js';

@Injectable()
export class TestWatch {
  /** @throws DeskError `invalid-query` */
  run({ query: text, texts, threshold, kind, options }: TestWatchBody): TestWatchAnswer {
    const { query, canonical } = readQuery(text);
    const compiled = compileWatches([{ id: 'tried', query, options: { ...options, kind, threshold: 0 } }]);
    const results = texts.map((candidate) => {
      const [match] = matchPost(compiled, { text: candidate });
      if (!match) return { matched: false, relevance: 0, ranges: [] };
      return { matched: match.relevance >= threshold, relevance: match.relevance, ranges: match.ranges };
    });
    return { canonical, results };
  }
}
