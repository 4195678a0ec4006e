/** X is renaming its fields from tweet to post. Which names an API speaks is found out once and remembered. */
import type { Query } from './client.js';
import { Refused } from './failures.js';

export type Names = 'post' | 'tweet';

const FIELDS: Record<Names, Query> = {
  post: {
    'post.fields': 'attachments,conversation_id,created_at,entities,id,lang,note_post,public_metrics,text,withheld',
    expansions: 'author_id,in_reply_to_user_id,referenced_posts,attachments.media_keys',
    'user.fields': 'id,name,username,public_metrics',
    'media.fields': 'media_key,type,url,preview_image_url,alt_text',
  },
  tweet: {
    'tweet.fields':
      'attachments,author_id,conversation_id,created_at,entities,id,in_reply_to_user_id,lang,note_tweet,public_metrics,referenced_tweets,text,withheld',
    expansions: 'author_id,attachments.media_keys',
    'user.fields': 'id,name,username,public_metrics',
    'media.fields': 'media_key,type,url,preview_image_url,alt_text',
  },
};

/** The stream is asked by the older names, as its published description says; the originals of reposts and quotes come with it. */
export const STREAM_FIELDS: Query = { ...FIELDS.tweet, expansions: `${FIELDS.tweet['expansions']},referenced_tweets.id` };

/** Holds the names in use; the published ones are tried first. */
export class NamesInUse {
  private sure: boolean;

  constructor(private names: Names | null) {
    this.sure = names !== null;
  }

  /** Null until an answer has shown that they are right. */
  get known(): Names | null {
    return this.sure ? this.names : null;
  }

  /**
   * Asks with the fields we want, by the other names once more when the first are not understood.
   * @param understood whether the answer holds what was asked for; null when it cannot show it
   */
  async ask<T>(ask: (fields: Query) => Promise<T>, understood: (answer: T) => boolean | null): Promise<T> {
    const first = this.names ?? 'post';
    const answer = await ask(FIELDS[first]).catch((error: unknown) => {
      if (aboutNames(error)) return null;
      throw error;
    });
    const fits = answer === null ? false : understood(answer);
    if (answer !== null && (fits !== false || this.sure)) return this.settle(first, fits, answer);
    const other = first === 'post' ? 'tweet' : 'post';
    const second = await ask(FIELDS[other]);
    return this.settle(other, understood(second), second);
  }

  private settle<T>(names: Names, fits: boolean | null, answer: T): T {
    if (fits === true) {
      this.names = names;
      this.sure = true;
    }
    return answer;
  }
}

function aboutNames(error: unknown): boolean {
  return (
    error instanceof Refused &&
    error.status === 400 &&
    error.complaints.some((name) => /^(post|tweet)\.fields$|^expansions$/.test(name))
  );
}
