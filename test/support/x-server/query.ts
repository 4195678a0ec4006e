/** The part of X's search language that the tests use: words, phrases, OR, minus, parentheses, @, #, and the common operators. */
import { mentionsIn, type XPost } from './world.js';

type Test = (post: XPost) => boolean;

/** @throws Error for a query that X would refuse */
export function compileQuery(query: string): Test {
  const tokens = query.match(/-?\(|\)|-?"[^"]*"|-?[^\s()"]+/g) ?? [];
  const reader = new Reader(tokens);
  const test = reader.any();
  if (!reader.ended) throw new Error('There is a parenthesis too many');
  return test;
}

class Reader {
  private at = 0;
  constructor(private readonly tokens: string[]) {}

  get ended(): boolean {
    return this.at >= this.tokens.length;
  }

  any(): Test {
    const parts = [this.all()];
    while (this.tokens[this.at] === 'OR') {
      this.at += 1;
      parts.push(this.all());
    }
    return (post) => parts.some((part) => part(post));
  }

  private all(): Test {
    const parts: Test[] = [];
    while (!this.ended && this.tokens[this.at] !== ')' && this.tokens[this.at] !== 'OR') parts.push(this.one());
    if (parts.length === 0) throw new Error('Something is missing in the query');
    return (post) => parts.every((part) => part(post));
  }

  private one(): Test {
    const token = this.tokens[this.at++]!;
    if (token.startsWith('-')) {
      const test = token === '-(' ? this.group() : operator(token.slice(1));
      return (post) => !test(post);
    }
    return token === '(' ? this.group() : operator(token);
  }

  private group(): Test {
    const test = this.any();
    if (this.tokens[this.at++] !== ')') throw new Error('A parenthesis is not closed');
    return test;
  }
}

function operator(token: string): Test {
  const [name = '', ...rest] = token.split(':');
  const value = rest.join(':').toLowerCase();
  if (rest.length > 0) {
    const known = OPERATORS[name];
    if (known === undefined) throw new Error(`Reference to invalid operator '${name}'`);
    return known(value);
  }
  const word = token.replace(/^"|"$/g, '').toLowerCase();
  if (word.startsWith('@')) return (post) => mentionsIn(whole(post)).includes(word.slice(1));
  if (token.startsWith('"')) return (post) => whole(post).toLowerCase().includes(word);
  return (post) => whole(post).toLowerCase().split(/[^\p{L}\p{N}_#]+/u).some((part) => part === word); // prettier-ignore
}

const OPERATORS: Record<string, (value: string) => Test> = {
  from: (value) => (post) => [post.author.username.toLowerCase(), post.author.id].includes(value.replace(/^@/, '')),
  to: (value) => (post) => mentionsIn(post.text)[0] === value.replace(/^@/, ''),
  lang: (value) => (post) => post.lang === value,
  quotes_of_tweet_id: (value) => (post) => post.references.some((r) => r.type === 'quoted' && r.id === value),
  conversation_id: (value) => (post) => post.conversationId === value,
  is: (value) => (post) =>
    post.references.some((r) => r.type === { retweet: 'retweeted', reply: 'replied_to', quote: 'quoted' }[value]),
  has: (value) => (post) => (value === 'links' ? post.links.length > 0 : post.media.length > 0),
  url: (value) => (post) => post.links.some((link) => link.expanded.toLowerCase().includes(value.replaceAll('"', ''))),
};

function whole(post: XPost): string {
  return post.note ?? post.text;
}
